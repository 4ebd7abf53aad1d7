package ai.backtestr.render.order;

import ai.backtestr.render.chart.PriceChart;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Drags lines of orders: what is let go of where it was taken stays as it was. A click with the other button
/// cancels an order. What is not near a line is left to the chart.
final class OrderMouse {
    private static final double LEAST_PIXELS = 3;

    private final PriceChart chart;
    private final OrderLines lines;
    private boolean taken;
    private boolean dragged;
    private double pressY;

    OrderMouse(PriceChart chart, OrderLines lines) {
        this.chart = chart;
        this.lines = lines;
        chart.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        chart.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        chart.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        chart.addEventFilter(MouseEvent.MOUSE_CLICKED, this::click);
        chart.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::cancel);
        // After the chart's own, which sets the cursor.
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
    }

    private Optional<OrderLine> lineAt(double x, double y) {
        return lines.handleAt(x, y).or(() -> lines.near(x, y).filter(OrderLine::movable));
    }

    private void press(MouseEvent event) {
        taken = false;
        dragged = false;
        pressY = event.getY();
        if (event.getButton() == MouseButton.PRIMARY) {
            lineAt(event.getX(), event.getY()).ifPresent(line -> {
                taken = true;
                chart.requestFocus();
                lines.begin(line);
                event.consume();
            });
        }
    }

    private void drag(MouseEvent event) {
        if (taken) {
            dragged |= Math.abs(event.getY() - pressY) >= LEAST_PIXELS;
            if (dragged && lines.moved().isPresent()) {
                lines.moveTo(chart.plotView().price(event.getY()));
            }
            event.consume();
        }
    }

    private void release(MouseEvent event) {
        if (taken) {
            if (dragged) {
                lines.drop();
            } else {
                lines.giveUp();
            }
            event.consume();
        }
    }

    private void click(MouseEvent event) {
        if (taken) {
            event.consume();
        }
    }

    private void cancel(ContextMenuEvent event) {
        if (!event.isKeyboardTrigger()) {
            lines.near(event.getX(), event.getY()).ifPresent(line -> {
                lines.cancel(line);
                event.consume();
            });
        }
    }

    private void move(MouseEvent event) {
        if (lineAt(event.getX(), event.getY()).isPresent()) {
            chart.setCursor(Cursor.V_RESIZE);
        }
    }
}
