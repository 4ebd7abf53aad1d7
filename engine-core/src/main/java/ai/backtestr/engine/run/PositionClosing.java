package ai.backtestr.engine.run;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.Holdings;
import ai.backtestr.engine.account.OpenPosition;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The market orders that close what is held.
final class PositionClosing {
    private PositionClosing() {}

    static List<OrderRequest> requests(Holdings account) {
        if (!account.hasPosition()) {
            return List.of();
        }
        if (account.mode() == AccountMode.NETTING) {
            Side side = account.position() > 0 ? Side.SELL : Side.BUY;
            return List.of(
                    OrderRequest.market(side, Math.abs(account.position())).asReduceOnly());
        }
        Map<Long, OrderRequest> byTicket = new LinkedHashMap<>();
        for (OpenPosition open : account.positions()) {
            long quantity = account.quantity(open.side(), open.ticket());
            byTicket.put(
                    open.ticket(),
                    OrderRequest.market(open.side().opposite(), quantity).closing(open.ticket()));
        }
        return List.copyOf(byTicket.values());
    }
}
