package ai.backtestr.render.history;

import ai.backtestr.render.series.SlotAxis;
import ai.backtestr.render.series.TickFigures;

/// Figures of a stretch of columns, as far as they have been read. Column `c` reaches from position `c * step` to
/// `(c + 1) * step`. Made by the loader's thread, then used by the FX thread alone.
public final class FigureFrame {
    private final SlotAxis axis;
    private final double step;
    private final long first;
    private final int count;
    private final TickFigures figures = new TickFigures();

    FigureFrame(SlotAxis axis, double step, long first, long end) {
        this.axis = axis;
        this.step = step;
        this.first = first;
        count = (int) (end - first);
        figures.reset(count);
    }

    /// Takes the columns that another has of the same.
    void takeFrom(FigureFrame other) {
        long from = Math.max(first, other.first);
        long to = Math.min(end(), other.end());
        if (isOf(other.axis, other.step) && from < to) {
            figures.copy(other.figures, (int) (from - other.first), (int) (from - first), (int) (to - from));
        }
    }

    boolean isOf(SlotAxis otherAxis, double otherStep) {
        return axis == otherAxis && step == otherStep;
    }

    /// Tells whether it is of that axis.
    public boolean isOf(SlotAxis otherAxis) {
        return axis == otherAxis;
    }

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

    /// Returns how many columns there are.
    public int count() {
        return count;
    }

    /// Returns the position at which column `i` begins.
    public double position(int i) {
        return (first + i) * step;
    }

    /// Returns the column that holds a position; it may lie outside.
    public int columnAt(double position) {
        return Math.clamp((long) Math.floor(position / step) - first, -1, count);
    }

    /// Returns the figures of the columns.
    public TickFigures figures() {
        return figures;
    }
}
