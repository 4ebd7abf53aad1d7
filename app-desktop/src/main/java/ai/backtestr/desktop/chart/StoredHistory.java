package ai.backtestr.desktop.chart;

import ai.backtestr.data.cache.PageLease;
import ai.backtestr.data.cache.TickColumns;
import ai.backtestr.data.cache.TickPages;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.render.series.IndicatorBars;
import ai.backtestr.render.series.PriceColumns;
import ai.backtestr.render.series.SlotAxis;
import ai.backtestr.render.series.TickFigureSource;
import ai.backtestr.render.series.TickFigures;
import ai.backtestr.render.series.TickHistory;
import ai.backtestr.render.series.TickPoints;
import ai.backtestr.render.series.TradingDays;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/// All stored ticks of an instrument as a chart reads them: trades, or else the bids of quotes, as bars are
/// made of.
///
/// Volumes are summed up from the ticks themselves, which the pyramid of cells does not hold; where there are
/// so many that this would take long, the number of ticks takes their place.
///
/// Any thread, one at a time. Whoever opened it closes it; a chart that reads it then stops.
public final class StoredHistory implements TickHistory, TickFigureSource, IndicatorBars, AutoCloseable {
    private static final long MOST_TICKS_WITH_VOLUME = 4_000_000;
    private static final int COLUMNS_BETWEEN_LOOKS = 8;
    private static final String HOLDER = "a chart";

    private final TickPages pages;
    private final Instrument instrument;
    private final TradingDays days;
    private final QuietTime quiet;
    private final long firstNs;
    private final long lastNs;
    private final long tickCount;
    private final boolean trades;
    private final double unitsPerPrice;
    private final double unitsPerQuantity;
    private TickColumns columns = new TickColumns(1);
    private long[] quantities = new long[1];
    private final TickReading reading;
    private final StoredBars bars;
    private boolean closed;

    /// Takes over the ticks, of which there must be some, and closes them with itself.
    public StoredHistory(TickPages pages) {
        this.pages = pages;
        instrument = pages.instrument();
        tickCount = pages.tickCount();
        trades = pages.tradeCount() > 0;
        firstNs = pages.timeNs(0);
        lastNs = pages.timeNs(tickCount - 1);
        days = daysWithTicks();
        quiet = QuietTime.within(days, pages);
        unitsPerPrice = FixedPoint.powerOfTen(instrument.priceScale());
        unitsPerQuantity = FixedPoint.powerOfTen(instrument.quantityScale());
        reading = new TickReading(pages);
        bars = new StoredBars(this, pages, trades);
    }

    /// Tells whether a chart can show these ticks: all of them are quotes, or all are trades. Bars of a mixture
    /// are made of its trades alone, which the pyramid does not keep apart.
    public static boolean isOfOneKind(TickPages pages) {
        long trades = pages.tickCount() == 0 ? -1 : pages.tradeCount();
        return trades == 0 || trades == pages.tickCount();
    }

    private TradingDays daysWithTicks() {
        TradingCalendar calendar = instrument.calendar();
        long[] starts = new long[64];
        long[] finishes = new long[64];
        int count = 0;
        for (long day = calendar.dayStart(firstNs); day <= lastNs; ) {
            long next = calendar.nextDayStart(day);
            if (!pages.hasTicks(day, next)) {
                day = calendar.dayStart(pages.timeNs(pages.indexOf(next)));
                continue;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                finishes = Arrays.copyOf(finishes, 2 * count);
            }
            starts[count] = day;
            finishes[count++] = next;
            day = next;
        }
        return new TradingDays(Arrays.copyOf(starts, count), Arrays.copyOf(finishes, count));
    }

    /// Tells whether bars of that timeframe can be shown as they are read: times that divide the day. Others are
    /// made from all ticks first.
    public static boolean shows(Timeframe timeframe) {
        long lengthNs = timeframe.lengthNs();
        return timeframe.isTime()
                && !timeframe.heikinAshi()
                && lengthNs > 0
                && Timeframe.ONE_DAY.lengthNs() % lengthNs == 0;
    }

    /// Returns the axis that shows each bar of that length in a slot of its own.
    ///
    /// @throws IllegalArgumentException if these would be too many
    public SlotAxis axis(Timeframe timeframe) {
        return new SlotAxis(days, timeframe.lengthNs(), firstNs, lastNs);
    }

    /// Returns such an axis for a chart, which shows the time that the market is closed or does not: days without
    /// ticks, and within days what lies between sessions and has no tick. No tick is ever left out.
    ///
    /// @throws IllegalArgumentException if these would be too many
    public SlotAxis axis(Timeframe timeframe, boolean showsClosedTime) {
        TradingDays shown = showsClosedTime ? allDays() : quiet.leftOutOf(days, timeframe.lengthNs());
        return new SlotAxis(shown, timeframe.lengthNs(), firstNs, lastNs);
    }

