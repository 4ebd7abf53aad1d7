package ai.backtestr.render.chart;

import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// Turns mouse, touchpad and keyboard into movements of the chart.
///
/// Threads: confined to the FX thread.
final class ChartInput {
    private static final double ZOOM_PER_SCROLLED_PIXEL = 0.003;
    private static final double KEY_ZOOM = 1.25;
    private static final double KEY_PAN_SHARE = 0.1;

    private final PriceChart chart;
    private final Viewport viewport;
    private double draggedX;
    private boolean dragging;

    ChartInput(PriceChart chart, Viewport viewport) {
        this.chart = chart;
        this.viewport = viewport;
        chart.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        chart.addEventHandler(ZoomEvent.ZOOM, this::zoom);
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, e -> chart.moveCrosshair(e.getX(), e.getY()));
        chart.addEventHandler(MouseEvent.MOUSE_EXITED, e -> chart.hideCrosshair());
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        chart.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> release());
        chart.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void scroll(ScrollEvent event) {
        if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            viewport.panBy(event.getDeltaX());
        } else {
            viewport.zoomAt(event.getX(), Math.exp(event.getDeltaY() * ZOOM_PER_SCROLLED_PIXEL));
        }
        chart.viewportMoved();
        event.consume();
    }

    private void zoom(ZoomEvent event) {
        viewport.zoomAt(event.getX(), event.getZoomFactor());
        chart.viewportMoved();
        event.consume();
    }

    private void press(MouseEvent event) {
        chart.requestFocus();
        dragging = event.getButton() == MouseButton.PRIMARY;
        draggedX = event.getX();
    }

    private void drag(MouseEvent event) {
        if (dragging) {
            chart.setCursor(Cursor.CLOSED_HAND);
            viewport.panBy(event.getX() - draggedX);
            draggedX = event.getX();
            chart.viewportMoved();
        }
        chart.moveCrosshair(event.getX(), event.getY());
    }

    private void release() {
        dragging = false;
        chart.setCursor(Cursor.CROSSHAIR);
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        if (event.getClickCount() == 2) {
            chart.showNewest();
        } else if (event.getClickCount() == 1) {
            chart.clickTradeAt(event.getX(), event.getY());
        }
    }

    private void key(KeyEvent event) {
        double middle = viewport.width() / 2;
        switch (event.getCode()) {
            case LEFT -> viewport.panBy(panStep(event));
            case RIGHT -> viewport.panBy(-panStep(event));
            case PLUS, EQUALS, ADD -> viewport.zoomAt(middle, KEY_ZOOM);
            case MINUS, SUBTRACT -> viewport.zoomAt(middle, 1 / KEY_ZOOM);
            case HOME -> viewport.showStart();
            case END -> viewport.showEnd();
            default -> {
                return;
            }
        }
        chart.viewportMoved();
        event.consume();
    }

    /// A tenth of the window; all of it with the shift key.
    private double panStep(KeyEvent event) {
        return viewport.width() * (event.isShiftDown() ? 1 : KEY_PAN_SHARE);
    }
}
