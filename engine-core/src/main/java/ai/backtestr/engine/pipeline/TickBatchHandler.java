package ai.backtestr.engine.pipeline;

import ai.backtestr.engine.tick.TickPage;

/// Takes in ticks, a batch at a time, on the engine thread.
@FunctionalInterface
public interface TickBatchHandler {
    /// Takes in ticks `from` to `to` (exclusive) of `page`. The page belongs to the handler until it returns.
    void onBatch(TickPage page, int from, int to);
}
