package ai.backtestr.render.history;

import ai.backtestr.render.series.PriceColumns;
import ai.backtestr.render.series.SlotAxis;
import ai.backtestr.render.series.TickPoints;
import org.jspecify.annotations.Nullable;

/// A stretch of loaded columns. Column `c` of the axis reaches from position `c * step` to `(c + 1) * step`, so
/// columns of one step are the same whichever stretch they were loaded in.
///
/// Used by one thread at a time: the loader fills it, then the chart reads it until it gives it back.
final class HistoryFrame {
    private static final int MOST_TICKS = 16_384;

    private final PriceColumns columns = new PriceColumns();
    private final TickPoints ticks = new TickPoints(MOST_TICKS);
    private @Nullable SlotAxis axis;
    private double step = 1;
    private long first;
    private int count;
    private boolean exact;
    private boolean withTicks;

    /// Becomes a stretch of empty columns.
    void begin(SlotAxis newAxis, double newStep, long from, long to, boolean isExact) {
        axis = newAxis;
        step = newStep;
        first = from;
        count = (int) (to - from);
        exact = isExact;
        withTicks = false;
        ticks.clear();
        columns.reserve(count);
        for (int i = 0; i < count; i++) {
            columns.clear(i);
        }
    }

    /// Becomes the same as another.
    void copy(HistoryFrame other) {
        axis = other.axis;
        step = other.step;
        first = other.first;
        count = other.count;
        exact = other.exact;
        columns.reserve(count);
        columns.copy(other.columns, 0, 0, count);
        copyTicks(other);
    }

    /// Has the same ticks as another.
    void copyTicks(HistoryFrame other) {
        withTicks = other.withTicks;
        ticks.clear();
        for (int i = 0; i < other.ticks.count(); i++) {
            ticks.add(other.ticks.timeNs(i), other.ticks.bid(i), other.ticks.ask(i), other.ticks.isTrade(i));
        }
    }

    boolean isOf(SlotAxis otherAxis, double otherStep) {
        return axis == otherAxis && step == otherStep;
    }

    /// Tells whether it holds columns `from` to `to` (exclusive) of its own step.
    boolean covers(long from, long to) {
        return from >= first && to <= end();
    }

    @Nullable
    SlotAxis axis() {
        return axis;
    }

    double step() {
        return step;
    }

    long first() {
        return first;
    }

    long end() {
        return first + count;
    }

    PriceColumns columns() {
        return columns;
    }

    /// Returns how many of the columns have ticks.
    int present() {
        int present = 0;
        for (int i = 0; i < count; i++) {
            present += columns.isPresent(i) ? 1 : 0;
        }
        return present;
    }

    TickPoints ticks() {
        return ticks;
    }

    boolean isExact() {
        return exact;
    }

    boolean hasTicks() {
        return withTicks;
    }

    void setWithTicks(boolean has) {
        withTicks = has;
    }
}
