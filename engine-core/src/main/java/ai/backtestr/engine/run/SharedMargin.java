package ai.backtestr.engine.run;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.MarginEvent;
import ai.backtestr.engine.account.MarginLevel;
import ai.backtestr.engine.account.OpenPosition;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.OrderRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Watches the margin level of all positions together, as `MarginWatch` does that of one instrument. Below the
/// stop-out level it cancels all orders of all instruments and closes the position with the largest loss in the
/// account's currency, netted that of a whole instrument; the next one once that is closed, if the level is still
/// below. Engine thread only.
final class SharedMargin {
    private final Valuation valuation;
    private final MarginLevel.Bound call;
    private final MarginLevel.Bound stopOut;
    private final boolean calls;
    private final List<MarginEvent> events = new ArrayList<>();
    private boolean called;
    private long closingOrder;
    private @Nullable InstrumentDesk closingDesk;

    SharedMargin(PortfolioSpec spec, Valuation valuation) {
        this.valuation = valuation;
        calls = spec.base().account().marginCallPercent().signum() > 0;
        call = valuation.level().bound(spec.base().account().marginCallPercent());
        stopOut = valuation.level().bound(spec.base().account().stopOutPercent());
    }

    /// Looks at the level after a tick.
    void onEquity(long equity) {
        long worth = valuation.exposure();
        if (called || (calls && call.isPassed(equity, worth))) {
            onCall(equity, worth);
        }
        if (worth > 0 && stopOut.isPassed(equity, worth) && !isClosing()) {
            closeOut(equity, worth);
        }
    }

    /// Tells whether nothing would come of an equity of at least `equity` with at most `worth` held.
    boolean isCalm(long equity, long worth) {
        return !called && !(calls && call.isPassed(equity, worth)) && !(worth > 0 && stopOut.isPassed(equity, worth));
    }

    private void onCall(long equity, long worth) {
        boolean before = called;
        called = worth > 0 && call.isPassed(equity, worth);
        if (called && !before) {
            add(MarginEvent.Kind.MARGIN_CALL, equity, worth, call);
        }
    }

    private boolean isClosing() {
        return closingDesk != null && closingDesk.matcher.openQuantity(closingOrder) > 0;
    }

    private void closeOut(long equity, long worth) {
        String reason = add(MarginEvent.Kind.STOP_OUT, equity, worth, stopOut);
        for (InstrumentDesk desk : valuation.desks()) {
            desk.matcher.cancelAll(valuation.nowNs(), reason);
        }
        Candidate worst = worst();
        closingDesk = worst.desk;
        closingOrder = worst.desk.matcher.nextId();
        worst.desk.matcher.force(worst.closing, valuation.nowNs(), reason);
    }

    /// What could be closed, and what it stands at.
    private record Candidate(InstrumentDesk desk, OrderRequest closing, long profit) {}

    private Candidate worst() {
        List<Candidate> candidates = new ArrayList<>();
        for (InstrumentDesk desk : valuation.desks()) {
            if (desk.book.mode() == AccountMode.NETTING) {
                PositionClosing.requests(desk.book)
                        .forEach(closing ->
                                candidates.add(new Candidate(desk, closing, desk.book.openProfit(desk.market))));
            } else {
                desk.book.positions().forEach(open -> candidates.add(closing(open, desk)));
            }
        }
        return Collections.min(candidates, (a, b) -> Long.compare(a.profit, b.profit));
    }

    private static Candidate closing(OpenPosition open, InstrumentDesk desk) {
        OrderRequest closing = OrderRequest.market(
                        open.side().opposite(), desk.book.quantity(open.side(), open.ticket()))
                .closing(open.ticket());
        return new Candidate(desk, closing, desk.book.openProfit(open, desk.market));
    }

    private String add(MarginEvent.Kind kind, long equity, long worth, MarginLevel.Bound bound) {
        String name = kind == MarginEvent.Kind.STOP_OUT ? "stop-out" : "margin call";
        String reason = name + ": equity of " + Money.format(equity) + " is "
                + valuation.level().percent(equity, worth) + "% of the used margin, below "
                + bound.percent().toPlainString() + "%";
        events.add(new MarginEvent(
                valuation.nowNs(), kind, equity, valuation.level().used(worth), reason));
        return reason;
    }

    List<MarginEvent> events() {
        return Collections.unmodifiableList(events);
    }
}
