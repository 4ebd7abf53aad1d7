package ai.backtestr.desktop.workspace;

import ai.backtestr.engine.run.BacktestResult;
import java.util.function.Consumer;

/// Who watches backtests while they go on.
@FunctionalInterface
public interface RunWatch {
    /// Nobody.
    RunWatch NONE = parts -> {};

    /// What a run tells of itself while it goes on.
    @FunctionalInterface
    interface Parts {
        /// Has `taker` told what came of the run so far, once, unless the run ends before; see
        /// [ai.backtestr.engine.run.Backtest#wishForPart]. Any thread; `taker` is called on the engine thread.
        ///
        /// @param atNanos when, by [System#nanoTime()]
        void wish(long atNanos, Consumer<BacktestResult> taker);
    }

    /// Hears that a run begins, on the thread that makes it.
    void begin(Parts parts);
}
