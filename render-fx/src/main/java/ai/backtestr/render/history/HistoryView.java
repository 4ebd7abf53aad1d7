package ai.backtestr.render.history;

import ai.backtestr.render.lod.VisibleColumns;
import ai.backtestr.render.series.PriceColumns;
import ai.backtestr.render.series.SlotAxis;
import ai.backtestr.render.series.TickHistory;
import ai.backtestr.render.series.TickPoints;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A history as a chart sees it: the columns on screen, as well as they are known at the moment. A column is a
/// slot, so that it makes a bar, where slots are neither too narrow nor too wide for one, and else a column of
/// pixels.
///
/// Threads: belongs to the FX thread; reading files is left to the loader.
public final class HistoryView implements VisibleColumns, AutoCloseable {
    /// Slots narrower than this many pixels of the screen are no bars.
    public static final double NARROWEST_BAR_PIXELS = 3;

    /// Nor are wider ones.
    public static final double WIDEST_BAR_PIXELS = 240;

    private static final int PIXELS_A_TICK = 4;

    private final TickHistory history;
    private final HistoryLoader loader;
    private final Wanted wanted = new Wanted();
    private final PriceColumns screen = new PriceColumns();
    private SlotAxis axis;
    private @Nullable HistoryFrame frame;
    private @Nullable HistoryFrame overview;
    private double step = 1;
    private boolean bars = true;
    private long first;
    private int count;
    private long lastFrom;
    private boolean complete;

    /// @param onLoaded called on any thread when more is known and [#look] should be called again
    /// @param onProblem called on any thread when something cannot be read
    public HistoryView(TickHistory history, SlotAxis axis, Runnable onLoaded, Consumer<RuntimeException> onProblem) {
        this.history = history;
        this.axis = axis;
        loader = new HistoryLoader(history, axis, onLoaded, onProblem);
    }

    /// Divides time into other slots.
    public void setAxis(SlotAxis newAxis) {
        axis = newAxis;
    }

    /// Returns the axis.
    public SlotAxis axis() {
        return axis;
    }

    /// Tells whether the volume of columns is a quantity rather than the number of ticks.
    public boolean hasVolume() {
        return history.hasVolume();
    }

    /// Looks at the positions from `left` on, `pixels` pixels of the screen wide. Whatever is not known is
    /// asked for.
    public void look(double left, double pixelsPerSlot, int pixels) {
        take();
        bars = pixelsPerSlot >= NARROWEST_BAR_PIXELS && pixelsPerSlot <= WIDEST_BAR_PIXELS;
        step = bars ? 1 : 1 / pixelsPerSlot;
        first = (long) Math.floor(left / step);
        long end = (long) Math.ceil((left + pixels / pixelsPerSlot) / step);
        count = (int) (end - first);
        int mostTicks = bars ? 0 : pixels / PIXELS_A_TICK;
        if (!wanted.isSame(axis, step, first, end) || wanted.mostTicks != mostTicks) {
            int direction = wanted.step == step ? Long.signum(first - lastFrom) : 0;
            lastFrom = first;
            wanted.set(axis, step, first, end, direction, mostTicks);
            loader.wish(axis, step, first, end, direction, mostTicks);
        }
        fill();
    }

    private void take() {
        HistoryFrame taken = loader.take();
        if (taken != null) {
            if (frame != null) {
                loader.giveBack(frame);
            }
            frame = taken;
        }
        if (overview == null) {
            overview = loader.overview();
        }
    }

    private void fill() {
        screen.reserve(count);
        HistoryFrame known = frame;
        complete = known != null && known.isOf(axis, step) && known.isExact() && known.covers(first, first + count);
        for (int i = 0; i < count; i++) {
            if ((known == null || !show(known, i)) && (overview == null || !show(overview, i))) {
                screen.clear(i);
            }
        }
    }

    /// Makes column `i` on screen of what a frame has.
    ///
    /// @return whether the frame reaches over all of it
    private boolean show(HistoryFrame from, int i) {
        long column = first + i;
        if (!from.isOf(axis, step)) {
            return merge(from, column, i);
        }
        boolean has = from.covers(column, column + 1);
        if (has) {
            screen.copy(from.columns(), (int) (column - from.first()), i, 1);
        }
        return has;
    }

    /// Makes a column of those of a frame of another step.
    ///
    /// @return whether the frame reaches over all of it
    private boolean merge(HistoryFrame from, long column, int at) {
        SlotAxis other = from.axis();
        if (other == null) {
            return false;
        }
        double left = column * step;
        double right = left + step;
        if (other != axis) {
            left = other.position(axis.timeNs(left));
            right = other.position(axis.timeNs(right));
        }
        long begin = (long) Math.floor(left / from.step());
        long end = Math.max(begin + 1, (long) Math.ceil(right / from.step()));
        if (!from.covers(begin, end)) {
            return false;
        }
        screen.merge(from.columns(), (int) (begin - from.first()), (int) (end - from.first()), at);
        return true;
    }

    @Override
    public PriceColumns columns() {
        return screen;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public double position(int i) {
        return (first + i) * step;
    }

    /// Returns the column on screen that holds a position, which may lie beyond them.
    public int columnAt(double position) {
        return Math.clamp((long) Math.floor(position / step) - first, -1, count);
    }

    /// Returns when column `i` begins, nanoseconds since the epoch, UTC: that of its slot where it is no part of
    /// one, else to the millisecond.
    public long shownTimeNs(int i) {
        double position = position(i);
        if (step >= 1) {
            return axis.timeNs(Math.floor(position));
        }
        long timeNs = axis.timeNs(position);
        return timeNs - Math.floorMod(timeNs, 1_000_000L);
    }

    /// Returns how long a column is, nanoseconds of time in which the market is open.
    public double columnNs() {
        return step * axis.slotNs();
    }

    /// Returns how much of the time axis a column takes.
    public double step() {
        return step;
    }

    /// Returns the last column at or before `i` that has ticks, -1 if there is none.
    public int presentAtOrBefore(int i) {
        int column = Math.min(i, count - 1);
        while (column >= 0 && !screen.isPresent(column)) {
            column--;
        }
        return column;
    }

    /// Returns the slot or pixel that column `i` is, counted from the start of the axis.
    public long number(int i) {
        return first + i;
    }

    @Override
    public boolean isBars() {
        return bars;
    }

    /// Tells whether every column on screen is exact.
    public boolean isComplete() {
        return complete;
    }

    /// Returns the ticks on screen and around it, if they are few enough to be drawn one by one; else null.
    public @Nullable TickPoints ticks() {
        return complete && !isBars() && frame != null && frame.hasTicks() ? frame.ticks() : null;
    }

    /// Returns the last price of all, NaN until it is known.
    public double lastPrice() {
        return overview == null ? Double.NaN : lastOf(overview);
    }

    private static double lastOf(HistoryFrame all) {
        for (int i = (int) (all.end() - all.first()) - 1; i >= 0; i--) {
            if (all.columns().isPresent(i)) {
                return all.columns().last(i);
            }
        }
        return Double.NaN;
    }

    /// Waits until what was looked at last is loaded; not to be called on the FX thread.
    public void awaitLoaded() {
        loader.awaitIdle();
    }

    /// Loads nothing more. The history is its owner's to close.
    @Override
    public void close() {
        loader.close();
    }
}
