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
/// made of. Bars of any length of time are shown, each read when it is on screen.
///
/// Volumes are summed up from the ticks themselves, which the pyramid of cells does not hold; where there are
/// so many that this would take long, the number of ticks takes their place.
///
/// Any thread, one at a time. Whoever opened it closes it; a chart that reads it then stops.
public final class StoredHistory implements TickHistory, TickFigureSource, IndicatorBars, AutoCloseable {
    private static final long MOST_TICKS_WITH_VOLUME = 4_000_000;
    private static final int COLUMNS_BETWEEN_LOOKS = 8;

    /// Ticks whose quantities are summed up before others that wait for the history are served: some milliseconds.
    private static final long TICKS_AT_ONCE = 4 * 65_536;

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

    /// Tells whether bars of that timeframe can be shown as they are read: those that end with the clock or the
    /// calendar, and Heikin-Ashi made of them. Others are made from all ticks first.
    public static boolean shows(Timeframe timeframe) {
        return timeframe.isTime();
    }

    /// Returns the axis that shows each bar of a timeframe that [#shows] in a slot of its own.
    ///
    /// @throws IllegalArgumentException if these would be too many
    public SlotAxis axis(Timeframe timeframe) {
        return axis(timeframe, timeframe.isDayOrLonger() ? periods(timeframe, false) : days);
    }

    /// Returns such an axis for a chart, which shows the time that the market is closed or does not: days without
    /// ticks, and within days what lies between sessions and has no tick. No tick is ever left out.
    ///
    /// @throws IllegalArgumentException if these would be too many
    public SlotAxis axis(Timeframe timeframe, boolean showsClosedTime) {
        if (timeframe.isDayOrLonger()) {
            return axis(timeframe, periods(timeframe, showsClosedTime));
        }
        return axis(
                timeframe,
                showsClosedTime ? periods(Timeframe.ONE_DAY, true) : quiet.leftOutOf(days, timeframe.lengthNs()));
    }

    private SlotAxis axis(Timeframe timeframe, TradingDays shown) {
        SlotAxis axis = new SlotAxis(shown, timeframe.lengthNs(), firstNs, lastNs);
        return timeframe.heikinAshi() ? axis.withHeikinAshi() : axis;
    }

    /// Returns the days, weeks or months from the first tick to the last as the engine begins bars of them: all of
    /// them or, without the closed time, those that have ticks, up to the end of the last day that has. Reads
    /// nothing, so that a chart can wait for it.
    private TradingDays periods(Timeframe timeframe, boolean all) {
        TradingCalendar calendar = instrument.calendar();
        LongStream.Builder starts = LongStream.builder();
        LongStream.Builder ends = LongStream.builder();
        long shownNs = timeframe.startNs(firstNs, calendar);
        for (int day = 0; day < days.count(); ) {
            long start = timeframe.startNs(days.startNs(day), calendar);
            long end = timeframe.endNs(days.startNs(day), calendar);
            for (long next = timeframe.endNs(shownNs, calendar); all && next <= start; ) {
                starts.add(shownNs);
                ends.add(next);
                shownNs = next;
                next = timeframe.endNs(shownNs, calendar);
            }
            while (day < days.count() && days.startNs(day) < end) {
                day++;
            }
            starts.add(start);
            ends.add(all ? end : days.endNs(day - 1));
            shownNs = end;
        }
        return new TradingDays(starts.build().toArray(), ends.build().toArray());
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
            addVolumes(startsNs, exact, into, from, count);
        }
    }

    /// The cells know no volume, and what is to be told at once cannot wait for the ticks.
    private void addVolumes(long[] startsNs, boolean exact, PriceColumns into, int from, int count) {
        if (quantities.length < count) {
            quantities = new long[count];
        }
        if (exact) {
            reading.quantities(startsNs, count, quantities);
        }
        for (int i = 0; i < count; i++) {
            into.setVolume(from + i, exact ? quantities[i] / unitsPerQuantity : Double.NaN);
        }
    }

    @Override
    public double unitsPerPrice() {
        return unitsPerPrice;
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
            if (!trades) {
                whileOpen(() -> reading.spreads(starts, count, unitsPerPrice, into, first));
            } else if (!readVolumes(starts, into, first, count, cancelled)) {
                return false;
            }
        }
        return true;
    }

    private boolean readVolumes(long[] startsNs, TickFigures into, int at, int count, BooleanSupplier cancelled) {
        long[] sums = new long[count];
        if (!quantities(startsNs, count, sums, cancelled)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            into.set(at + i, sums[i] / unitsPerQuantity, Double.NaN, Double.NaN, Double.NaN, false);
        }
        return true;
    }

    /// Sums up quantities of any number of ticks; others are served between some pages of them and the next.
    ///
    /// @param into the sum of each of `count` columns, in units of the instrument's quantity
    /// @return false if it was cancelled
    boolean quantities(long[] startsNs, int count, long[] into, BooleanSupplier cancelled) {
        Arrays.fill(into, 0, count, 0);
        long[][] firstTicks = new long[1][];
        whileOpen(() -> firstTicks[0] = reading.firstTicks(startsNs, count));
        long[] ends = firstTicks[0];
        for (long tick = ends[0]; tick < ends[count]; tick += TICKS_AT_ONCE) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            long from = tick;
            long to = Math.min(ends[count], from + TICKS_AT_ONCE);
            whileOpen(() -> reading.addQuantities(ends, from, to, into));
        }
        return true;
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