    private TradingDays allDays() {
        TradingCalendar calendar = instrument.calendar();
        long[] starts = LongStream.iterate(calendar.dayStart(firstNs), day -> day <= lastNs, calendar::nextDayStart)
                .toArray();
        long[] ends = LongStream.of(starts).map(calendar::nextDayStart).toArray();
        return new TradingDays(starts, ends);
    }

    /// Returns the trading days that have ticks.
    public TradingDays days() {
        return days;
    }

    /// Returns the instrument.
    public Instrument instrument() {
        return instrument;
    }

    /// Returns the time of the first tick, nanoseconds since the epoch, UTC.
    public long firstNs() {
        return firstNs;
    }

    /// Returns the time of the last tick.
    public long lastNs() {
        return lastNs;
    }

    @Override
    public boolean hasVolume() {
        return trades && tickCount <= MOST_TICKS_WITH_VOLUME;
    }

    private void requireOpen() {
        if (closed) {
            throw new CancellationException("the chart of " + instrument.symbol() + " was closed");
        }
    }

    @Override
    public synchronized void columns(long[] startsNs, boolean exact, PriceColumns into, int from, int to) {
        requireOpen();
        int count = to - from;
        if (columns.capacity() < count) {
            columns = new TickColumns(count);
        }
        if (exact) {
            pages.columns(startsNs, count, columns);
        } else {
            pages.coarseColumns(startsNs, count, columns);
        }
        for (int i = 0; i < count; i++) {
            long ticks = columns.count(i);
            if (ticks == 0) {
                into.clear(from + i);
            } else {
                into.set(
                        from + i,
                        columns.firstBid(i) / unitsPerPrice,
                        columns.lowBid(i) / unitsPerPrice,
                        columns.highBid(i) / unitsPerPrice,
                        columns.lastBid(i) / unitsPerPrice,
                        (double) ticks,
                        ticks);
            }
        }
        if (hasVolume()) {
            addVolumes(startsNs, into, from, count);
        }
    }

    private void addVolumes(long[] startsNs, PriceColumns into, int from, int count) {
        if (quantities.length < count) {
            quantities = new long[count];
        }
        reading.quantities(startsNs, count, quantities);
        for (int i = 0; i < count; i++) {
            into.setVolume(from + i, quantities[i] / unitsPerQuantity);
        }
    }

    /// Reads something while nobody closes it.
    synchronized void whileOpen(Runnable read) {
        requireOpen();
        read.run();
    }

    @Override
    public boolean hasTrades() {
        return trades;
    }

    @Override
    public boolean figures(long[] startsNs, TickFigures into, int from, int to, BooleanSupplier cancelled) {
        for (int at = from; at < to; at += COLUMNS_BETWEEN_LOOKS) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            int first = at;
            int count = Math.min(to - at, COLUMNS_BETWEEN_LOOKS);
            long[] starts = Arrays.copyOfRange(startsNs, at - from, at - from + count + 1);
            whileOpen(() -> readFigures(starts, into, first, count));
        }
        return true;
    }

    private void readFigures(long[] startsNs, TickFigures into, int at, int count) {
        if (!trades) {
            reading.spreads(startsNs, count, unitsPerPrice, into, at);
            return;
        }
        long[] sums = new long[count];
        reading.quantities(startsNs, count, sums);
        for (int i = 0; i < count; i++) {
            into.set(at + i, sums[i] / unitsPerQuantity, Double.NaN, Double.NaN, Double.NaN, false);
        }
    }

    @Override
    public Stretch read(Timeframe timeframe, long fromNs, long toNs, int before, BooleanSupplier cancelled) {
        return bars.read(timeframe, fromNs, toNs, before, cancelled);
    }

    @Override
    public TradingCalendar calendar() {
        return instrument.calendar();
    }

    @Override
    public synchronized boolean ticks(long fromNs, long toNs, TickPoints into) {
        requireOpen();
        into.clear();
        // The tick before is the price that stands at the beginning.
        long from = Math.max(0, pages.indexOf(fromNs) - 1);
        long to = pages.indexOf(toNs);
        if (to - from > into.capacity()) {
            return false;
        }
        for (long tick = from; tick < to; ) {
            try (PageLease lease = pages.page(tick, HOLDER)) {
                TickPage page = lease.page();
                long end = Math.min(to, lease.firstTick() + page.count());
                for (; tick < end; tick++) {
                    int i = (int) (tick - lease.firstTick());
                    into.add(
                            page.timeNs(i),
                            page.bidPrice(i) / unitsPerPrice,
                            page.askPrice(i) / unitsPerPrice,
                            TickFlags.isTrade(page.flagBits(i)));
                }
            }
        }
        return true;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            pages.close();
        }
    }
}
