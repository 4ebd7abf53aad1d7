package ai.backtestr.render.chart;

/// Which bars are on screen and how wide they are. Bar `i` fills the positions `i` to `i + 1` and its centre is
/// at `i + 0.5`; positions below 0 and from the count of bars on are empty space.
///
/// Invariants after every call: at least half of the window lies over bars (unless there are too few to fill
/// it), and a bar is never wider than a third of the window, unless what lies within a bar can be shown too.
///
/// Lengths are in logical pixels. Threads: confined to one, the FX thread.
final class Viewport {
    static final double DEFAULT_BAR_WIDTH = 8;

    /// Empty bars kept between the newest bar and the price axis.
    static final int END_MARGIN_BARS = 6;

    private static final double WIDEST_BAR = 160;
    private static final double WIDTH_BEFORE_LAYOUT = 960;

    private int count;
    private double widestBar = WIDEST_BAR;
    private double width = WIDTH_BEFORE_LAYOUT;
    private boolean sized;
    private double left;
    private double barWidth = DEFAULT_BAR_WIDTH;
    private double heldFrom = Double.NaN; // what every width shows, NaN for nothing
    private double heldTo = Double.NaN;

    /// Changes the width of the window; the bar at the right edge stays there. A range that is held is shown anew
    /// instead. So is, by the first call, what has been asked for until then, unless the width of bars is still the
    /// default.
    void resize(double newWidth) {
        double oldLeft = left;
        double oldRight = right();
        width = Math.max(1, newWidth);
        if (!Double.isNaN(heldFrom)) {
            fit(heldFrom, heldTo);
        } else if (!sized && barWidth != DEFAULT_BAR_WIDTH) {
            fit(oldLeft, oldRight);
        } else {
            left = oldRight - visibleBars();
            clamp();
        }
        sized = true;
    }

    /// Shows what another window shows; the next change of width keeps that range.
    void take(Viewport other) {
        count = other.count;
        widestBar = other.widestBar;
        width = other.width;
        left = other.left;
        barWidth = other.barWidth;
        heldFrom = other.heldFrom;
        heldTo = other.heldTo;
        sized = false;
    }

    /// Takes in that there are `newCount` bars now. If the newest bar was on screen, the window moves along.
    void grow(int newCount) {
        boolean follow = isEndVisible();
        int added = newCount - count;
        count = newCount;
        if (follow && added != 0) {
            letGo();
            left += added;
        }
        clamp();
    }

    /// Starts over with another series: the newest bars at the default width.
    void restart(int newCount) {
        count = newCount;
        barWidth = DEFAULT_BAR_WIDTH;
        showEnd();
    }

    /// Has bars that are never wider than that, also where they are wider than the window; 0 for as wide as a
    /// bar needs to be seen well.
    void setWidestBar(double widest) {
        widestBar = widest > 0 ? widest : WIDEST_BAR;
    }

    private boolean isWithinBars() {
        return widestBar > WIDEST_BAR;
    }

    /// Shows the newest bars at the present zoom.
    void showEnd() {
        letGo();
        left = count + END_MARGIN_BARS - visibleBars();
        clamp();
    }

    /// Shows the oldest bars at the present zoom.
    void showStart() {
        letGo();
        left = 0;
        clamp();
    }

    /// Shows the bars `from` to `to` (exclusive) across the whole window.
    void showRange(double from, double to) {
        letGo();
        fit(from, to);
    }

    /// Shows these across the whole window, however wide that becomes, until something else is shown.
    void hold(double from, double to) {
        heldFrom = from;
        heldTo = to;
        fit(from, to);
    }

    private void letGo() {
        heldFrom = Double.NaN;
    }

    private void fit(double from, double to) {
        barWidth = width / (isWithinBars() ? Math.max(width / widestBar, to - from) : Math.max(1, to - from));
        limitBarWidth();
        left = (from + to - visibleBars()) / 2;
        clamp();
    }

    /// Brings `position` to the middle of the window at the present zoom.
    void centre(double position) {
        letGo();
        left = position - visibleBars() / 2;
        clamp();
    }

    /// Makes bars `factor` times as wide; what is under `x` stays under it.
    void zoomAt(double x, double factor) {
        letGo();
        double anchor = position(x);
        barWidth *= factor;
        limitBarWidth();
        left = anchor - x / barWidth;
        clamp();
    }

    /// Moves the content right by `dx` pixels.
    void panBy(double dx) {
        letGo();
        left -= dx / barWidth;
        clamp();
    }

    private void limitBarWidth() {
        double narrowest = Math.min(DEFAULT_BAR_WIDTH, width / (1.2 * count + END_MARGIN_BARS));
        double widest = isWithinBars() ? widestBar : Math.min(WIDEST_BAR, width / 3);
        barWidth = Math.clamp(barWidth, narrowest, Math.max(narrowest, widest));
    }

    private void clamp() {
        limitBarWidth();
        double visible = visibleBars();
        double lowest = Math.min(-visible / 2, count + END_MARGIN_BARS - visible);
        left = Math.clamp(left, lowest, Math.max(lowest, count - Math.min(visible / 2, count)));
    }

    /// Returns the x of a position.
    double x(double position) {
        return (position - left) * barWidth;
    }

    /// Returns the x of the centre of bar `index`.
    double centreX(int index) {
        return x(index + 0.5);
    }

    /// Returns the position at `x`.
    double position(double x) {
        return left + x / barWidth;
    }

    /// Returns the bar at or nearest to `x`, -1 if there are none.
    int barAt(double x) {
        return count == 0 ? -1 : Math.clamp((long) Math.floor(position(x)), 0, count - 1);
    }

    /// Returns the first bar that is at least partly on screen, or the count of bars if there is none.
    int firstVisible() {
        return Math.clamp((long) Math.floor(left), 0, count);
    }

    /// Returns the index after the last bar that is at least partly on screen.
    int endVisible() {
        return Math.clamp((long) Math.ceil(right()), firstVisible(), count);
    }

    boolean isEndVisible() {
        return right() >= count - 1e-6;
    }

    double left() {
        return left;
    }

    double right() {
        return left + visibleBars();
    }

    double visibleBars() {
        return width / barWidth;
    }

    double barWidth() {
        return barWidth;
    }

    double width() {
        return width;
    }

    int count() {
        return count;
    }
}
