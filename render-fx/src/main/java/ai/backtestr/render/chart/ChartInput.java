package ai.backtestr.render.chart;

import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/// Turns mouse, touchpad and keyboard into movements of the chart.
///
/// Threads: confined to the FX thread.
final class ChartInput {
    private static final double ZOOM_PER_SCROLLED_PIXEL = 0.003;
    private static final double AXIS_ZOOM_PER_PIXEL = 0.005;
    private static final double KEY_ZOOM = 1.25;
    private static final double KEY_PAN_SHARE = 0.1;
    private static final int FAR = 10;

    private final PriceChart chart;
    private final Viewport viewport;
    private final Glide glide = new Glide(this::glideBy);
    private double draggedX;
    private double draggedY;
    private Place dragged = Place.NONE;
    private @Nullable PaneBox draggedPane;

    ChartInput(PriceChart chart, Viewport viewport) {
        this.chart = chart;
        this.viewport = viewport;
        chart.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        chart.addEventHandler(ZoomEvent.ZOOM, this::zoom);
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
        chart.addEventHandler(MouseEvent.MOUSE_EXITED, e -> chart.crosshair().hide());
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        chart.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> release());
        chart.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void scroll(ScrollEvent event) {
        glide.hold();
        if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            viewport.panBy(event.getDeltaX());
        } else {
            viewport.zoomAt(event.getX(), Math.exp(event.getDeltaY() * ZOOM_PER_SCROLLED_PIXEL));
        }
        chart.navigation().moved();
        event.consume();
    }

    private void zoom(ZoomEvent event) {
        viewport.zoomAt(event.getX(), event.getZoomFactor());
        chart.navigation().moved();
        event.consume();
    }

    private void press(MouseEvent event) {
        chart.requestFocus();
        glide.hold();
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        dragged = primary ? chart.placeOf(event.getX(), event.getY()) : Place.NONE;
        draggedPane = dragged == Place.PANE_AXIS ? paneAt(event.getY()) : null;
        draggedX = event.getX();
        draggedY = event.getY();
    }

    private void drag(MouseEvent event) {
        double dx = event.getX() - draggedX;
        double dy = event.getY() - draggedY;
        switch (dragged) {
            case PLOT -> {
                chart.setCursor(Cursor.CLOSED_HAND);
                viewport.panBy(dx);
                glide.drag(dx);
            }
            case TIME_AXIS -> viewport.zoomAt(viewport.width(), Math.exp(dx * AXIS_ZOOM_PER_PIXEL));
            case PRICE_AXIS -> chart.navigation().zoomPrices(Math.exp(-dy * AXIS_ZOOM_PER_PIXEL));
            case PANE_AXIS -> zoomPane(Math.exp(-dy * AXIS_ZOOM_PER_PIXEL));
            case NONE -> {
                // Other buttons do not drag.
            }
        }
        if (dragged != Place.NONE) {
            chart.navigation().moved();
        }
        draggedX = event.getX();
        draggedY = event.getY();
        chart.crosshair().moveTo(event.getX(), event.getY());
    }

    /// The pane that the drag began beside, which it need not stay beside.
    private void zoomPane(double factor) {
        if (draggedPane != null) {
            draggedPane.zoomBy(factor);
        }
    }

    private @Nullable PaneBox paneAt(double y) {
        PaneBoxes panes = chart.geometry().panes();
        int at = panes.at(y);
        return at < 0 ? null : panes.get(at);
    }

    private void release() {
        if (dragged == Place.PLOT) {
            glide.release();
        }
        dragged = Place.NONE;
        chart.setCursor(Cursor.CROSSHAIR);
    }

    private void glideBy(double pixels) {
        viewport.panBy(pixels);
        chart.navigation().moved();
    }

    private void move(MouseEvent event) {
        chart.setCursor(
                switch (chart.placeOf(event.getX(), event.getY())) {
                    case PRICE_AXIS, PANE_AXIS -> Cursor.V_RESIZE;
                    case TIME_AXIS -> Cursor.H_RESIZE;
                    default -> Cursor.CROSSHAIR;
                });
        chart.crosshair().moveTo(event.getX(), event.getY());
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        if (event.getClickCount() == 2) {
            reset(chart.placeOf(event.getX(), event.getY()), event.getY());
        } else if (event.getClickCount() == 1) {
            chart.clickTradeAt(event.getX(), event.getY());
        }
    }

    private void reset(Place place, double y) {
        switch (place) {
            case PRICE_AXIS -> chart.navigation().fitPrices();
            case TIME_AXIS -> chart.navigation().showNewest();
            case PANE_AXIS -> {
                PaneBox pane = paneAt(y);
                if (pane != null) {
                    pane.fit();
                    chart.navigation().moved();
                }
            }
            case PLOT, NONE -> chart.navigation().reset();
        }
    }

    private void key(KeyEvent event) {
        if (event.isAltDown()) {
            return;
        }
        double middle = viewport.width() / 2;
        boolean control = event.isShortcutDown();
        glide.hold();
        switch (event.getCode()) {
            case LEFT -> viewport.panBy(panStep(event));
            case RIGHT -> viewport.panBy(-panStep(event));
            case PLUS, EQUALS, ADD -> viewport.zoomAt(middle, KEY_ZOOM);
            case MINUS, SUBTRACT -> viewport.zoomAt(middle, 1 / KEY_ZOOM);
            case UP -> zoomBy(control, KEY_ZOOM);
            case DOWN -> zoomBy(control, 1 / KEY_ZOOM);
            case HOME -> viewport.showStart();
            case END -> viewport.showEnd();
            case COMMA -> chart.crosshair().step(control ? -FAR : -1);
            case PERIOD -> chart.crosshair().step(control ? FAR : 1);
            default -> {
                return;
            }
        }
        chart.navigation().moved();
        event.consume();
    }

    /// Up and down zoom prices; with Ctrl they zoom time.
    private void zoomBy(boolean time, double factor) {
        if (time) {
            viewport.zoomAt(viewport.width() / 2, factor);
        } else {
            chart.navigation().zoomPrices(factor);
        }
    }

    /// A tenth of the window; all of it with Shift or Ctrl.
    private double panStep(KeyEvent event) {
        boolean whole = event.isShiftDown() || event.isShortcutDown();
        return viewport.width() * (whole ? 1 : KEY_PAN_SHARE);
    }

    /// What a place on the chart belongs to.
    enum Place {
        PLOT,
        PRICE_AXIS,
        PANE_AXIS,
        TIME_AXIS,
        NONE
    }
}
