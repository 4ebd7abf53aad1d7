package ai.backtestr.desktop.workspace;

import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.thread.RunThreads;
import org.jspecify.annotations.Nullable;

/// How backtests use the machine, and who watches them. It changes the speed and never the result.
///
/// @param threads how they use their threads
/// @param monitor what watches them; null for nothing
public record RunResources(RunThreads threads, @Nullable Monitor monitor) {
    /// Nothing special.
    public static final RunResources DEFAULT = new RunResources(RunThreads.DEFAULT, null);

    /// Counts the ticks of `backtest` until the returned handle is closed.
    Monitor.Watch watch(Backtest backtest) {
        return monitor == null
                ? () -> {}
                : monitor.watchTicks(() -> backtest.snapshot().ticks());
    }
}
