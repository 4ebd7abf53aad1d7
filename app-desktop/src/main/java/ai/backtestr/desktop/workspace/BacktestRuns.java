package ai.backtestr.desktop.workspace;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.task.TaskProgress;
import ai.backtestr.engine.bar.BarDataSource;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BarBacktest;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.util.concurrent.CancellationException;

/// Runs backtests on one instrument, on its ticks or on bars as they were recorded.
///
/// @param resources what they use, for as long as they run
/// @param watch hears of each
record BacktestRuns(Workspace workspace, RunResources resources, RunWatch watch) {
    /// Runs to the end, on the calling thread.
    ///
    /// @throws CancellationException if `control` cancels it
    BacktestResult run(BacktestRequest request, TaskControl control) {
        // Of several the shortest, inside of which the least has to be assumed.
        StoredData data = workspace.data(request.symbol(), request.recorded(), any -> false);
        if (data.recorded() != null) {
            return runOnBars(request, data.recorded(), control);
        }
        try (TickSource source = workspace.open(request.symbol(), request.range())) {
            long total = source.tickCount();
            Backtest backtest = prepare(request, source);
            control.reportFrom(() -> new TaskProgress(backtest.snapshot().ticks(), total, "ticks"));
            control.onCancel(backtest::cancel);
            watch.begin(backtest::wishForPart);
            try (Monitor.Watch _ = resources.watch(backtest)) {
                return backtest.run().orElseThrow(Workspace::cancellation);
            }
        }
    }

    private BacktestResult runOnBars(BacktestRequest request, Timeframe recorded, TaskControl control) {
        try (BarDataSource source = workspace.open(request.symbol(), recorded, request.range())) {
            long total = source.barCount();
            BarBacktest backtest = prepare(request, source);
            control.reportFrom(() -> new TaskProgress(backtest.snapshot().ticks(), total, "bars"));
            control.onCancel(backtest::cancel);
            watch.begin(backtest::wishForPart);
            return backtest.run().orElseThrow(Workspace::cancellation);
        }
    }

    private static BarBacktest prepare(BacktestRequest request, BarDataSource source) {
        try {
            return new BarBacktest(request.spec(), source, request.path());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(request.symbol() + ": " + e.getMessage(), e);
        }
    }

    private Backtest prepare(BacktestRequest request, TickSource source) {
        try {
            Monitor monitor = resources.monitor();
            return new Backtest(
                    request.spec(),
                    source,
                    TickPage.DEFAULT_CAPACITY,
                    resources.threads(),
                    monitor == null ? null : monitor.stages());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(request.symbol() + ": " + e.getMessage(), e);
        }
    }
}
