package ai.backtestr.desktop.replay;

import ai.backtestr.desktop.chart.TradeLevels;
import ai.backtestr.engine.account.OpenPosition;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.order.OrderPrices;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.OrderType;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.replay.HandChange;
import ai.backtestr.engine.replay.HandOrder;
import ai.backtestr.engine.run.RunState;
import ai.backtestr.render.chart.PriceLevel;
import ai.backtestr.render.order.OrderDesk;
import ai.backtestr.render.order.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The orders of a replay as lines to be dragged, and what is done with those that are dropped.
///
/// What is shown is of the latest frame; what is done is done at the moment at which the replay then stands, and
/// refused there if it does not suit any more. FX thread only.
final class ReplayOrders implements OrderDesk {
    private final Instrument instrument;
    private final Supplier<RunState> now;
    private final Consumer<HandOrder> onOrder;

    /// @param now how the replay stands
    /// @param onOrder does something by hand
    ReplayOrders(Instrument instrument, Supplier<RunState> now, Consumer<HandOrder> onOrder) {
        this.instrument = instrument;
        this.now = now;
        this.onOrder = onOrder;
    }

    /// Returns the lines of what is held and of the orders that wait for a price.
    List<OrderLine> lines() {
        RunState state = now.get();
        List<OrderLine> lines = new ArrayList<>();
        for (PriceLevel level : TradeLevels.held(state, instrument)) {
            lines.add(new OrderLine(0, OrderLine.Role.POSITION, level.price(), level.label(), false));
        }
        Held held = Held.of(state);
        for (OrderLife life : state.openOrders()) {
            long price = price(life);
            if (price > 0) {
                lines.add(line(life, price, held));
            }
        }
        return lines;
    }

    private OrderLine line(OrderLife life, long price, @Nullable Held held) {
        OrderRequest request = life.order().request();
        OrderLine.Role role = OrderLine.Role.ENTRY;
        String type = request.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String label = request.side().name().toLowerCase(Locale.ROOT) + " " + type + " "
                + instrument.shortQuantity(request.quantity()) + " @ " + instrument.formatPrice(price);
        if (held != null && request.side() != held.side) {
            boolean isTarget = held.isProfit(price) && !isStop(request.type());
            role = isTarget ? OrderLine.Role.TARGET : OrderLine.Role.STOP;
            label += "  " + money(held, price);
        }
        return new OrderLine(
                life.order().id(),
                role,
                FixedPoint.toDouble(price, instrument.priceScale()),
                label,
                request.trail() == null);
    }

    private static boolean isStop(OrderType type) {
        return type == OrderType.STOP
                || type == OrderType.STOP_LIMIT
                || type == OrderType.TRAILING_STOP
                || type == OrderType.TRAILING_STOP_LIMIT;
    }

    /// Returns what an order waits for now; 0 for none. One that was triggered waits at its limit.
    private static long price(OrderLife life) {
        OrderPrices last = life.last();
        return isTriggered(life) ? last.limitPrice() : last.first();
    }

    private static boolean isTriggered(OrderLife life) {
        return life.events().stream().anyMatch(event -> event.kind() == OrderEvent.Kind.TRIGGERED);
    }

    /// What is held on one side, as a whole.
    ///
    /// @param average at the instrument's price scale
    private record Held(Side side, long quantity, BigDecimal average) {
        static @Nullable Held of(RunState state) {
            if (state.positions().isEmpty()) {
                return null;
            }
            Side side = state.positions().getFirst().side();
            BigDecimal value = BigDecimal.ZERO;
            long quantity = 0;
            for (OpenPosition one : state.positions()) {
                if (one.side() == side) {
                    quantity += one.quantity();
                    value = value.add(
                            BigDecimal.valueOf(one.quantity()).multiply(BigDecimal.valueOf(one.entryPrice())));
                }
            }
            return new Held(side, quantity, value.divide(BigDecimal.valueOf(quantity), 8, RoundingMode.HALF_EVEN));
        }

        boolean isProfit(long price) {
            return side.sign() * BigDecimal.valueOf(price).subtract(average).signum() > 0;
        }

