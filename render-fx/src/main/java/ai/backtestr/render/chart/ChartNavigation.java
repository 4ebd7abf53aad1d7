package ai.backtestr.render.chart;

import ai.backtestr.render.history.HistoryView;
import org.jspecify.annotations.Nullable;

/// What stretch of time and of prices a chart shows.
///
/// Threads: confined to the FX thread.
public final class ChartNavigation {
    private final ChartContent content;
    private final ChartGeometry geometry;
    private final Runnable repaint;
    private Runnable onMoved = () -> {};

    /// @param repaint has what is on screen painted anew
    ChartNavigation(ChartContent content, ChartGeometry geometry, Runnable repaint) {
        this.content = content;
        this.geometry = geometry;
        this.repaint = repaint;
    }

    /// Returns how far the lowest and the highest price on screen lie apart, as painted last.
    public double priceSpan() {
        return geometry.priceSpan();
    }

    /// Returns the bars on screen.
    public VisibleRange visibleBars() {
        Viewport viewport = geometry.viewport();
        return new VisibleRange(viewport.firstVisible(), viewport.endVisible());
    }

    /// Shows the bars `from` (inclusive) to `to` (exclusive) across the whole width. Either may lie outside of
    /// what there is; the chart goes as near as its limits allow.
    public void showRange(int from, int to) {
        geometry.viewport().showRange(from, to);
        moved();
    }

    /// Shows all bars.
    public void fitAll() {
        showRange(0, Math.max(1, content.barCount()));
    }

    /// Returns the time from the left edge to the right one; null if there is nothing to show.
    public @Nullable TimeSpan timesOnScreen() {
        Viewport viewport = geometry.viewport();
        HistoryView view = content.history();
        if (content.barCount() == 0) {
            return null;
        }
        if (view != null) {
            long fromNs = view.axis().timeNs(viewport.left());
            return new TimeSpan(fromNs, Math.max(fromNs + 1, view.axis().timeNs(viewport.right())));
        }
        int last = Math.max(0, Math.min(viewport.endVisible(), content.barCount()) - 1);
        int first = Math.min(viewport.firstVisible(), last);
        return new TimeSpan(content.bars().timeNs(first), content.bars().timeNs(last) + 1);
    }

    /// Shows a stretch of time across the whole width, as near to it as there are bars.
    public void showTimes(long fromNs, long toNs) {
        HistoryView view = content.history();
        if (view != null) {
            geometry.viewport()
                    .showRange(view.axis().position(fromNs), view.axis().position(toNs));
            moved();
        } else {
            showRange(content.bars().indexAtOrBefore(fromNs), content.bars().indexAtOrBefore(toNs - 1) + 1);
        }
    }

    /// Shows a stretch of time across the whole width, and goes on doing so while the chart changes its size, until
    /// something else is shown.
    public void holdTimes(long fromNs, long toNs) {
        HistoryView view = content.history();
        if (view != null) {
            geometry.viewport().hold(view.axis().position(fromNs), view.axis().position(toNs));
        } else {
            geometry.viewport()
                    .hold(content.bars().indexAtOrBefore(fromNs), content.bars().indexAtOrBefore(toNs - 1) + 1.0);
        }
        moved();
    }

    /// Brings a moment to the middle at the present zoom.
    public void goTo(long timeNs) {
        HistoryView view = content.history();
        double position = view == null
                ? content.bars().indexAtOrBefore(timeNs) + 0.5
                : view.axis().position(timeNs);
        geometry.viewport().centre(position);
        moved();
    }

    /// Makes bars `factor` times as wide; what is under `x`, in logical pixels from the left, stays under it.
    public void zoomAt(double x, double factor) {
        geometry.viewport().zoomAt(x, factor);
        moved();
    }

    /// Moves the content right by that many logical pixels.
    public void panBy(double pixels) {
        geometry.viewport().panBy(pixels);
        moved();
    }

    /// Shows the newest bars at the default width, and fits the prices and the values of panes to their height.
    public void reset() {
        geometry.fitPrices();
        geometry.panes().fit();
        showNewest();
    }

    /// Fits the prices on screen to the height.
    public void fitPrices() {
        geometry.fitPrices();
        moved();
    }

    /// Makes prices that many times as high, around the middle.
    public void zoomPrices(double factor) {
        geometry.zoomPrices(factor);
        moved();
    }

    /// Shows the newest bars at the default width.
    public void showNewest() {
        geometry.viewport().restart(content.barCount());
        moved();
    }

    /// Sets who is told when another stretch of time comes on screen, whoever brought it there.
    public void setOnMoved(Runnable listener) {
        onMoved = listener;
    }

    /// Brings these bars into view, zooming out only if they do not fit.
    void reveal(int firstBar, int lastBar) {
        Viewport viewport = geometry.viewport();
        boolean visible = firstBar >= viewport.left() && lastBar + 1 <= viewport.right();
        int length = lastBar + 1 - firstBar;
        if (length > viewport.visibleBars() * 0.8) {
            viewport.showRange(firstBar - length * 0.2, lastBar + 1 + length * 0.2);
        } else if (!visible) {
            viewport.centre((firstBar + lastBar + 1) / 2.0);
        }
        moved();
    }

    /// To be called when the window over the bars was moved otherwise.
    void moved() {
        onMoved.run();
        repaint.run();
    }
}
