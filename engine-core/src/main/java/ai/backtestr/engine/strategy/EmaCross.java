package ai.backtestr.engine.strategy;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.Ema;
import ai.backtestr.engine.number.FixedPoint;
import java.math.BigDecimal;
import java.util.List;

/// Follows the trend: long while a fast exponential moving average of closes is above a slow one, short while below.
///
/// When a bar closes on which the fast average has crossed the slow one, it turns the position round with one market
/// order, which the next tick fills. It is flat until the first cross.
public final class EmaCross implements Strategy {
    /// How it is listed and set.
    public static final StrategyDefinition DEFINITION = new StrategyDefinition(
            "ema-cross",
            "EMA cross",
            "Long while the fast exponential moving average of closes is above the slow one, short while below.",
            List.of(
                    new Parameter.WholeNumber("fast", "Bars in the fast average.", 12, 1, 10_000),
                    new Parameter.WholeNumber(
                            "slow", "Bars in the slow average; more than in the fast.", 26, 2, 10_000),
                    new Parameter.BarLength("timeframe", "Length of the bars.", Timeframe.FIFTEEN_MINUTES),
                    new Parameter.DecimalNumber(
                            "quantity",
                            "Units to hold, long or short.",
                            BigDecimal.ONE,
                            new BigDecimal("0.00000001"),
                            new BigDecimal("1000000000"))),
            EmaCross::new);

    private final Timeframe timeframe;
    private final BigDecimal units;
    private final Ema fast;
    private final Ema slow;
    private long quantity;
    private int lastSide;

    private EmaCross(ParameterValues values) {
        int fastPeriod = values.wholeNumber("fast");
        int slowPeriod = values.wholeNumber("slow");
        if (fastPeriod >= slowPeriod) {
            throw new IllegalArgumentException("parameter fast: " + fastPeriod + " is not below slow, " + slowPeriod);
        }
        timeframe = values.timeframe("timeframe");
        units = values.decimal("quantity");
        fast = new Ema(fastPeriod);
        slow = new Ema(slowPeriod);
    }

    @Override
    public void prepare(StrategySetup setup) {
        quantity = quantityAt(setup.instrument().quantityScale());
        setup.indicator(timeframe, fast);
        setup.indicator(timeframe, slow);
    }

    private long quantityAt(int scale) {
        try {
            return FixedPoint.toUnits(units, scale);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "parameter quantity: " + units.toPlainString() + " has more than the " + scale
                            + " decimals this instrument is traded in",
                    e);
        }
    }

    @Override
    public void onBar(BarSeries bars, StrategyContext context) {
        if (!slow.isReady()) {
            return;
        }
        int side = (int) Math.signum(fast.value() - slow.value());
        if (side == 0) {
            return;
        }
        if (lastSide != 0 && side != lastSide) {
            turn(side, context);
        }
        lastSide = side;
    }

    private void turn(int side, StrategyContext context) {
        long change = side * quantity - context.position();
        if (change > 0) {
            context.buy(change);
        } else if (change < 0) {
            context.sell(-change);
        }
    }
}
