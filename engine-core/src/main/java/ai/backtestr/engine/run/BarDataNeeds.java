package ai.backtestr.engine.run;

import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.LatencyModel;
import ai.backtestr.engine.order.SlippageModel;

/// What ticks have and bars have not.
final class BarDataNeeds {
    private BarDataNeeds() {}

    /// @throws IllegalArgumentException if a run needs any of it
    static void require(BacktestSpec spec, boolean listensToTicks) {
        if (listensToTicks) {
            throw new IllegalArgumentException(
                    "the strategy " + spec.strategy().name()
                            + " decides on ticks, and there are only bars; import ticks, or take a strategy that decides on bars");
        }
        ExecutionModel model = spec.execution();
        if (!model.latency().equals(LatencyModel.NONE)) {
            throw new IllegalArgumentException("bars do not tell what a latency costs; run without it, or on ticks");
        }
        if (model.limitFill() instanceof ExecutionModel.LimitFill.InQueue) {
            throw new IllegalArgumentException(
                    "bars do not show the queue at a price; fill limits by touch or through, or run on ticks");
        }
        if (model.liquidity() != ExecutionModel.Liquidity.UNLIMITED
                || model.slippage() instanceof SlippageModel.VolumeShare) {
            throw new IllegalArgumentException(
                    "bars do not show quoted sizes, which the liquidity or the slippage needs; take others, or ticks");
        }
    }
}
