package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.Atr;
import ai.backtestr.engine.indicator.Ema;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import java.math.BigDecimal;
import java.util.List;

/// Follows the trend of a long timeframe: where the last long bar closed above its average and a short bar does
/// too, it waits for the price to come back a little, tick by tick, and buys there; the other way round it sells.
///
/// The price waited for is the close of the short bar less a part of the average true range; each short bar sets it
/// anew. It leaves when a short bar closes on the other side of its average, or the long timeframe turns.
///
/// Source: Alexander Elder, Trading for a Living (1993), triple screen.
public final class MultiTimeframeTrend extends SignalStrategy {
    /// How it is listed and set.
    public static final StrategyDefinition DEFINITION = new StrategyDefinition(
            "multi-timeframe-trend",
            "Multi-timeframe trend",
            "Trades in the direction of the long timeframe when the short one agrees, and enters on a tick that has come"
                    + " back from the short bar's close.",
            SignalTrader.withParameters(
                    List.of(
                            new Parameter.WholeNumber(
                                    "filter", "Long bars in the average that decides the direction.", 10, 1, 10_000),
                            new Parameter.BarLength("long-timeframe", "Length of the long bars.", Timeframe.ONE_DAY),
                            new Parameter.WholeNumber(
                                    "signal", "Short bars in the average that gives the signal.", 20, 1, 10_000),
                            new Parameter.BarLength("timeframe", "Length of the short bars.", Timeframe.ONE_HOUR),
                            new Parameter.DecimalNumber(
                                    "pullback",
                                    "How far back from the close it enters, in average true ranges; 0 enters at once.",
                                    new BigDecimal("0.25"),
                                    BigDecimal.ZERO,
                                    BigDecimal.TEN)),
                    "2",
                    14),
            MultiTimeframeTrend::new);

    private final Timeframe longTimeframe;
    private final Ema filter;
    private final Ema signal;
    private final Atr range;
    private final double pullback;
    private double unitsPerPrice;
    private int trend;
    private int waitingSide;
    private long waitingPrice;

    private MultiTimeframeTrend(ParameterValues values) {
        super(values);
        longTimeframe = values.timeframe("long-timeframe");
        if (longTimeframe.isTime() == timeframe.isTime() && longTimeframe.compareTo(timeframe) <= 0) {
            throw new IllegalArgumentException(
                    "parameter long-timeframe: " + longTimeframe + " is not longer than timeframe, " + timeframe);
        }
        filter = new Ema(values.wholeNumber("filter"));
        signal = new Ema(values.wholeNumber("signal"));
        range = new Atr(values.wholeNumber("atr"));
        pullback = values.decimal("pullback").doubleValue();
    }

    @Override
    public void prepare(StrategySetup setup) {
        super.prepare(setup);
        unitsPerPrice = FixedPoint.powerOfTen(setup.instrument().priceScale());
        setup.indicator(longTimeframe, filter);
        setup.indicator(timeframe, signal);
        setup.indicator(timeframe, range);
        setup.listenToTicks();
    }

    @Override
    public void onBar(BarSeries bars, StrategyContext context) {
        if (bars.timeframe().equals(longTimeframe)) {
            trend = filter.isReady() ? (int) Math.signum(lastClose(bars) - filter.value()) : 0;
            leaveUnless(trend, context);
        } else if (signal.isReady() && range.isReady()) {
            onShortBar(lastClose(bars), context);
        }
    }

    private void onShortBar(double close, StrategyContext context) {
        int now = (int) Math.signum(close - signal.value());
        leaveUnless(now, context);
        waitingSide = now == trend && trader.side() != now ? now : 0;
        waitingPrice = Math.round((close - now * pullback * range.value()) * unitsPerPrice);
    }

    /// Leaves, and waits no longer for, a position against `side`.
    private void leaveUnless(int side, StrategyContext context) {
        if (trader.side() == -side) {
            trader.leave(context);
        }
        if (waitingSide == -side) {
            waitingSide = 0;
        }
    }

    @Override
    public void onTick(StrategyContext context) {
        if (waitingSide > 0 && context.takerPrice(Side.BUY) <= waitingPrice) {
            enter(Side.BUY, context);
        } else if (waitingSide < 0 && context.takerPrice(Side.SELL) >= waitingPrice) {
            enter(Side.SELL, context);
        }
    }

    private void enter(Side side, StrategyContext context) {
        waitingSide = 0;
        trader.enter(side, context);
    }
}
