package ai.backtestr.engine.order;

import org.jspecify.annotations.Nullable;

/// How orders meet the market. Immutable; all of it goes into the result hash.
///
/// @param limitFill when an order that rests at its limit is filled
/// @param liquidity how much a tick can fill
/// @param slippage how much worse than the quote
/// @param latency how long messages travel
/// @param spread what is taken for the spread
/// @param longestSilenceNs a market order is refused if the first quote after its arrival comes later than this;
///     `Long.MAX_VALUE` never refuses
/// @param seed where everything random comes from
public record ExecutionModel(
        LimitFill limitFill,
        Liquidity liquidity,
        SlippageModel slippage,
        LatencyModel latency,
        SpreadModel spread,
        long longestSilenceNs,
        long seed) {
    /// Filled on touch, any quantity, no slippage, no latency, the recorded spread, however old the last quote.
    public static final ExecutionModel DEFAULT = new ExecutionModel(
            LimitFill.TOUCH,
            Liquidity.UNLIMITED,
            new SlippageModel.None(),
            LatencyModel.NONE,
            new SpreadModel.FromData(),
            Long.MAX_VALUE,
            1);

    /// When an order that rests at its limit is filled.
    public sealed interface LimitFill {
        /// When the other side reaches the limit: at the price it then has, which is the limit or better.
        LimitFill TOUCH = ByQuote.TOUCH;

        /// When the other side goes beyond the limit: at the limit, as the last in a queue would be.
        LimitFill THROUGH = ByQuote.THROUGH;

        /// The rules that look at quotes alone.
        enum ByQuote implements LimitFill {
            TOUCH,
            THROUGH
        }

        /// When its turn in the queue at its price has come, the price was traded through, or the other side
        /// reaches it: at the limit. Needs quotes with sizes, and trades where there are any.
        ///
        /// @param model how it comes forward
        record InQueue(QueueModel model) implements LimitFill {}
    }

    /// How much a tick can fill.
    public enum Liquidity {
        /// Whatever is asked for.
        UNLIMITED,
        /// The size quoted on the side that is taken, or the size traded, once for all orders together. A tick that
        /// shows no size fills whatever is asked for.
        QUOTED_SIZE
    }

    public ExecutionModel {
        if (limitFill instanceof LimitFill.InQueue && !(spread instanceof SpreadModel.FromData)) {
            throw new IllegalArgumentException("a place in the queue is one at the recorded quote, not at the spread "
                    + spread + "; take the recorded spread, or fill limits by touch or through");
        }
        if (longestSilenceNs <= 0) {
            throw new IllegalArgumentException("a longest silence of " + longestSilenceNs + " ns is not above 0");
        }
    }

    /// Returns how orders come forward in a queue; null if limits are not filled by that.
    @Nullable
    QueueModel queue() {
        return limitFill instanceof LimitFill.InQueue in ? in.model() : null;
    }

    /// Returns the same with another rule for limits.
    public ExecutionModel withLimitFill(LimitFill rule) {
        return new ExecutionModel(rule, liquidity, slippage, latency, spread, longestSilenceNs, seed);
    }

    /// Returns the same with other liquidity.
    public ExecutionModel withLiquidity(Liquidity model) {
        return new ExecutionModel(limitFill, model, slippage, latency, spread, longestSilenceNs, seed);
    }

    /// Returns the same with other slippage.
    public ExecutionModel withSlippage(SlippageModel model) {
        return new ExecutionModel(limitFill, liquidity, model, latency, spread, longestSilenceNs, seed);
    }

    /// Returns the same with another latency.
    public ExecutionModel withLatency(LatencyModel model) {
        return new ExecutionModel(limitFill, liquidity, slippage, model, spread, longestSilenceNs, seed);
    }

    /// Returns the same with another spread.
    public ExecutionModel withSpread(SpreadModel model) {
        return new ExecutionModel(limitFill, liquidity, slippage, latency, model, longestSilenceNs, seed);
    }

    /// Returns the same that refuses market orders after a longer silence than this.
    public ExecutionModel withLongestSilence(long ns) {
        return new ExecutionModel(limitFill, liquidity, slippage, latency, spread, ns, seed);
    }

    /// Returns the same with another seed.
    public ExecutionModel withSeed(long newSeed) {
        return new ExecutionModel(limitFill, liquidity, slippage, latency, spread, longestSilenceNs, newSeed);
    }
}
