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
import ai.backtestr.engine.order.SlippageModel;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a fill's price ought to be on a tick.
///
/// @param tick the tick it is taken to have been made on, as recorded
/// @param bid what orders met for the bid, by the run's spread model
/// @param ask what they met for the ask
/// @param quotePrice what the order was entitled to before slippage
/// @param slippage by how much the fill is worse, in units of the price scale
/// @param confirmed whether quote, rule and slippage model give just the price and the slippage that were booked
record FillPricing(Tick tick, long bid, long ask, long quotePrice, long slippage, boolean confirmed) {

    static FillPricing of(Tick tick, Fill fill, OrderLife life, ExecutionModel model, Instrument instrument) {
        Market market = new Market(model.spread());
        market.onTick(tick.timeNs(), tick.bid(), tick.ask(), tick.isTrade());
        long taker = market.takerPrice(fill.side());
        boolean atLimit = fill.maker() && !model.limitFill().equals(ExecutionModel.LimitFill.TOUCH);
        long quotePrice = atLimit ? fill.price() : taker;
        long slippage = fill.side().sign() * (fill.price() - quotePrice);
        boolean confirmed = fill.maker()
                ? makerHolds(fill, life, tick, taker, model.limitFill())
                : slippage == expectedSlippage(tick, fill, life, model, quotePrice, slippage);
        long cost = new ContractValue(instrument).of(Math.abs(slippage), fill.quantity());
        return new FillPricing(
                tick, market.bid(), market.ask(), quotePrice, slippage, confirmed && cost == fill.slippage());
    }

    /// Filled at what the other side then quoted, or at its limit: once that was passed or, by its place in the queue,
    /// once there was a trade or a quote of the other side as good; never beyond its limit.
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

    private static long expectedSlippage(
            Tick tick, Fill fill, OrderLife life, ExecutionModel model, long quotePrice, long actual) {
        long worst = switch (model.slippage()) {
            case SlippageModel.None none -> 0;
            case SlippageModel.Fixed(long units) -> units;
            case SlippageModel.Random(long most) -> actual >= 0 && actual <= most ? actual : most;
            case SlippageModel.VolumeShare(BigDecimal percent) -> share(percent, tick, fill, quotePrice);
            case SlippageModel.AtrShare share -> Math.max(0, actual); // the bars before are not among these ticks
        };
        boolean isCapped = life.order().request().type().endsAsLimit() && actual >= 0 && actual < worst;
        long lowest = quotePrice - 1; // a price is never below one unit
        return isCapped ? actual : fill.side() == Side.SELL ? Math.min(worst, lowest) : worst;
    }

    private static long share(BigDecimal percent, Tick tick, Fill fill, long quotePrice) {
        long size = fill.side() == Side.BUY ? tick.askSize() : tick.bidSize();
        return size == 0
                ? 0
                : percent.movePointLeft(2)
                        .multiply(BigDecimal.valueOf(quotePrice))
                        .multiply(BigDecimal.valueOf(fill.quantity()))
                        .divide(BigDecimal.valueOf(size), 0, RoundingMode.CEILING)
                        .longValueExact();
    }
}
