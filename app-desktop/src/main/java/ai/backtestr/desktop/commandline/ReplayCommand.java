package ai.backtestr.desktop.commandline;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.output.PlacedFolder;
import ai.backtestr.desktop.replay.ReplaySession;
import ai.backtestr.desktop.replay.ReplayText;
import ai.backtestr.desktop.report.CheckedRun;
import ai.backtestr.desktop.report.RunReport;
import ai.backtestr.desktop.runs.ManifestDocument;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.runs.RunManifest;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.userstrategy.StrategyLibrary;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.replay.HandTraded;
import ai.backtestr.engine.replay.ReplayFrame;
import ai.backtestr.engine.replay.Step;
import ai.backtestr.engine.run.BacktestSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Plays an instrument with a strategy live and keeps what came of it, as `run` does.
@Command(
        name = "replay",
        description = {
            "Plays the ticks of an instrument, with a strategy if one is named, and tells each second how it stands.",
            "At the end the result is that of 'run' with the same options, and is kept. Ctrl-C stops it."
        })
final class ReplayCommand implements Runnable {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long LOOK_NS = 10_000_000L;

    private final CommandSession session;

    @Parameters(arity = "1", paramLabel = "SYMBOL", description = "Instrument, as 'backtestr symbols' lists it.")
    private String symbol = "";

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "What runs along, as 'backtestr strategies' lists it; nothing unless given.")
    private String strategy = HandTraded.BY_HAND;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "Sets a parameter of the strategy; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Mixin
    private RangeOptions range = new RangeOptions();

    @Option(
            names = "--start",
            paramLabel = "TIME",
            converter = ValueReaders.Time.class,
            description = "Go to this moment at once and play from there; what comes before has happened by then.")
    private @Nullable Long start;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            converter = SpeedReader.class,
            description = "Market time by real time: 1, 60, 0.5, or max for as fast as the engine goes; 1 unless"
                    + " given. Silences of the market longer than an hour are skipped.")
    private double speed = 1;

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Option(names = "--report", paramLabel = "DIR", description = "Write a report to this folder, as 'run' does.")
    private @Nullable Path report;

    @Spec
    private @Nullable CommandSpec command;

    ReplayCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        BacktestSpec plain = spec(
                new StrategyLibrary(session.home().strategies(), session.home().sessions()));
        TimeRange ticks = range.range();
        Instant started = session.clock().instant();
        try (Workspace workspace = session.openWorkspace()) {
            Instrument instrument = workspace.stored(symbol).instrument();
            BacktestRequest request = new BacktestRequest(symbol, ticks, settings.apply(plain, instrument));
            if (report == null) {
                ReplaySession.Outcome outcome = play(workspace, request);
                print(outcome, checked(outcome, workspace), workspace, started, null);
            } else {
                try (PlacedFolder folder = PlacedFolder.prepare(report)) {
                    ReplaySession.Outcome outcome = play(workspace, workspace.withChartBars(request));
                    CheckedRun checked = checked(outcome, workspace);
                    RunReport.write(
                            checked, ManifestDocument.of(RunManifest.of(outcome.request(), outcome.result())), folder);
                    print(outcome, checked, workspace, started, folder.place());
                }
            }
        }
    }

    private BacktestSpec spec(StrategyLibrary strategies) {
        BacktestSpec spec;
        try {
            spec = BacktestSpec.of(strategies.named(strategy), parameters);
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(command, e);
        }
        if (spec.strategy().instruments() > 1) {
            throw Usage.wrong(
                    command,
                    strategy + " trades " + spec.strategy().instruments()
                            + " instruments together and a replay plays one; use 'run' with --also, or choose a"
                            + " strategy that trades one");
        }
        return spec;
    }

    private ReplaySession.Outcome play(Workspace workspace, BacktestRequest request) {
        try (ReplaySession replay = session.complete(ReplaySession.opening(workspace, request))) {
            session.follow(new BackgroundTask<>("Replaying " + symbol, control -> follow(replay, control)));
            return session.complete(replay.ending());
        }
    }

    /// Plays to the end; tells where it begins, and then each second, how it stands.
    private ReplayFrame follow(ReplaySession replay, TaskControl control) {
        replay.clock().setSpeed(speed);
        if (start != null) {
            replay.clock().step(new Step.Moment(start)).join();
        }
        tell(replay);
        replay.clock().play();
        long toldNs = System.nanoTime();
        while (!control.isCancelled() && !isOver(replay.clock().frame())) {
            if (System.nanoTime() - toldNs >= SECOND_NS) {
                toldNs += SECOND_NS;
                tell(replay);
            }
            LockSupport.parkNanos(LOOK_NS);
        }
        replay.clock().pause();
        tell(replay);
        control.throwIfCancelled();
        ReplayFrame last = replay.clock().frame();
        if (last.failure() instanceof RuntimeException failure) {
            throw failure;
        }
        return last;
    }

    private static boolean isOver(ReplayFrame frame) {
        return frame.isAtEnd() || frame.failure() != null;
    }

    private void tell(ReplaySession replay) {
        session.terminal().line(ReplayText.line(replay.clock().frame(), replay.instrument()));
        session.terminal().out().flush();
    }

    private CheckedRun checked(ReplaySession.Outcome outcome, Workspace workspace) {
        return new ReportedRuns(workspace, session).checked(outcome.request(), outcome.result(), ReportWishes.DEFAULT);
    }

    private void print(
            ReplaySession.Outcome outcome,
            CheckedRun checked,
            Workspace workspace,
            Instant started,
            @Nullable Path folder) {
        StoredRun kept =
                new RunHistory(workspace).keep(outcome.request(), outcome.result(), started, List.of("replay"), "");
        session.terminal().line("");
        session.terminal().line(new ReportedRun(checked, kept, folder).summary());
    }
}
