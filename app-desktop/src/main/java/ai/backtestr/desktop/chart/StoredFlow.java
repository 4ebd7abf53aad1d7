package ai.backtestr.desktop.chart;

import ai.backtestr.data.cache.PageLease;
import ai.backtestr.data.cache.TickPages;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.render.profile.AggressorRule;
import ai.backtestr.render.profile.OrderFlow;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The stored ticks of an instrument as quantities bought and sold: its trades, or, where there are quotes only,
/// the number of quotes at each bid.
///
/// Nothing is opened before something is asked for. Any thread, one at a time. Whoever made it closes it; reading
/// then ends with a [CancellationException].
public final class StoredFlow implements OrderFlow, AutoCloseable {
    private static final String HOLDER = "a volume profile";

    private final Supplier<TickPages> opening;
    private final Instrument instrument;
    private final AggressorRule rule = new AggressorRule();
    private @Nullable TickPages opened;
    private boolean countsTicks;
    private volatile boolean closed;

    /// @param instrument what the ticks are of
    /// @param opening opens all of them; called once at most
    public StoredFlow(Instrument instrument, Supplier<TickPages> opening) {
        this.instrument = instrument;
        this.opening = opening;
    }

    private TickPages pages() {
        if (closed) {
            throw new CancellationException("the profile of " + instrument.symbol() + " was closed");
        }
        TickPages pages = opened;
        if (pages == null) {
            pages = opening.get();
            opened = pages;
            countsTicks = pages.tradeCount() == 0;
        }
        return pages;
    }

    @Override
    public synchronized void read(long dayNs, long fromNs, long toNs, Taker taker) {
        TickPages pages = pages();
        rule.reset();
        long end = toNs == Long.MAX_VALUE ? pages.tickCount() : pages.indexOf(toNs);
        for (long tick = pages.indexOf(dayNs); tick < end; ) {
            try (PageLease lease = pages.page(tick, HOLDER)) {
                int from = (int) (tick - lease.firstTick());
                int to = (int) (Math.min(end, lease.firstTick() + lease.page().count()) - lease.firstTick());
                if (closed) {
                    throw new CancellationException("the profile of " + instrument.symbol() + " was closed");
                } else if (!read(lease.page(), from, to, fromNs, taker)) {
                    return;
                }
                tick = lease.firstTick() + to;
            }
        }
    }

    private boolean read(TickPage page, int from, int to, long fromNs, Taker taker) {
        for (int i = from; i < to; i++) {
            byte flags = page.flagBits(i);
            boolean isTrade = TickFlags.isTrade(flags);
            boolean counts = isTrade || countsTicks;
            int side = AggressorRule.UNKNOWN;
            if (isTrade) {
                side = rule.trade(page.bidPrice(i), flags);
            } else if (countsTicks) {
                side = rule.price(page.bidPrice(i));
            } else {
                rule.quote(page.bidPrice(i), page.askPrice(i));
            }
            boolean wanted = counts && page.timeNs(i) >= fromNs;
            long quantity = countsTicks ? 1 : page.bidQuantity(i);
            if (wanted && !taker.take(page.timeNs(i), page.bidPrice(i), quantity, side, rule.basis())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long dayStart(long timeNs) {
        return calendar().dayStart(timeNs);
    }

    @Override
    public long nextDayStart(long timeNs) {
        return calendar().nextDayStart(timeNs);
    }

    private TradingCalendar calendar() {
        return instrument.calendar();
    }

    @Override
    public synchronized long dayWithTicks(long dayNs) {
        TickPages pages = pages();
        long next = pages.indexOf(dayNs);
        return next == pages.tickCount() ? Long.MAX_VALUE : Math.max(dayNs, dayStart(pages.timeNs(next)));
    }

    @Override
    public int priceScale() {
        return instrument.priceScale();
    }

    @Override
    public synchronized int quantityScale() {
        return countsTicks ? 0 : instrument.quantityScale();
    }

    @Override
    public long tickSize() {
        return instrument.contract().tickSize();
    }

    @Override
    public synchronized boolean countsTicks() {
        return countsTicks;
    }

    @Override
    public void close() {
        closed = true; // what reads stops at the next page, and lets go of the lock
        synchronized (this) {
            TickPages pages = opened;
            opened = null;
            if (pages != null) {
                pages.close();
            }
        }
    }
}
