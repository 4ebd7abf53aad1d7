package ai.backtestr.desktop.replay;

import ai.backtestr.data.cache.TickPages;
import ai.backtestr.data.store.PagesProgress;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.task.TaskProgress;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.replay.Replay;
import ai.backtestr.engine.replay.ReplayClock;
import ai.backtestr.engine.replay.ReplayFrame;
import ai.backtestr.engine.replay.ReplayTicks;
import ai.backtestr.engine.replay.Step;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.tick.TickSource;

/// A replay of stored ticks, from its opening to the result that is kept of it. Any thread.
public final class ReplaySession implements AutoCloseable {
    /// What comes of a session: a run like any other, and what was asked for to get it again.
    ///
    /// @param request the backtest that gives the same
    /// @param result what it comes to
    public record Outcome(BacktestRequest request, BacktestResult result) {}

    private final Workspace workspace;
    private final BacktestRequest request;
    private final ReplayTicks ticks;
    private final ReplayClock clock;

    private ReplaySession(Workspace workspace, BacktestRequest request, ReplayTicks ticks, ReplayClock clock) {
        this.workspace = workspace;
        this.request = request;
        this.ticks = ticks;
        this.clock = clock;
    }

    /// Opens a replay of what `request` runs, before the first tick. Whoever gets the session closes it.
    public static BackgroundTask<ReplaySession> opening(Workspace workspace, BacktestRequest request) {
        return new BackgroundTask<>(
                "Opening the replay of " + request.symbol(), control -> open(workspace, request, control));
    }

    private static ReplaySession open(Workspace workspace, BacktestRequest request, TaskControl control) {
        if (workspace.stored(request.symbol()).recorded() != null) {
            throw new ProblemException(
                    request.symbol() + " has recorded bars alone, and a replay goes through ticks; import some");
        }
        boolean hasTrades;
        try (TickSource source = workspace.open(request.symbol(), request.range())) {
            hasTrades = source.hasTrades();
        }
        TickPages pages = workspace.store().pages(request.symbol(), watchedBy(control));
        StoredReplayTicks ticks = new StoredReplayTicks(pages, hasTrades, request.range());
        try {
            ReplayClock clock = new ReplayClock(new Replay(request.spec(), ticks));
            return new ReplaySession(workspace, request, ticks, clock);
        } catch (IllegalArgumentException e) {
            ticks.close();
            throw new ProblemException(request.symbol() + ": " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            ticks.close();
            throw e;
        }
    }

    private static PagesProgress watchedBy(TaskControl control) {
        return new PagesProgress() {
            @Override
            public void update(long done, long of) {
                control.report(new TaskProgress(done, of, "ticks"));
            }

            @Override
            public boolean cancelled() {
                return control.isCancelled();
            }
        };
    }

    /// Returns what plays it.
    public ReplayClock clock() {
        return clock;
    }

    /// Returns the instrument that is replayed.
    public Instrument instrument() {
        return ticks.instrument();
    }

    /// Returns what it was opened with.
    public BacktestRequest request() {
        return request;
    }

    /// Ends the session at the moment at which it stands, with all ticks of that moment, and runs it once more from
    /// the first tick to there, as what can be kept and repeated. What was done by hand is written down first.
    ///
    /// The two have to come to the same; if they did not, neither could be trusted.
    public BackgroundTask<Outcome> ending() {
        return new BackgroundTask<>("Ending the replay of " + request.symbol(), this::end);
    }

    private Outcome end(TaskControl control) {
        ReplayFrame last = clock.step(new Step.Moment(clock.frame().momentNs())).join();
        if (last.position() == 0) {
            throw new ProblemException("the replay has not come to its first tick; there is no result yet");
        }
        BacktestSpec spec = clock.ask(Replay::spec).join();
        clock.ask(replay -> replay.journal().until(replay.position()))
                .thenAccept(done ->
                        workspace.strategies().keepSession(request.spec().strategy(), done))
                .join();
        BacktestRequest again = new BacktestRequest(request.symbol(), rangeTo(last), spec);
        BackgroundTask<BacktestResult> run = workspace.backtest(again);
        control.reportFrom(run::progress);
        control.onCancel(run::cancel);
        BacktestResult result = run.run();
        String replayed = clock.ask(replay -> replay.result(result.dataDigest()).resultHash())
                .join();
        if (!replayed.equals(result.resultHash())) {
            throw new IllegalStateException(
                    "the replay came to another result than its run: " + replayed + " is not " + result.resultHash());
        }
        return new Outcome(again, result);
    }

    private TimeRange rangeTo(ReplayFrame last) {
        return last.isAtEnd() ? request.range() : new TimeRange(request.range().fromNs(), last.momentNs() + 1);
    }

    @Override
    public void close() {
        clock.close();
        ticks.close();
    }
}
