package ai.backtestr.render.chart;

import ai.backtestr.render.axis.PriceTicks;

/// Where a pane below the prices lies in one chart, and how its values become heights. Lengths are in logical
/// pixels.
///
/// Threads: confined to the FX thread.
final class PaneBox {
    static final double LABEL_GAP = 34;
    private static final double MOST_FOR_TITLE = 1.0 / 3;
    private static final double INSET_BOTTOM = 8;
    private static final double FLATTEST = 0.05;

    private final LowerPane pane;
    private final ValueScale scale = new ValueScale();
    private PriceTicks ticks;
    private double top;
    private double bottom;
    private double titleHeight;
    private double lowest;
    private double highest;
    private double zoom = 1;

    PaneBox(LowerPane pane) {
        this.pane = pane;
        ticks = pane.ticks(0, 0);
    }

    LowerPane pane() {
        return pane;
    }

    /// @param newTitleHeight what its title takes at the top
    void place(double newTop, double newBottom, double newTitleHeight) {
        top = newTop;
        bottom = newBottom;
        titleHeight = newTitleHeight;
    }

    double top() {
        return top;
    }

    double bottom() {
        return bottom;
    }

    double height() {
        return bottom - top;
    }

    /// Tells whether the pane shows its values, rather than its title alone.
    boolean isOpen() {
        return !pane.isCollapsed();
    }

    /// Returns where the highest value is drawn: below the title, unless the pane is too low for that.
    double plotTop() {
        return top + Math.min(titleHeight, height() * MOST_FOR_TITLE);
    }

    /// Returns where the lowest value is drawn.
    double plotBottom() {
        return bottom - INSET_BOTTOM;
    }

    /// Takes in the values between which the pane reaches; zoomed, it shows a part of them, or beyond: what stands on 0
    /// or hangs from it stays there, else the middle stays.
    void range(double low, double high) {
        lowest = low;
        highest = high;
        if (isZoomed()) {
            double spread = (high - low) / zoom;
            lowest = low == 0 ? 0 : high == 0 ? -spread : (low + high - spread) / 2;
            highest = high == 0 ? 0 : lowest + spread;
        }
        scale.set(lowest, highest, plotTop(), plotBottom());
    }

    /// Shows its values that many times as high.
    void zoomBy(double factor) {
        zoom = Math.clamp(zoom * factor, FLATTEST, 1 / FLATTEST);
    }

    /// Fits its values to its height again.
    void fit() {
        zoom = 1;
    }

    boolean isZoomed() {
        return zoom != 1;
    }

    /// Returns a box of the same pane at the same zoom.
    PaneBox copy() {
        PaneBox copy = new PaneBox(pane);
        copy.zoom = zoom;
        return copy;
    }

    void chooseTicks(ChartFonts fonts) {
        ticks = pane.ticks(lowest, highest);
        if (isOpen() && highest > lowest) {
            ticks.choose(lowest, highest, (int) (height() / fonts.length(LABEL_GAP)));
        } else {
            ticks.choose(1, 0, 1); // none
        }
    }

    double lowest() {
        return lowest;
    }

    double highest() {
        return highest;
    }

    ValueScale scale() {
        return scale;
    }

    PriceTicks ticks() {
        return ticks;
    }

    boolean contains(double y) {
        return y > top && y <= bottom;
    }
}
