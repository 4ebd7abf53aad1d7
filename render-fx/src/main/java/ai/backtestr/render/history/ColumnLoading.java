package ai.backtestr.render.history;

import ai.backtestr.render.series.SlotAxis;
import ai.backtestr.render.series.TickHistory;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/// Reads columns, keeping those it has of the same step. Used by the loader's thread alone.
final class ColumnLoading {
    private static final int OVERVIEW_COLUMNS = 4096;

    /// Columns read between two looks at whether they are wanted still: as many as a disk reads well at once.
    private static final int CHUNK = 256;

    /// Bars before those shown that are read at once for Heikin-Ashi: twice what is needed where none is empty.
    private static final int WARM_UP_CHUNK = 2 * HeikinAshi.WARM_UP;

    private static final int STEPS_AHEAD = 4;

    private final TickHistory history;
    private final HistoryFrame coarse = new HistoryFrame();
    private HistoryFrame loaded = new HistoryFrame();
    private HistoryFrame next = new HistoryFrame();
    private long[] starts = new long[OVERVIEW_COLUMNS + 1];
    private final HeikinAshi heikinAshi;
    private final HistoryFrame before = new HistoryFrame(); // bars that Heikin-Ashi ones are made of, but not shown

    ColumnLoading(TickHistory history) {
        this.history = history;
        heikinAshi = new HeikinAshi(history.unitsPerPrice());
    }

    HistoryFrame loaded() {
        return loaded;
    }

    /// Returns all of the history in some thousand columns.
    HistoryFrame overview(SlotAxis axis) {
        HistoryFrame all = new HistoryFrame();
        double step = (double) axis.count() / OVERVIEW_COLUMNS;
        all.begin(axis, step, 0, OVERVIEW_COLUMNS, false);
        read(all, 0, OVERVIEW_COLUMNS, false);
        return all;
    }

    /// Tells whether most of what is wanted is still to be read.
    boolean isFarFrom(Wanted wanted) {
        if (!loaded.isOf(axis(wanted), wanted.step)) {
            return true;
        }
        long known = Math.min(loaded.end(), wanted.to) - Math.max(loaded.first(), wanted.from);
        return known < (wanted.to - wanted.from) / 2;
    }

    HistoryFrame coarse(Wanted wanted) {
        coarse.begin(axis(wanted), wanted.step, wanted.from, wanted.to, false);
        if (isHeikinAshi(coarse)) {
            warmUp(coarse, wanted.from, false, () -> false);
        }
        readBars(coarse, wanted.from, wanted.to, false);
        return coarse;
    }

    /// Reads what is wanted and not read yet.
    ///
    /// @return false if it was cancelled
    boolean exact(Wanted wanted, BooleanSupplier cancelled) {
        boolean known = loaded.isOf(axis(wanted), wanted.step) && loaded.covers(wanted.from, wanted.to);
        return known || replace(wanted, wanted.from, wanted.to, cancelled);
    }

    private boolean replace(Wanted wanted, long from, long to, BooleanSupplier cancelled) {
        next.begin(axis(wanted), wanted.step, from, to, true);
        long keptFrom = to;
        long keptTo = to;
        if (loaded.isOf(axis(wanted), wanted.step) && loaded.first() < to && loaded.end() > from) {
            keptFrom = Math.max(from, loaded.first());
            keptTo = Math.min(to, loaded.end());
            next.columns().copy(loaded.columns(), (int) (keptFrom - loaded.first()), (int) (keptFrom - from), (int)
                    (keptTo - keptFrom));
        }
        if (!read(from, keptFrom, cancelled) || !read(keptTo, to, cancelled)) {
            return false;
        }
        HistoryFrame free = loaded;
        loaded = next;
        next = free;
        return true;
    }

