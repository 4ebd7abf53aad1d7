package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.workspace.Workspace;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The program without a command: opens the window.
@Command(
        name = "backtestr",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Backtests trading strategies on ticks. Without a command it opens the workbench window.",
        footer = {
            "",
            "Results go to standard output and messages to standard error.",
            "Exit codes: 0 done, 1 the work failed, 2 wrong usage, 130 interrupted."
        })
final class RootCommand implements Runnable {
    private final CommandSession session;
    private final Display display;

    RootCommand(CommandSession session, Display display) {
        this.session = session;
        this.display = display;
    }

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of the database, results, logs and settings; otherwise the one that BACKTESTR_HOME"
                    + " names, or else the usual place for application data.")
    void useHome(Path folder) {
        session.useHome(new HomeFolder(folder));
    }

    @Override
    public void run() {
        WorkbenchLauncher window = display.window()
                .orElseThrow(() -> new ProblemException(
                        "there is no display to open the window on; give a command, 'backtestr --help' lists them"));
        window.begin(); // while the home folder is opened
        try (Workspace workspace = session.openWorkspace()) {
            session.openWindow(window, workspace, null);
        }
    }
}
