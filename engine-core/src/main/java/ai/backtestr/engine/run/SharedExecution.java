package ai.backtestr.engine.run;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.InstrumentBook;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Books executions of one instrument of a shared account, unless the account as a whole cannot carry them. Engine
/// thread only.
final class SharedExecution implements Executions {
    private final InstrumentDesk desk;
    private final InstrumentDesk.Shared shared;
    private Execution.@Nullable Listener listener;

    /// What is to be reported of all instruments, in the order in which it happened.
    record Records(List<Fill> fills, List<Rejection> rejections) {
        Records() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    SharedExecution(InstrumentDesk desk, InstrumentDesk.Shared shared) {
        this.desk = desk;
        this.shared = shared;
    }

    void tell(Execution.Listener strategy) {
        listener = strategy;
    }

    @Override
    public long reducible(Order order) {
        Side held = order.side().opposite();
        InstrumentBook book = desk.book;
        return book.mode() == AccountMode.NETTING
                ? book.quantity(held)
                : book.quantity(held, order.request().ticket());
    }

    @Override
    public long inAccountCurrency(long amount) {
        return desk.book.conversion().worth(amount);
    }

    @Override
    public @Nullable String refusal(Order order, long quantity, long price, Market market) {
        if (order.request().ticket() != 0) {
            return null;
        }
        if (!desk.book.conversion().isKnown()) {
            return "the rate of " + desk.instrument.quoteCurrency() + " in "
                    + shared.valuation().currency() + " is not known yet";
        }
        long after = after(order.side(), quantity);
        boolean grows = Math.abs(after) > Math.max(desk.book.quantity(Side.BUY), desk.book.quantity(Side.SELL));
        return grows ? refusal(Math.abs(after), after, price) : null;
    }

    /// Returns the position after an execution; where positions are kept apart, that of the order's side.
    private long after(Side side, long quantity) {
        InstrumentBook book = desk.book;
        long before = book.mode() == AccountMode.NETTING ? book.position() : side.sign() * book.quantity(side);
        return Math.addExact(before, side.sign() * quantity);
    }

    private @Nullable String refusal(long size, long position, long price) {
        long worth = inAccountCurrency(desk.book.notional(price, size));
        long others = shared.valuation().exposureBeside(desk);
        BigDecimal power = shared.spec()
                .base()
                .leverage()
                .multiply(BigDecimal.valueOf(shared.valuation().equity()));
        if (BigDecimal.valueOf(Math.addExact(worth, others)).compareTo(power) <= 0) {
            return null;
        }
        Instrument instrument = desk.instrument;
        String held = others == 0 ? "" : ", with " + Money.format(others) + " of other instruments";
        return "a position of " + instrument.formatQuantity(position) + " at " + instrument.formatPrice(price)
                + " is worth " + Money.format(worth) + held + ", more than the " + Money.format(power.longValue())
                + " that equity and leverage allow";
    }

    @Override
    public void book(Fill fill) {
        desk.book.book(fill);
        shared.records().fills().add(fill);
        if (listener != null) {
            listener.onFill(fill);
        }
    }

    @Override
    public void onEvent(Order order, OrderEvent event) {
        if (event.kind() == OrderEvent.Kind.REJECTED) {
            shared.records().rejections().add(new Rejection(event.timeNs(), order, event.reason()));
        }
        if (listener != null) {
            listener.onOrder(order, event);
        }
    }
}
