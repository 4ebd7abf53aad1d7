package ai.backtestr.desktop.replay;

import ai.backtestr.data.cache.PageLease;
import ai.backtestr.data.cache.TickPages;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.replay.ReplayTicks;
import ai.backtestr.engine.tick.TickPage;
import java.util.Objects;

/// The stored ticks of a symbol within a stretch of time, at any place. Any thread; one at a time looks for a page,
/// all read them.
final class StoredReplayTicks implements ReplayTicks {
    private static final String HOLDER = "replay";

    private final TickPages pages;
    private final boolean hasTrades;
    private final long first;
    private final long end;

    /// Takes `pages` over.
    StoredReplayTicks(TickPages pages, boolean hasTrades, TimeRange range) {
        this.pages = pages;
        this.hasTrades = hasTrades;
        first = range.fromNs() == Long.MIN_VALUE ? 0 : pages.indexOf(range.fromNs());
        end = range.toNs() == Long.MAX_VALUE ? pages.tickCount() : pages.indexOf(range.toNs());
    }

    @Override
    public Instrument instrument() {
        return pages.instrument();
    }

    @Override
    public boolean hasTrades() {
        return hasTrades;
    }

    @Override
    public long count() {
        return end - first;
    }

    @Override
    public synchronized long indexOf(long timeNs) {
        return Math.clamp(pages.indexOf(timeNs), first, end) - first;
    }

    @Override
    public synchronized long timeNs(long tick) {
        return pages.timeNs(first + Objects.checkIndex(tick, count()));
    }

    @Override
    public synchronized Lease page(long tick) {
        return new StoredLease(pages.page(first + Objects.checkIndex(tick, count()), HOLDER));
    }

    @Override
    public synchronized void close() {
        pages.close();
    }

    private final class StoredLease implements Lease {
        private final PageLease lease;
        private final TickPage page;

        StoredLease(PageLease lease) {
            this.lease = lease;
            page = lease.page();
        }

        @Override
        public TickPage page() {
            return page;
        }

        @Override
        public int from() {
            return (int) Math.max(0, first - lease.firstTick());
        }

        @Override
        public int to() {
            return (int) Math.min(page.count(), end - lease.firstTick());
        }

        @Override
        public long firstTick() {
            return lease.firstTick() + from() - first;
        }

        @Override
        public void close() {
            lease.close();
        }
    }
}
