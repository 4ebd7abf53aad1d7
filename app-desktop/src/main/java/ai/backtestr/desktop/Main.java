package ai.backtestr.desktop;

import ai.backtestr.desktop.commandline.CommandLineApp;
import ai.backtestr.desktop.commandline.Interruption;
import ai.backtestr.desktop.commandline.Terminal;
import ai.backtestr.desktop.window.Workstation;
import java.time.Clock;

/// The program's entry, and the one place where its parts are put together.
public final class Main {
    private Main() {}

    /// Runs a command, or opens the window if none is given, and ends the process with its exit code.
    public static void main(String[] arguments) {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::interruptAndWait, "interruption"));
        CommandLineApp app = new CommandLineApp(System.getenv(), Clock.systemUTC(), new Workstation());
        int exitCode = app.run(Terminal.ofProcess(), interruption, arguments);
        interruption.finished();
        System.exit(exitCode);
    }
}
