package ai.backtestr.engine.replay;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.OpenPosition;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Bracket;
import ai.backtestr.engine.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.List;

/// Turns what a person does into orders of a run, and remembers which orders those are. The same done at the same
/// moments gives the same orders. Engine thread only.
final class HandDesk {
    private final List<Long> orders = new ArrayList<>();
    private final List<Long> exits = new ArrayList<>();

    /// @throws IllegalArgumentException if the run has no place for it; nothing is ordered then
    void act(HandOrder action, StrategyContext context) {
        switch (action.kind()) {
            case BUY, SELL, BUY_LIMIT, SELL_LIMIT, BUY_STOP, SELL_STOP -> enter(action, context);
            case PROTECT -> protect(action.stop(), action.target(), context);
            case CLOSE -> close(context);
            case CANCEL -> context.cancel(action.quantity());
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
            case PROTECT, CLOSE, CANCEL -> throw new IllegalArgumentException(action.kind() + " enters nothing");
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

    private void close(StrategyContext context) {
        cancel(orders, context);
        context.closeAll();
    }

    private static void cancel(List<Long> ids, StrategyContext context) {
        ids.forEach(context::cancel);
        ids.clear();
    }
}