    private boolean read(long from, long to, BooleanSupplier cancelled) {
        if (from < to && isHeikinAshi(next) && !warmUp(next, from, true, cancelled)) {
            return false;
        }
        for (long at = from; at < to; at += CHUNK) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            readBars(next, at, Math.min(to, at + CHUNK), true);
        }
        return true;
    }

    /// Columns of pixels show what was traded: an average over several bars is none of them.
    private static boolean isHeikinAshi(HistoryFrame frame) {
        return Objects.requireNonNull(frame.axis()).isHeikinAshi() && frame.step() == 1;
    }

    /// Takes in as many bars before column `from` as make those from there on the same as if all had been.
    ///
    /// @return false if it was cancelled
    private boolean warmUp(HistoryFrame shown, long from, boolean exact, BooleanSupplier cancelled) {
        heikinAshi.begin();
        long first = Math.max(0, from);
        for (int bars = 0; first > 0 && bars < HeikinAshi.WARM_UP; ) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            long end = first;
            first = Math.max(0, end - WARM_UP_CHUNK);
            readBefore(shown, first, end, exact);
            bars += before.present();
        }
        for (long at = first; at < from; at += WARM_UP_CHUNK) {
            long end = Math.min(from, at + WARM_UP_CHUNK);
            readBefore(shown, at, end, exact);
            average(before, at, end);
        }
        return true;
    }

    private void readBefore(HistoryFrame shown, long from, long to, boolean exact) {
        before.begin(Objects.requireNonNull(shown.axis()), shown.step(), from, to, exact);
        read(before, from, to, exact);
    }

    private void readBars(HistoryFrame into, long from, long to, boolean exact) {
        read(into, from, to, exact);
        if (isHeikinAshi(into)) {
            average(into, from, to);
        }
    }

    private void average(HistoryFrame frame, long from, long to) {
        for (long bar = from; bar < to; bar++) {
            heikinAshi.average(frame.columns(), (int) (bar - frame.first()));
        }
    }

    private void read(HistoryFrame into, long from, long to, boolean exact) {
        int count = (int) (to - from);
        if (starts.length <= count) {
            starts = new long[count + 1];
        }
        SlotAxis axis = Objects.requireNonNull(into.axis());
        for (int i = 0; i <= count; i++) {
            starts[i] = axis.timeNs((from + i) * into.step());
        }
        if (starts[0] < starts[count]) {
            int at = (int) (from - into.first());
            history.columns(starts, exact, into.columns(), at, at + count);
        }
    }

    /// Reads the ticks too, and as many to the left and right, if they are few enough.
    void addTicks(Wanted wanted) {
        loaded.setWithTicks(false);
        long onScreen = 0;
        for (long c = wanted.from; c < wanted.to; c++) {
            onScreen += loaded.columns().ticks((int) (c - loaded.first()));
        }
        if (onScreen == 0 || onScreen > wanted.mostTicks) {
            loaded.ticks().clear();
            return;
        }
        SlotAxis axis = axis(wanted);
        long fromNs = axis.timeNs(wanted.from * wanted.step);
        long toNs = axis.timeNs(wanted.to * wanted.step);
        long spanNs = toNs - fromNs;
        boolean complete = history.ticks(fromNs - spanNs, toNs + spanNs, loaded.ticks())
                || history.ticks(fromNs, toNs, loaded.ticks());
        loaded.setWithTicks(complete);
    }

    /// Reads a part of what comes next: up to as much as is on screen in the direction of travel, half as much
    /// in the others.
    ///
    /// @return false if there is nothing left to read, or it was cancelled
    boolean readAhead(Wanted wanted, BooleanSupplier cancelled) {
        long width = wanted.to - wanted.from;
        long part = Math.max(1, width / STEPS_AHEAD);
        long lowest = wanted.from - (wanted.direction < 0 ? width : width / 2);
        long highest = wanted.to + (wanted.direction > 0 ? width : width / 2);
        long from = loaded.first();
        long to = loaded.end();
        boolean later = to < highest && (wanted.direction >= 0 || from <= lowest);
        if (later) {
            to = Math.min(highest, to + part);
        } else if (from > lowest) {
            from = Math.max(lowest, from - part);
        } else {
            return false;
        }
        if (!replace(wanted, Math.max(from, lowest), Math.min(to, highest), cancelled)) {
            return false;
        }
        loaded.copyTicks(next); // which is what was loaded before
        return true;
    }

    private static SlotAxis axis(Wanted wanted) {
        return Objects.requireNonNull(wanted.axis);
    }
}
