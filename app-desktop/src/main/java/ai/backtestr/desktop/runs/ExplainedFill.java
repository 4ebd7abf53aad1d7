package ai.backtestr.desktop.runs;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarDataSource;
import ai.backtestr.engine.explanation.FillExplainer;
import ai.backtestr.engine.explanation.FillExplanation;
import ai.backtestr.engine.explanation.TicksAround;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BarDataRun;
import ai.backtestr.engine.tick.TickSource;
import java.time.Duration;
import java.util.List;

/// A fill with what led to it, found by running its run again.
///
/// @param result what came of the run this time, which is what came of it then
/// @param explanation why the fill is as it is
/// @param around the ticks around it; nothing for a run on bar data
public record ExplainedFill(BacktestResult result, FillExplanation explanation, TicksAround around) {
    private static final List<Duration> LOOKS_BACK =
            List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(4), Duration.ofDays(40));
    private static final TicksAround NO_TICKS = new TicksAround(List.of(), List.of(), List.of());

    /// Returns the instrument of the fill.
    public Instrument instrument() {
        return result.instrumentOf(explanation.fill().orderId());
    }

    /// Runs a manifest again and explains a fill of it.
    ///
    /// @param name what the user calls the run, for messages
    /// @param request what the manifest says to run
    /// @param number the fill, from 1
    /// @param ticks how many ticks to show before and after it
    public static BackgroundTask<ExplainedFill> of(
            Workspace workspace, String name, RunManifest manifest, BacktestRequest request, int number, int ticks) {
        return new BackgroundTask<>("Running " + manifest.strategy() + " again", control -> {
            BacktestResult result = again(workspace, name, manifest, request, control);
            return of(workspace, request, result, number, ticks);
        });
    }

    /// Runs a manifest again.
    ///
    /// @throws ProblemException if something else comes of it now
    public static BacktestResult again(
            Workspace workspace, String name, RunManifest manifest, BacktestRequest request, TaskControl control) {
        BackgroundTask<BacktestResult> task = workspace.backtest(request);
        control.reportFrom(task::progress);
        control.onCancel(task::cancel);
        BacktestResult result = task.run();
        if (!result.resultHash().equals(manifest.resultHash())) {
            throw new ProblemException("run " + name + " does not come out as it did, so its fills cannot be explained;"
                    + " 'backtestr rerun " + name + "' tells what has changed");
        }
        return result;
    }

    /// Explains a fill of a result.
    ///
    /// @param request what it came of
    /// @throws ProblemException if there is no such fill
    public static ExplainedFill of(
            Workspace workspace, BacktestRequest request, BacktestResult result, int number, int ticks) {
        if (number < 1 || number > result.fills().size()) {
            throw new ProblemException("there is no fill " + number + "; the run has "
                    + result.fills().size() + (result.fills().size() == 1 ? " fill" : " fills"));
        }
        Fill fill = result.fills().get(number - 1);
        FillExplainer explainer = FillExplainer.of(result, number);
        String symbol = result.instrumentOf(fill.orderId()).symbol();
        BarDataRun barData = result.barData();
        if (barData != null) {
            Bar bar = bar(workspace, request, barData, fill);
            return new ExplainedFill(result, explainer.explain(number, bar), NO_TICKS);
        }
        TicksAround around = around(workspace, symbol, request, fill.timeNs(), ticks);
        return new ExplainedFill(result, explainer.explain(number, around), around);
    }

    /// Looks back further and further until there are enough ticks before it.
    private static TicksAround around(
            Workspace workspace, String symbol, BacktestRequest request, long timeNs, int count) {
        for (Duration back : LOOKS_BACK) {
            long fromNs = Math.max(request.range().fromNs(), timeNs - back.toNanos());
            TicksAround around = around(workspace, symbol, request, fromNs, timeNs, count);
            if (around.before().size() >= count || fromNs == request.range().fromNs()) {
                return around;
            }
        }
        return around(workspace, symbol, request, request.range().fromNs(), timeNs, count);
    }

    private static TicksAround around(
            Workspace workspace, String symbol, BacktestRequest request, long fromNs, long timeNs, int count) {
        TimeRange range = new TimeRange(fromNs, request.range().toNs());
        try (TickSource source = workspace.open(symbol, range)) {
            return TicksAround.of(source, timeNs, count);
        }
    }

    private static Bar bar(Workspace workspace, BacktestRequest request, BarDataRun barData, Fill fill) {
        TimeRange range = new TimeRange(fill.timeNs(), fill.timeNs() + 1);
        try (BarDataSource source = workspace.open(request.symbol(), barData.timeframe(), range)) {
            source.next();
            return source.bar();
        }
    }
}
