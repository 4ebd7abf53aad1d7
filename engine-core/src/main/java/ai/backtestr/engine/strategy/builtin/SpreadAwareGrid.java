package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import java.math.BigDecimal;
import java.util.List;

/// Trades a grid of prices: buys a quantity on each line the price falls to, sells one on each line it rises to, so
/// that
/// every move by a step and back earns a step. Lines are as far apart as the step says, and never closer than some
/// average spreads; while the spread is much wider than usual no orders stand.
///
/// At any time one buy and one sell limit stand, on the lines next to the one traded last. A loss beyond the limit,
/// or a price that leaves the lines of a one-sided grid without a position, has it begin anew where the price is.
/// What it holds at the end stays open.
///
/// It needs an account that nets positions.
public final class SpreadAwareGrid implements Strategy {
    /// How it is listed and set.
    public static final StrategyDefinition DEFINITION = new StrategyDefinition(
            "spread-grid",
            "Spread-aware grid",
            "Buys on each line of a grid that the price falls to and sells on each that it rises to; the lines keep their"
                    + " distance from the spread.",
            List.of(
                    decimal("step", "Distance of the lines, in percent of the price.", "0.2", "0.001", "20"),
                    decimal("spreads", "Least distance of the lines, in average spreads.", "3", "0", "1000"),
                    decimal(
                            "widest",
                            "Widest spread at which orders stand, in average spreads; 0 for any.",
                            "4",
                            "0",
                            "1000"),
                    new Parameter.WholeNumber("levels", "Most quantities held on one side.", 5, 1, 100),
                    decimal(
                            "loss",
                            "Loss at which it closes all and begins anew, in percent of equity; 0 for none.",
                            "5",
                            "0",
                            "100"),
                    Sizing.QUANTITY,
                    Direction.PARAMETER),
            SpreadAwareGrid::new);

    /// Ticks seen before the average spread counts for something.
    static final int WARM_UP_TICKS = 100;

    private final double stepShare;
    private final double spreadsApart;
    private final double widest;
    private final double lossShare;
    private final BigDecimal units;
    private final int lowest;
    private final int highest;
    private long quantity;
    private long ticks;
    private double averageSpread;
    private long anchor;
    private long step;
    private long equityAtAnchor;
    private int level;
    private int leastLevel;
    private int mostLevel;
    private boolean closing;
    private long buyId;
    private long sellId;

    private SpreadAwareGrid(ParameterValues values) {
        stepShare = values.decimal("step").doubleValue() / 100;
        spreadsApart = values.decimal("spreads").doubleValue();
        widest = values.decimal("widest").doubleValue();
        lossShare = values.decimal("loss").doubleValue() / 100;
        units = values.decimal("quantity");
        Direction direction = Direction.of(values);
        int levels = values.wholeNumber("levels");
        lowest = direction.allows(Side.SELL) ? -levels : 0;
        highest = direction.allows(Side.BUY) ? levels : 0;
    }

    private static Parameter decimal(String name, String description, String value, String least, String most) {
        return new Parameter.DecimalNumber(
                name, description, new BigDecimal(value), new BigDecimal(least), new BigDecimal(most));
    }

    @Override
    public void prepare(StrategySetup setup) {
        quantity = Sizing.quantity(units, setup.instrument());
        setup.listenToTicks();
    }

    @Override
    public void onStart(StrategyContext context) {
        Netting.require(context);
    }

    @Override
    public void onTick(StrategyContext context) {
        long spread = Math.max(0, context.ask() - context.bid());
        ticks++;
        averageSpread += (spread - averageSpread) / Math.min(ticks, 1000);
        if (ticks < WARM_UP_TICKS || (closing && context.position() != 0)) {
            return;
        }
        closing = false;
        if (anchor != 0 && isToBeginAnew(context)) {
            close(context);
        } else if (widest > 0 && spread > widest * averageSpread) {
            pull(context);
        } else if (buyId == 0 && sellId == 0) {
            place(context);
        }
    }

    private boolean isToBeginAnew(StrategyContext context) {
        if (level == 0) {
            long away = (context.bid() + context.ask()) / 2 - anchor;
            return (lowest == 0 && away > step) || (highest == 0 && away < -step);
        }
        return lossShare > 0 && equityAtAnchor - context.equity() > lossShare * equityAtAnchor;
    }

    private void close(StrategyContext context) {
        pull(context);
        context.closeAll();
        closing = true;
        anchor = 0;
    }

    private void pull(StrategyContext context) {
        cancel(buyId, context);
        cancel(sellId, context);
        buyId = 0;
        sellId = 0;
    }

    private static void cancel(long id, StrategyContext context) {
        if (id != 0) {
            context.cancel(id);
        }
    }

    private void place(StrategyContext context) {
        if (anchor == 0) {
            anchor(context);
        }
        long bought = (level + 1) * quantity - context.position(); // what a part filled before left to do
        if (level < mostLevel && bought > 0 && line(level + 1) > 0) {
            buyId = context.submit(OrderRequest.limit(Side.BUY, bought, line(level + 1)));
        }
        long sold = context.position() - (level - 1) * quantity;
        if (level > leastLevel && sold > 0) {
            sellId = context.submit(OrderRequest.limit(Side.SELL, sold, line(level - 1)));
        }
    }

    /// Returns the price at which so many quantities are held.
    private long line(int held) {
        return anchor - held * step;
    }

    private void anchor(StrategyContext context) {
        anchor = (context.bid() + context.ask()) / 2;
        step = Math.max(1, Math.round(Math.max(stepShare * anchor, spreadsApart * averageSpread)));
        equityAtAnchor = context.equity();
        level = 0;
        leastLevel = lowest;
        mostLevel = highest;
    }

    @Override
    public void onOrder(Order order, OrderEvent event, StrategyContext context) {
        boolean isOfGrid = order.request().limitPrice() != 0;
        if (event.kind() == OrderEvent.Kind.FILLED && isOfGrid) {
            level += order.side().sign();
            pull(context);
        } else if (event.kind() == OrderEvent.Kind.REJECTED && isOfGrid) {
            refused(order.side());
        }
    }

    /// Asks for no more than the account can carry until the grid begins anew.
    private void refused(Side side) {
        if (side == Side.BUY) {
            mostLevel = Math.min(mostLevel, level);
            buyId = 0;
        } else {
            leastLevel = Math.max(leastLevel, level);
            sellId = 0;
        }
    }
}
