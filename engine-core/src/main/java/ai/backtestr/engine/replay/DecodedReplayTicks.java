package ai.backtestr.engine.replay;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.DecodedTicks;
import ai.backtestr.engine.tick.TickPage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Ticks that lie decoded in memory, at any place. They stay the caller's to close.
public final class DecodedReplayTicks implements ReplayTicks {
    private final Instrument instrument;
    private final boolean hasTrades;
    private final List<TickPage> pages;
    private final long[] firstTicks; // of each page, and the number of all ticks behind the last

    /// Takes `ticks`, which are in order of time.
    public DecodedReplayTicks(DecodedTicks ticks) {
        instrument = ticks.reader().instrument();
        hasTrades = ticks.reader().hasTrades();
        pages = ticks.pages();
        firstTicks = new long[pages.size() + 1];
        for (int i = 0; i < pages.size(); i++) {
            firstTicks[i + 1] = firstTicks[i] + pages.get(i).count();
        }
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public boolean hasTrades() {
        return hasTrades;
    }

    @Override
    public long count() {
        return firstTicks[pages.size()];
    }

    @Override
    public long indexOf(long timeNs) {
        long low = 0;
        long high = count();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (timeNs(middle) < timeNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public long timeNs(long tick) {
        int at = pageOf(tick);
        return pages.get(at).timeNs((int) (tick - firstTicks[at]));
    }

    private int pageOf(long tick) {
        Objects.checkIndex(tick, count());
        int found = Arrays.binarySearch(firstTicks, tick);
        return found >= 0 ? found : -found - 2;
    }

    @Override
    public Lease page(long tick) {
        int at = pageOf(tick);
        return new Whole(pages.get(at), firstTicks[at]);
    }

    @Override
    public void close() {}

    private record Whole(TickPage page, long firstTick) implements Lease {
        @Override
        public int from() {
            return 0;
        }

        @Override
        public int to() {
            return page.count();
        }

        @Override
        public void close() {}
    }
}
