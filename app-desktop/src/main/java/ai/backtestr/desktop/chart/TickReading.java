package ai.backtestr.desktop.chart;

import ai.backtestr.data.cache.PageLease;
import ai.backtestr.data.cache.TickPages;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.render.series.TickFigures;
import java.util.Arrays;

/// Reads what the pyramid of cells does not tell of columns of time: quantities and spreads.
///
/// Threads: one at a time, as of the pages it reads.
final class TickReading {
    /// Of a column of more quotes than this, so many in its middle tell the spread.
    static final int MOST_QUOTES = 16_384;

    private static final String HOLDER = "a chart";

    private final TickPages pages;
    private long[] ends = new long[2];

    TickReading(TickPages pages) {
        this.pages = pages;
    }

    /// Returns the number of the first tick of each column, and of the first after all.
    long[] firstTicks(long[] startsNs, int count) {
        locate(startsNs, count);
        return Arrays.copyOf(ends, count + 1);
    }

    private void locate(long[] startsNs, int count) {
        if (ends.length <= count) {
            ends = new long[count + 1];
        }
        for (int i = 0; i <= count; i++) {
            ends[i] = i > 0 && startsNs[i] == startsNs[i - 1] ? ends[i - 1] : pages.indexOf(startsNs[i]);
        }
    }

    /// Sums up the quantity of the ticks in each of `count` columns, in units of the instrument's quantity.
    void quantities(long[] startsNs, int count, long[] into) {
        locate(startsNs, count);
        long from = ends[0];
        long to = ends[count];
        Arrays.fill(into, 0, count, 0);
        addQuantities(ends, from, to, into);
    }

    /// Adds the quantity of ticks `from` to `to` (exclusive) to the columns that they lie in.
    ///
    /// @param firstTicks number of the first tick of each column, and of the first after all
    /// @param into a sum for each column
    void addQuantities(long[] firstTicks, long from, long to, long[] into) {
        int column = 0;
        for (long tick = from; tick < to; ) {
            try (PageLease lease = pages.page(tick, HOLDER)) {
                TickPage page = lease.page();
                long end = Math.min(to, lease.firstTick() + page.count());
                while (tick < end) {
                    while (firstTicks[column + 1] <= tick) {
                        column++;
                    }
                    long until = Math.min(end, firstTicks[column + 1]);
                    into[column] += page.quantity((int) (tick - lease.firstTick()), (int) (until - lease.firstTick()));
                    tick = until;
                }
            }
        }
    }

    /// Finds the spreads of the quotes in each of `count` columns.
    void spreads(long[] startsNs, int count, double unitsPerPrice, TickFigures into, int at) {
        locate(startsNs, count);
        for (int i = 0; i < count; i++) {
            long quotes = ends[i + 1] - ends[i];
            boolean sampled = quotes > MOST_QUOTES;
            long from = sampled ? ends[i] + (quotes - MOST_QUOTES) / 2 : ends[i];
            spread(from, sampled ? from + MOST_QUOTES : ends[i + 1], sampled, unitsPerPrice, into, at + i);
        }
    }

    private void spread(long from, long to, boolean sampled, double unitsPerPrice, TickFigures into, int at) {
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        long sum = 0;
        for (long tick = from; tick < to; ) {
            try (PageLease lease = pages.page(tick, HOLDER)) {
                TickPage page = lease.page();
                int end = (int) (Math.min(to, lease.firstTick() + page.count()) - lease.firstTick());
                for (int i = (int) (tick - lease.firstTick()); i < end; i++) {
                    long spread = page.askPrice(i) - page.bidPrice(i);
                    lowest = Math.min(lowest, spread);
                    highest = Math.max(highest, spread);
                    sum += spread;
                }
                tick = lease.firstTick() + end;
            }
        }
        boolean none = from == to;
        into.set(
                at,
                0,
                none ? Double.NaN : lowest / unitsPerPrice,
                none ? Double.NaN : (double) sum / (to - from) / unitsPerPrice,
                none ? Double.NaN : highest / unitsPerPrice,
                sampled);
    }
}
