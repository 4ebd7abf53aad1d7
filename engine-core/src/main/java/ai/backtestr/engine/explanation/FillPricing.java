package ai.backtestr.engine.explanation;

import ai.backtestr.engine.explanation.TicksAround.Tick;
import ai.backtestr.engine.instrument.ContractValue;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import org.jspecify.annotations.Nullable;

/// What a fill's price ought to be on a tick.
///
/// @param tick the tick it is taken to have been made on, as recorded
/// @param bid what orders met for the bid, by the run's spread model
/// @param ask what they met for the ask
/// @param quotePrice what the order was entitled to before slippage
/// @param slippage by how much the fill is worse, in units of the price scale
/// @param model what the slippage model makes of it
/// @param confirmed whether quote, rule and slippage model give just the price and the slippage that were booked
record FillPricing(
        Tick tick, long bid, long ask, long quotePrice, long slippage, ModelSlippage model, boolean confirmed) {

    /// @param range the average true range that the slippage model needs, as it stood then; null if it was not
    ///     known
    static FillPricing of(
            Tick tick,
            Fill fill,
            OrderLife life,
            ExecutionModel model,
            @Nullable RangeThen range,
            Instrument instrument) {
        Market market = new Market(model.spread());
        market.onTick(tick.timeNs(), tick.bid(), tick.ask(), tick.isTrade());
        long taker = market.takerPrice(fill.side());
        boolean atLimit = fill.maker() && !model.limitFill().equals(ExecutionModel.LimitFill.TOUCH);
        long quotePrice = atLimit ? fill.price() : taker;
        long slippage = fill.side().sign() * (fill.price() - quotePrice);
        long size = fill.side() == Side.BUY ? tick.askSize() : tick.bidSize();
        ModelSlippage expected =
                ModelSlippage.of(model.slippage(), quotePrice, fill.quantity(), size, range, slippage, instrument);
        boolean confirmed = fill.maker()
                ? makerHolds(fill, life, tick, taker, model.limitFill())
                : slippage == bounded(expected.units(), fill, life, quotePrice, slippage);
        long cost = new ContractValue(instrument).of(Math.abs(slippage), fill.quantity());
        return new FillPricing(
                tick, market.bid(), market.ask(), quotePrice, slippage, expected, confirmed && cost == fill.slippage());
    }

    /// Filled at what the other side then quoted, or at its limit: once that was passed or, by its place in the
    /// queue, once there was a trade or a quote of the other side as good; never beyond its limit.
    private static boolean makerHolds(Fill fill, OrderLife life, Tick tick, long taker, ExecutionModel.LimitFill rule) {
        int sign = fill.side().sign();
        boolean reached;
        if (rule instanceof ExecutionModel.LimitFill.InQueue) {
            long met = fill.side() == Side.BUY ? tick.ask() : tick.bid();
            reached = sign * met <= sign * fill.price();
        } else {
            reached = rule.equals(ExecutionModel.LimitFill.TOUCH)
                    ? taker == fill.price()
                    : sign * taker < sign * fill.price();
        }
        return reached && isWithinLimit(fill.price(), life);
    }

    private static boolean isWithinLimit(long price, OrderLife life) {
        OrderRequest request = life.order().request();
        boolean isKnown = request.limitPrice() != 0 && FillRule.isUnchanged(life);
        return !isKnown || request.side().sign() * (price - request.limitPrice()) <= 0;
    }

    /// A limit is not passed, and no price is below one unit.
    private static long bounded(long units, Fill fill, OrderLife life, long quotePrice, long actual) {
        boolean isCapped = life.order().request().type().endsAsLimit() && actual >= 0 && actual < units;
        long lowest = quotePrice - 1;
        return isCapped ? actual : fill.side() == Side.SELL ? Math.min(units, lowest) : units;
    }
}
