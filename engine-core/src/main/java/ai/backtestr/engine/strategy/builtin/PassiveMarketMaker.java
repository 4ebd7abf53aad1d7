package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.order.OrderChange;
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

/// Earns the spread: keeps a post-only buy limit below and a post-only sell limit above the middle of the quote,
/// moves both down the more it is long and up the more it is short, and quotes only the side that makes the
/// position smaller once it has reached its limit.
///
/// ```
///   reference = middle of the quote - skew * held / limit
///   buy limit = reference - width, at most one unit below the ask
///   sell limit = reference + width, at least one unit above the bid
/// ```
///
/// What it holds at the end stays open. Whether a limit that is merely touched fills decides what it earns: compare
/// the fill rules. It needs an account that nets positions.
///
/// Source: Avellaneda and Stoikov, "High-frequency trading in a limit order book", Quantitative Finance 8 (2008),
/// with a linear skew.
public final class PassiveMarketMaker implements Strategy {
    /// How it is listed and set.
    public static final StrategyDefinition DEFINITION = new StrategyDefinition(
            "market-maker",
            "Passive market maker",
            "Quotes both sides of the market with post-only limits, skewed by what it holds.",
            List.of(
                    points("width", "Distance of each limit from the middle, in hundredths of a percent.", "1", "0.01"),
                    points("skew", "Shift of both limits at the position limit, in hundredths of a percent.", "1", "0"),
                    new Parameter.WholeNumber("limit", "Most quantities held on one side.", 5, 1, 1000),
                    new Parameter.WholeNumber(
                            "refresh", "Milliseconds between changes of the limits.", 1000, 0, 600_000),
                    Sizing.QUANTITY),
            PassiveMarketMaker::new);

    private static final double POINTS = 10_000;
    private static final long MILLISECOND_NS = 1_000_000;

    private final double width;
    private final double skew;
    private final int limit;
    private final long refreshNs;
    private final BigDecimal units;
    private final Quote buy = new Quote(Side.BUY);
    private final Quote sell = new Quote(Side.SELL);
    private long quantity;
    private long nextNs = Long.MIN_VALUE;

    private PassiveMarketMaker(ParameterValues values) {
        width = values.decimal("width").doubleValue() / POINTS;
        skew = values.decimal("skew").doubleValue() / POINTS;
        limit = values.wholeNumber("limit");
        refreshNs = values.wholeNumber("refresh") * MILLISECOND_NS;
        units = values.decimal("quantity");
    }

    private static Parameter points(String name, String description, String value, String least) {
        return new Parameter.DecimalNumber(
                name, description, new BigDecimal(value), new BigDecimal(least), new BigDecimal("1000"));
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
        if (context.timeNs() < nextNs) {
            return;
        }
        nextNs = context.timeNs() + refreshNs;
        long bid = context.takerPrice(Side.SELL);
        long ask = context.takerPrice(Side.BUY);
        double middle = (bid + ask) / 2.0;
        double held = (double) context.position() / quantity;
        double reference = middle - skew * middle * held / limit;
        buy.show(Math.min((long) Math.floor(reference - width * middle), ask - 1), held < limit, context);
        sell.show(Math.max((long) Math.ceil(reference + width * middle), bid + 1), held > -limit, context);
    }

    /// The limit that stands on one side.
    private final class Quote {
        private final Side side;
        private long id;
        private long price;

        Quote(Side side) {
            this.side = side;
        }

        void show(long wanted, boolean wantsMore, StrategyContext context) {
            boolean stands = id != 0 && context.openQuantity(id) > 0;
            if (!wantsMore || wanted <= 0) {
                if (stands) {
                    context.cancel(id);
                }
                id = 0;
            } else if (!stands) {
                id = context.submit(OrderRequest.limit(side, quantity, wanted).asPostOnly());
                price = wanted;
            } else if (wanted != price) {
                context.modify(id, OrderChange.limit(wanted));
                price = wanted;
            }
        }
    }
}
