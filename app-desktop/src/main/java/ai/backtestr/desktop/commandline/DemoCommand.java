package ai.backtestr.desktop.commandline;

import ai.backtestr.data.imports.ImportReport;
import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.sample.Sample;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The main job: a sample, a strategy, a report.
@Command(
        name = "demo",
        description = {
            "Loads a sample of recorded trades, runs a strategy on it and writes a report.",
            "With a display it then opens the workbench window on the run."
        })
final class DemoCommand implements Runnable {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final CommandSession session;
    private final Display display;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Folder for the report; otherwise a new one among the results in the home folder.")
    private @Nullable Path report;

    @Option(names = "--no-window", description = "Open no window.")
    private boolean noWindow;

    DemoCommand(CommandSession session, Display display) {
        this.session = session;
        this.display = display;
    }

    @Override
    public void run() {
        Optional<WorkbenchLauncher> window = noWindow ? Optional.empty() : display.window();
        if (window.isPresent()) {
            // The picture for the report is drawn by the same toolkit as the window, which starts only once.
            FxThread.startWithWindows();
        }
        try (Workspace workspace = session.openWorkspace()) {
            ReportedRun run = runSample(workspace);
            session.terminal().line(run.summary());
            session.terminal().out().flush();
            window.ifPresent(launcher ->
                    session.openWindow(launcher, workspace, run.checked().result()));
        }
    }

    private ReportedRun runSample(Workspace workspace) {
        ImportReport loaded = session.complete(Sample.loadInto(workspace));
        session.terminal()
                .message("the sample " + (loaded.alreadyImported() ? "was loaded before: " : "is loaded: ")
                        + FigureText.count(loaded.stored().tally().accepted()) + " ticks of " + Sample.SYMBOL);
        BacktestRequest request = Sample.backtest(loaded);
        return new ReportedRuns(workspace, session)
                .run(request, ReportWishes.DEFAULT, report == null ? freshFolder(request) : report);
    }

    private Path freshFolder(BacktestRequest request) {
        String name = STAMP.format(session.clock().instant()) + "-" + request.symbol() + "-"
                + request.spec().strategy().name();
        Path results = session.home().results();
        Path folder = results.resolve(name);
        for (int i = 2; Files.exists(folder); i++) {
            folder = results.resolve(name + "-" + i);
        }
        return folder;
    }
}
