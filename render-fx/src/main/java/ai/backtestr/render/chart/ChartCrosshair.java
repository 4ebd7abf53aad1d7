package ai.backtestr.render.chart;

import ai.backtestr.render.history.HistoryView;
import java.util.function.LongConsumer;

/// The crosshair of a chart, moved by the mouse, by keys, or by another chart that is linked with it.
///
/// Threads: confined to the FX thread.
public final class ChartCrosshair {
    /// Stands for no time at all.
    public static final long NO_TIME = Long.MIN_VALUE;

    private final ChartContent content;
    private final ChartGeometry geometry;
    private final OverlayPainter overlay;
    private final Runnable repaint;
    private final Runnable onOtherBar;
    private LongConsumer onMoved = timeNs -> {};
    private double lastX = Double.NaN;

    /// @param repaint has the overlay painted anew
    /// @param onOtherBar called when it has come to another bar
    ChartCrosshair(
            ChartContent content,
            ChartGeometry geometry,
            OverlayPainter overlay,
            Runnable repaint,
            Runnable onOtherBar) {
        this.content = content;
        this.geometry = geometry;
        this.overlay = overlay;
        this.repaint = repaint;
        this.onOtherBar = onOtherBar;
    }

    /// Sets who is told when the crosshair moves: its time, nanoseconds since the epoch, UTC, or [#NO_TIME] when
    /// it goes. One that was put there by [#pointAt] is not told of.
    public void setOnMoved(LongConsumer listener) {
        onMoved = listener;
    }

    /// Shows the upright line of a crosshair, and what the bars were, at a time that another chart points at;
    /// [#NO_TIME] takes it away.
    public void pointAt(long timeNs) {
        if (overlay.pointAt(timeNs)) {
            repaint.run();
        }
    }

    private long timeAt(double x) {
        double position = geometry.viewport().position(x);
        HistoryView view = content.history();
        if (content.barCount() == 0) {
            return NO_TIME;
        }
        return view == null
                ? content.bars().timeNs(geometry.viewport().barAt(x))
                : view.axis().timeNs(position);
    }

    /// Shows the crosshair at a point, logical pixels from the top left corner, until the mouse moves it.
    public void moveTo(double x, double y) {
        int before = overlay.crosshairBar(geometry);
        overlay.moveCrosshair(x, y);
        lastX = x;
        if (overlay.crosshairBar(geometry) != before) {
            onOtherBar.run();
        }
        repaint.run();
        onMoved.accept(timeAt(x));
    }

    /// Returns when the bar begins that the crosshair is at, or was at before the mouse left the chart; that in the
    /// middle if it never was in it. Nanoseconds since the epoch, UTC; [#NO_TIME] if there are no bars.
    public long lastBarTimeNs() {
        Viewport viewport = geometry.viewport();
        int bar = viewport.barAt(Double.isNaN(lastX) ? viewport.width() / 2 : Math.min(lastX, viewport.width()));
        return bar < 0 || bar >= content.barCount() ? NO_TIME : content.bars().timeNs(bar);
    }

    /// Moves the crosshair on by that many bars, to the close of one, and the chart with it where it leaves it.
    /// From where there is none it starts at the newest bar on screen.
    void step(int bars) {
        int before = overlay.crosshairBar(geometry);
        int last = geometry.viewport().endVisible() - 1;
        int bar = Math.clamp(before < 0 ? last : (long) before + bars, 0, Math.max(0, content.barCount() - 1));
        Viewport viewport = geometry.viewport();
        if (content.barCount() > 0) {
            if (viewport.x(bar) < 0 || viewport.x(bar + 1) > viewport.width()) {
                viewport.centre(bar + 0.5);
            }
            double y = geometry.priceScale().y(content.bars().close(bar));
            moveTo(
                    viewport.centreX(bar),
                    Double.isFinite(y) ? y : geometry.layout().priceBottom() / 2);
        }
    }

    void hide() {
        if (overlay.isCrosshairShown()) {
            overlay.hideCrosshair();
            repaint.run();
            onMoved.accept(NO_TIME);
        }
    }
}