        /// Returns what leaving at a price would earn before fees, in the quote currency.
        BigDecimal profit(long price, Instrument instrument) {
            return BigDecimal.valueOf(price)
                    .subtract(average)
                    .multiply(BigDecimal.valueOf(side.sign() * quantity))
                    .multiply(instrument.contract().contractSize())
                    .movePointLeft(instrument.priceScale() + instrument.quantityScale());
        }
    }

    private String money(Held held, long price) {
        return String.format(Locale.ROOT, "%+,.2f ", held.profit(price, instrument)) + instrument.quoteCurrency();
    }

    private long units(double price) {
        long tick = instrument.contract().tickSize();
        double units = price * Math.pow(10, instrument.priceScale());
        return Math.max(tick, Math.round(units / tick) * tick);
    }

    @Override
    public double snap(double price) {
        return FixedPoint.toDouble(units(price), instrument.priceScale());
    }

    @Override
    public double step() {
        return FixedPoint.toDouble(instrument.contract().tickSize(), instrument.priceScale());
    }

    /// The money that leaving there would earn, and how often the risk that is: what leaving at the stop as it
    /// stands, before the drag, would lose.
    @Override
    public String words(OrderLine line, double price) {
        RunState state = now.get();
        long units = units(price);
        String words = name(line) + " " + instrument.formatPrice(units);
        Held held = Held.of(state);
        if (held != null && line.role() != OrderLine.Role.ENTRY) {
            words += "  " + money(held, units) + risk(held, units, state);
        }
        return words + (isAtOnce(line, units, state) ? "  would act at once" : "");
    }

    private static String name(OrderLine line) {
        return switch (line.role()) {
            case STOP -> "Stop";
            case TARGET -> "Target";
            case ENTRY, POSITION -> "Order";
        };
    }

    private String risk(Held held, long price, RunState state) {
        BigDecimal risk = state.openOrders().stream()
                .filter(life -> life.order().side() != held.side
                        && isStop(life.order().request().type()))
                .map(life -> held.profit(price(life), instrument))
                .filter(profit -> profit.signum() < 0)
                .findFirst()
                .orElse(BigDecimal.ZERO)
                .negate();
        return risk.signum() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "  %+.2f R",
                        held.profit(price, instrument).divide(risk, 4, RoundingMode.HALF_EVEN));
    }

    private static boolean isAtOnce(OrderLine line, long price, RunState state) {
        if (line.id() != 0) {
            return order(line, state)
                    .filter(life -> HandChange.actsAtOnce(life, price, state))
                    .isPresent();
        }
        Held held = Held.of(state);
        if (held == null) {
            return false;
        }
        long quote = held.side == Side.BUY ? Math.min(state.bid(), state.ask()) : Math.max(state.bid(), state.ask());
        long beyond = held.side.sign() * (price - quote);
        return line.role() == OrderLine.Role.STOP ? beyond >= 0 : beyond <= 0;
    }

    private static Optional<OrderLife> order(OrderLine line, RunState state) {
        return state.openOrders().stream()
                .filter(life -> life.order().id() == line.id())
                .findFirst();
    }

    @Override
    public void dropped(OrderLine line, double price) {
        long units = units(price);
        if (line.id() == 0) {
            onOrder.accept(line.role() == OrderLine.Role.STOP ? HandOrder.stopAt(units) : HandOrder.targetAt(units));
            return;
        }
        order(line, now.get())
                .filter(life -> price(life) != units)
                .ifPresent(life -> onOrder.accept(change(life, units)));
    }

    /// Of an order with a trigger and a limit both move by as much.
    private static HandOrder change(OrderLife life, long price) {
        OrderType type = life.order().request().type();
        if (!type.hasTriggerPrice() || isTriggered(life)) {
            return HandOrder.modify(life.order().id(), price, 0);
        }
        long limit = type.hasLimitPrice()
                ? Math.max(1, life.last().limitPrice() + price - life.last().triggerPrice())
                : 0;
        return HandOrder.modify(life.order().id(), limit, price);
    }

    @Override
    public void cancelled(OrderLine line) {
        onOrder.accept(HandOrder.cancel(line.id()));
    }
}
