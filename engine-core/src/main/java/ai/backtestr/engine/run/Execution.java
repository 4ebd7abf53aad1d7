package ai.backtestr.engine.run;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Executions;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.Rejection;
import ai.backtestr.engine.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Books executions, unless the account cannot carry them, and keeps what is to be reported. Engine thread only.
final class Execution implements Executions {
    /// Hears what became of orders.
    interface Listener {
        void onFill(Fill fill);

        void onOrder(Order order, OrderEvent event);
    }

    private final Instrument instrument;
    private final Account account;
    private final BigDecimal leverage;
    private final List<Fill> fills = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private @Nullable Listener listener;

    Execution(BacktestSpec spec, Instrument instrument, Account account) {
        this.instrument = instrument;
        this.account = account;
        this.leverage = spec.leverage();
    }

    void tell(Listener strategy) {
        listener = strategy;
    }

    @Override
    public long reducible(Order order) {
        Side held = order.side().opposite();
        return account.mode() == AccountMode.NETTING
                ? account.quantity(held)
                : account.quantity(held, order.request().ticket());
    }

    @Override
    public @Nullable String refusal(Order order, long quantity, long price, Market market) {
        if (order.request().ticket() != 0) {
            return null;
        }
        long after = after(order.side(), quantity);
        boolean grows = Math.abs(after) > Math.max(account.quantity(Side.BUY), account.quantity(Side.SELL));
        return grows && exceedsBuyingPower(after, price, market) ? reason(after, price, market) : null;
    }

    /// Returns the position after an execution; where positions are kept apart, that of the order's side.
    private long after(Side side, long quantity) {
        long before = account.mode() == AccountMode.NETTING ? account.position() : side.sign() * account.quantity(side);
        return Math.addExact(before, side.sign() * quantity);
    }

    private boolean exceedsBuyingPower(long position, long price, Market market) {
        BigDecimal worth = BigDecimal.valueOf(account.notional(price, Math.abs(position)));
        return worth.compareTo(buyingPower(market)) > 0;
    }

    private BigDecimal buyingPower(Market market) {
        return leverage.multiply(BigDecimal.valueOf(account.equity(market)));
    }

    private String reason(long position, long price, Market market) {
        return "a position of " + instrument.formatQuantity(position) + " at " + instrument.formatPrice(price)
                + " is worth " + Money.format(account.notional(price, Math.abs(position))) + ", more than the "
                + Money.format(buyingPower(market).longValue()) + " that equity and leverage allow";
    }

    @Override
    public void book(Fill fill) {
        account.book(fill);
        fills.add(fill);
        if (listener != null) {
            listener.onFill(fill);
        }
    }

    @Override
    public void onEvent(Order order, OrderEvent event) {
        if (event.kind() == OrderEvent.Kind.REJECTED) {
            rejections.add(new Rejection(event.timeNs(), order, event.reason()));
        }
        if (listener != null) {
            listener.onOrder(order, event);
        }
    }

    List<Fill> fills() {
        return Collections.unmodifiableList(fills);
    }

    List<Rejection> rejections() {
        return Collections.unmodifiableList(rejections);
    }
}
