package ai.backtestr.render.history;

import ai.backtestr.render.series.SlotAxis;
import org.jspecify.annotations.Nullable;

/// The columns that are on screen, and where the chart is going. Guarded by the lock of its [HistoryLoader], or
/// used by one thread.
final class Wanted {
    @Nullable
    SlotAxis axis;

    double step = 1;
    long from;
    long to;
    int direction;
    int mostTicks;

    void set(SlotAxis newAxis, double newStep, long newFrom, long newTo, int newDirection, int newMostTicks) {
        axis = newAxis;
        step = newStep;
        from = newFrom;
        to = newTo;
        direction = newDirection;
        mostTicks = newMostTicks;
    }

    void set(Wanted other) {
        axis = other.axis;
        step = other.step;
        from = other.from;
        to = other.to;
        direction = other.direction;
        mostTicks = other.mostTicks;
    }

    boolean isSame(SlotAxis otherAxis, double otherStep, long otherFrom, long otherTo) {
        return axis == otherAxis && step == otherStep && from == otherFrom && to == otherTo;
    }

    /// Tells whether what is loaded for this one is of no use for another.
    boolean isAwayFrom(Wanted other) {
        return axis != other.axis || step != other.step || other.from >= to || other.to <= from;
    }
}
