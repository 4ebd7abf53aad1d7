package ai.backtestr.desktop;

import ai.backtestr.desktop.commandline.CommandLineApp;
import ai.backtestr.desktop.commandline.Interruption;
import ai.backtestr.desktop.commandline.Terminal;
import ai.backtestr.desktop.window.Workstation;
import java.time.Clock;
import java.util.Locale;

/// The program's entry, and the one place where its parts are put together.
public final class Main {
    private Main() {}

    /// Runs a command, or opens the window if none is given, and ends the process with its exit code.
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ENGLISH); // the toolkit's own buttons and menus speak as the product does
        Interruption interruption = new Interruption();
        Terminal terminal = Terminal.ofProcess();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(interruption, terminal), "interruption"));
        CommandLineApp app = new CommandLineApp(System.getenv(), Clock.systemUTC(), workstation());
        int exitCode = app.run(terminal, interruption, arguments);
        interruption.finished();
        System.exit(exitCode);
    }

    /// `-Dbacktestr.rehearsal=true` is for the archive of classes, see `bin/make-archive.sh`.
    private static Workstation workstation() {
        return Boolean.getBoolean("backtestr.rehearsal") ? Workstation.rehearsing() : new Workstation();
    }

    private static void end(Interruption interruption, Terminal terminal) {
        if (!interruption.interruptAndWait()) {
            terminal.message(
                    "interrupted; what was under way did not come to an end in time and was stopped, and nothing"
                            + " of it is kept");
        }
    }
}
