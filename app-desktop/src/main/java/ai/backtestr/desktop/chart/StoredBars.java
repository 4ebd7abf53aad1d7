package ai.backtestr.desktop.chart;

import ai.backtestr.data.cache.TickColumns;
import ai.backtestr.data.cache.TickPages;
import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarPlan;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.BarRollUp;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.render.series.IndicatorBars.Stretch;
import ai.backtestr.render.series.SlotAxis;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/// Makes the bars of any stretch of a history as the engine makes them of all ticks: of the exact columns that its
/// slots come to. What comes before is read backwards only as far as is asked for.
///
/// Any thread: the charts of an instrument share one. Between two chunks of slots the history serves others.
final class StoredBars {
    private static final int SLOTS_A_CHUNK = 1024;

    /// An open of Heikin-Ashi is half that of the bar before: after so many a `double` does not tell how they began.
    private static final int HEIKIN_ASHI_WARM_UP = 64;

    private final StoredHistory history;
    private final TickPages pages;
    private final Instrument instrument;
    private final boolean trades;
    private final Map<Timeframe, SlotAxis> axes = new ConcurrentHashMap<>();
    private final TickColumns columns = new TickColumns(SLOTS_A_CHUNK);
    private final long[] starts = new long[SLOTS_A_CHUNK + 1];
    private final long[] volumes = new long[SLOTS_A_CHUNK];

    StoredBars(StoredHistory history, TickPages pages, boolean trades) {
        this.history = history;
        this.pages = pages;
        this.trades = trades;
        instrument = pages.instrument();
    }

    private record ClosedBar(Bar bar, long endNs) {}

    /// One at a time, since what it reads into is kept; the history is others' between two chunks.
    synchronized Stretch read(Timeframe timeframe, long fromNs, long toNs, int before, BooleanSupplier cancelled) {
        Timeframe traded = traded(timeframe);
        SlotAxis axis = axes.computeIfAbsent(traded, history::axis);
        int to = Math.clamp(axis.indexAtOrBefore(toNs) + 1L, 0, axis.count());
        int from = Math.clamp(axis.indexAtOrBefore(fromNs), 0, to);
        Deque<ClosedBar> bars = new ArrayDeque<>();
        for (int slot = from; slot < to; slot += SLOTS_A_CHUNK) {
            read(axis, slot, Math.min(to, slot + SLOTS_A_CHUNK), cancelled, bars, false);
        }
        long wanted = bars.size() + (long) before + (timeframe.heikinAshi() ? HEIKIN_ASHI_WARM_UP : 0);
        int first = from;
        while (first > 0 && bars.size() < wanted) {
            int chunk = Math.max(0, first - SLOTS_A_CHUNK);
            read(axis, chunk, first, cancelled, bars, true);
            first = chunk;
        }
        BarSeries made = rollUp(timeframe, traded, bars);
        return new Stretch(made, made.count(), first == 0);
    }

    private static Timeframe traded(Timeframe timeframe) {
        if (!StoredHistory.shows(timeframe)) {
            throw new IllegalArgumentException(
                    "indicators of " + timeframe + " bars need a chart of these; take a time, like 1h");
        }
        return timeframe.traded();
    }

    private void read(
            SlotAxis axis, int from, int to, BooleanSupplier cancelled, Deque<ClosedBar> into, boolean isAhead) {
        throwIf(cancelled.getAsBoolean());
        int count = to - from;
        for (int i = 0; i <= count; i++) {
            starts[i] = axis.timeNs(from + i);
        }
        history.whileOpen(() -> pages.columns(starts, count, columns));
        if (trades) {
            throwIf(!history.quantities(starts, count, volumes, cancelled));
        }
        for (int i = 0; i < count; i++) {
            int at = isAhead ? count - 1 - i : i;
            if (columns.count(at) > 0) {
                ClosedBar bar = bar(at);
                if (isAhead) {
                    into.addFirst(bar);
                } else {
                    into.addLast(bar);
                }
            }
        }
    }

    private static void throwIf(boolean cancelled) {
        if (cancelled) {
            throw new CancellationException("other bars are wanted");
        }
    }

    private ClosedBar bar(int i) {
        Bar bar = new Bar(
                starts[i],
                columns.firstBid(i),
                columns.highBid(i),
                columns.lowBid(i),
                columns.lastBid(i),
                trades ? volumes[i] : 0,
                columns.count(i));
        return new ClosedBar(bar, starts[i + 1]);
    }

    private BarSeries rollUp(Timeframe timeframe, Timeframe traded, Deque<ClosedBar> bars) {
        BarPlan plan = new BarPlan(instrument, trades ? BarPrice.TRADE : BarPrice.BID);
        BarSeries series = plan.series(timeframe);
        BarRollUp made = plan.buildOn(traded);
        for (ClosedBar closed : bars) {
            made.closeEnded(closed.bar().timeNs());
            made.add(closed.bar(), closed.endNs());
        }
        made.finish();
        return series;
    }
}
