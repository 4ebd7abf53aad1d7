package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.InputPrice;
import ai.backtestr.engine.instrument.ContractValue;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.PositionSize;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import java.math.BigDecimal;
import java.util.List;

/// Bets that two instruments which go together come back together: where the spread of their logarithmic prices is
/// many deviations from its mean, sells the one that is dear and buys the other for as much money; leaves when the
/// spread is back, or gives up when it is too far away.
///
/// The spread is ln a − β ln b of the closes of bars that both have, with β 1, or the slope of the regression of ln a
/// on ln b over the same bars. The second instrument is traded for β times the worth of the first, in the account's
/// currency. While one of the two entries is refused nothing is held.
///
/// Sources: Gatev, Goetzmann and Rouwenhorst, "Pairs trading: performance of a relative-value arbitrage rule", The
/// Review of Financial Studies 19 (2006); Vidyamurthy, Pairs Trading (2004).
public final class PairsReversion implements Strategy {
    private static final String RATIO = "ratio";
    private static final String REGRESSION = "regression";
    private static final BigDecimal MOST = BigDecimal.valueOf(20);

    /// How it is listed and set.
    public static final StrategyDefinition DEFINITION = new StrategyDefinition(
                    "pairs-reversion",
                    "Pairs reversion",
                    "Of two instruments, sells the one that is dear against the other and buys that, by the Z-score of"
                            + " their spread; leaves when it is back.",
                    List.of(
                            new Parameter.WholeNumber("period", "Bars in mean and deviation.", 100, 10, 10_000),
                            deviations("entry", "Deviations from the mean to enter at.", "2", "0.1"),
                            deviations("exit", "Deviations from the mean to leave at.", "0.5", "0"),
                            deviations("stop", "Deviations from the mean to give up at; 0 for never.", "4", "0"),
                            new Parameter.Choice(
                                    "hedge",
                                    "How much of the second goes with the first: as much money, or the slope of their"
                                            + " regression times as much.",
                                    RATIO,
                                    List.of(RATIO, REGRESSION)),
                            Sizing.QUANTITY,
                            new Parameter.BarLength("timeframe", "Length of the bars.", Timeframe.FIFTEEN_MINUTES)),
                    PairsReversion::new)
            .trading(2);

    private final Timeframe timeframe;
    private final SpreadScore score;
    private final double entry;
    private final double exit;
    private final double stop;
    private final BigDecimal units;
    private long quantity;
    private List<BarSeries> bars = List.of();
    private long seenNs = Long.MIN_VALUE;
    private int side;
    private boolean waits;

    private PairsReversion(ParameterValues values) {
        timeframe = values.timeframe("timeframe");
        if (!timeframe.isTime()) {
            throw new IllegalArgumentException(
                    "parameter timeframe: bars of two instruments end together only by the clock; take a time");
        }
        score = new SpreadScore(
                values.wholeNumber("period"), values.choice("hedge").equals(REGRESSION));
        entry = values.decimal("entry").doubleValue();
        exit = values.decimal("exit").doubleValue();
        stop = values.decimal("stop").doubleValue();
        units = values.decimal("quantity");
        if (exit >= entry) {
            throw new IllegalArgumentException("parameter exit: it has to be below entry");
        }
        if (stop != 0 && stop <= entry) {
            throw new IllegalArgumentException("parameter stop: it has to be above entry, or 0");
        }
    }

    private static Parameter deviations(String name, String description, String value, String least) {
        return new Parameter.DecimalNumber(name, description, new BigDecimal(value), new BigDecimal(least), MOST);
    }

    @Override
    public void prepare(StrategySetup setup) {
        quantity = Sizing.quantity(units, setup.instrument());
        bars = List.of(setup.of(0).bars(timeframe), setup.of(1).bars(timeframe));
    }

    @Override
    public void onBar(BarSeries closed, StrategyContext context) {
        BarSeries first = bars.get(0);
        BarSeries second = bars.get(1);
        if (first.count() == 0 || second.count() == 0) {
            return;
        }
        long startNs = first.timeNs(first.count() - 1);
        if (startNs != second.timeNs(second.count() - 1) || startNs == seenNs) {
            return;
        }
        seenNs = startNs;
        score.add(lastClose(first), lastClose(second));
        if (score.isReady()) {
            decide(context);
        }
    }

    private static double lastClose(BarSeries series) {
        return InputPrice.CLOSE.of(series, series.count() - 1);
    }

    private void decide(StrategyContext context) {
        double deviations = score.value();
        double distance = Math.abs(deviations);
        waits = waits && distance > exit;
        if (side == 0) {
            tidyUp(context);
            if (distance >= entry && !waits && isWithinStop(distance)) {
                enter(deviations < 0 ? 1 : -1, context);
            }
        } else if (side * deviations >= -exit || isBroken(context)) {
            leave(context);
        } else if (!isWithinStop(distance)) {
            waits = true; // until the spread has been back
            leave(context);
        }
    }

    private boolean isWithinStop(double distance) {
        return stop == 0 || distance < stop;
    }

    private void enter(int direction, StrategyContext context) {
        StrategyContext first = context.of(0);
        StrategyContext second = context.of(1);
        Side firstSide = direction > 0 ? Side.BUY : Side.SELL;
        long other = counterpart(first, second, firstSide);
        if (other > 0) {
            side = direction;
            order(first, firstSide, quantity);
            order(second, firstSide.opposite(), other);
        }
    }

    private static void order(StrategyContext context, Side side, long size) {
        if (side == Side.BUY) {
            context.buy(size);
        } else {
            context.sell(size);
        }
    }

    /// Returns how much of the second instrument goes with the first; 0 where it is not worth an order.
    private long counterpart(StrategyContext first, StrategyContext second, Side firstSide) {
        double slope = score.slope();
        if (slope <= 0 || !first.hasPrice() || !second.hasPrice()) {
            return 0;
        }
        long worth = new ContractValue(first.instrument()).of(first.takerPrice(firstSide), quantity);
        long money = second.toQuoteCurrency(first.toAccountCurrency(worth));
        long price = second.takerPrice(firstSide.opposite());
        return new PositionSize(second.instrument()).money(Math.round(money * slope), price);
    }

    private void leave(StrategyContext context) {
        side = 0;
        for (int i = 0; i < bars.size(); i++) {
            context.of(i).cancelAll();
            context.of(i).closeAll();
        }
    }

    /// Closes what an entry left that was filled while it was being cancelled.
    private void tidyUp(StrategyContext context) {
        for (int i = 0; i < bars.size(); i++) {
            StrategyContext one = context.of(i);
            if (!one.positions().isEmpty() && one.openOrders().isEmpty()) {
                one.closeAll();
            }
        }
    }

    /// One leg without the other is no pair.
    @Override
    public void onOrder(Order order, OrderEvent event, StrategyContext context) {
        if (side != 0 && event.kind() == OrderEvent.Kind.REJECTED) {
            leave(context);
        }
    }

    /// Tells whether the broker has closed one of the two.
    private boolean isBroken(StrategyContext context) {
        for (int i = 0; i < bars.size(); i++) {
            StrategyContext one = context.of(i);
            if (one.positions().isEmpty() && one.openOrders().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
