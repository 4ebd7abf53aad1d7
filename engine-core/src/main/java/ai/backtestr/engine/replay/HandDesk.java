package ai.backtestr.engine.replay;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.OpenPosition;
import ai.backtestr.engine.order.OrderChange;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Bracket;
import ai.backtestr.engine.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns what a person does into orders of a run, and remembers which orders those are. The same done at the same
/// moments gives the same orders. Engine thread only.
final class HandDesk {
    private final List<Long> orders = new ArrayList<>();
    private final List<Long> exits = new ArrayList<>();
    private final Map<Long, Long> stops = new HashMap<>(); // the prices of those among the exits, by order
    private final Map<Long, Long> targets = new HashMap<>();

    /// @throws IllegalArgumentException if the run has no place for it; nothing is ordered then
    void act(HandOrder action, StrategyContext context) {
        switch (action.kind()) {
            case BUY, SELL, BUY_LIMIT, SELL_LIMIT, BUY_STOP, SELL_STOP -> enter(action, context);
            case PROTECT -> protect(action.stop(), action.target(), context);
            case SET_STOP -> protect(action.stop(), standing(targets, context), context);
            case SET_TARGET -> protect(standing(stops, context), action.target(), context);
            case CLOSE -> close(context);
            case MODIFY -> modify(action, context);
            case CANCEL -> cancel(action.quantity(), context);
        }
    }

    private void enter(HandOrder action, StrategyContext context) {
        OrderRequest entry = request(action);
        if (action.stop() == 0 && action.target() == 0) {
            orders.add(context.submit(entry));
            return;
        }
        requireBeyond(entry.side(), entryPrice(action, entry.side(), context), action.stop(), action.target());
        Bracket bracket = context.bracket(entry, action.stop(), action.target());
        for (long id : new long[] {bracket.entry(), bracket.stop(), bracket.target()}) {
            if (id != 0) {
                orders.add(id);
            }
        }
        exits.addAll(orders.subList(orders.indexOf(bracket.entry()) + 1, orders.size()));
        stops.put(bracket.stop(), action.stop());
        targets.put(bracket.target(), action.target());
    }

    /// Returns the price of one that still stands; 0 if none does.
    private static long standing(Map<Long, Long> prices, StrategyContext context) {
        return prices.entrySet().stream()
                .filter(exit -> exit.getKey() != 0 && context.openQuantity(exit.getKey()) > 0)
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private static long entryPrice(HandOrder action, Side side, StrategyContext context) {
        return action.price() == 0 ? context.takerPrice(side) : action.price();
    }

    private static OrderRequest request(HandOrder action) {
        long quantity = action.quantity();
        long price = action.price();
        return switch (action.kind()) {
            case BUY -> OrderRequest.market(Side.BUY, quantity);
            case SELL -> OrderRequest.market(Side.SELL, quantity);
            case BUY_LIMIT -> OrderRequest.limit(Side.BUY, quantity, price);
            case SELL_LIMIT -> OrderRequest.limit(Side.SELL, quantity, price);
            case BUY_STOP -> OrderRequest.stop(Side.BUY, quantity, price);
            case SELL_STOP -> OrderRequest.stop(Side.SELL, quantity, price);
            case PROTECT, SET_STOP, SET_TARGET, CLOSE, MODIFY, CANCEL ->
                throw new IllegalArgumentException(action.kind() + " enters nothing");
        };
    }

    private void protect(long stop, long target, StrategyContext context) {
        List<OpenPosition> held = context.positions();
        if (held.isEmpty()) {
            throw new IllegalArgumentException("nothing is held that a stop or target could protect");
        }
        for (OpenPosition position : held) {
            requireBeyond(position.side(), context.takerPrice(position.side().opposite()), stop, target);
        }
        cancel(exits, context);
        stops.clear();
        targets.clear();
        if (context.accountMode() == AccountMode.NETTING) {
            long position = context.position();
            Side out = position > 0 ? Side.SELL : Side.BUY;
            leave(out, Math.abs(position), 0, stop, target, context);
        } else {
            held.stream()
                    .map(OpenPosition::ticket)
                    .distinct()
                    .forEach(ticket -> protect(ticket, stop, target, context));
        }
    }

    private void protect(long ticket, long stop, long target, StrategyContext context) {
        List<OpenPosition> lots = context.positions().stream()
                .filter(lot -> lot.ticket() == ticket)
                .toList();
        long quantity = lots.stream().mapToLong(OpenPosition::quantity).sum();
        leave(lots.getFirst().side().opposite(), quantity, ticket, stop, target, context);
    }

    private void leave(Side out, long quantity, long ticket, long stop, long target, StrategyContext context) {
        List<OrderRequest> requests = new ArrayList<>();
        if (stop != 0) {
            requests.add(reducing(OrderRequest.stop(out, quantity, stop), ticket));
        }
        if (target != 0) {
            requests.add(reducing(OrderRequest.limit(out, quantity, target), ticket));
        }
        if (!requests.isEmpty()) {
            List<Long> ids = context.submitOneCancelsOther(requests);
            orders.addAll(ids);
            exits.addAll(ids);
            if (stop != 0) {
                stops.put(ids.getFirst(), stop);
            }
            if (target != 0) {
                targets.put(ids.getLast(), target);
            }
        }
    }

    private static OrderRequest reducing(OrderRequest request, long ticket) {
        return ticket == 0 ? request.asReduceOnly() : request.closing(ticket);
    }

    private static void requireBeyond(Side side, long price, long stop, long target) {
        long sign = side.sign();
        if (stop != 0 && sign * (price - stop) <= 0) {
            throw new IllegalArgumentException(
                    "the stop of " + side + " at " + price + " would act at once at " + stop);
        }
        if (target != 0 && sign * (target - price) <= 0) {
            throw new IllegalArgumentException(
                    "the target of " + side + " at " + price + " would act at once at " + target);
        }
    }

    private void modify(HandOrder action, StrategyContext context) {
        OrderChange change = new OrderChange(0, action.stop(), action.price());
        if (!context.modify(action.quantity(), change)) {
            throw new IllegalArgumentException("order " + action.quantity() + " has ended and cannot be changed");
        }
        stops.computeIfPresent(action.quantity(), (id, price) -> action.stop() == 0 ? price : action.stop());
        targets.computeIfPresent(action.quantity(), (id, price) -> action.price() == 0 ? price : action.price());
    }

    private static void cancel(long order, StrategyContext context) {
        if (!context.cancel(order)) {
            throw new IllegalArgumentException("order " + order + " has ended already");
        }
    }

    private void close(StrategyContext context) {
        cancel(orders, context);
        context.closeAll();
    }

    private static void cancel(List<Long> ids, StrategyContext context) {
        ids.forEach(context::cancel);
        ids.clear();
    }
}
