package ai.backtestr.render.drawing;

import ai.backtestr.render.chart.PlotView;
import ai.backtestr.render.chart.PriceChart;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Turns the mouse into anchors, selections and drags. What is not meant for a drawing is left to the chart.
///
/// Ctrl turns the magnet about while it is held; Shift keeps a line level, upright or in between.
final class DrawingMouse {
    private static final double DRAGGED_PIXELS = 6;

    private final PriceChart chart;
    private final DrawingBoard board;
    private @Nullable Drawing dragged; // as it was when the drag began
    private int draggedPart;
    private double pressX;
    private double pressY;
    private boolean taken;

    DrawingMouse(PriceChart chart, DrawingBoard board) {
        this.chart = chart;
        this.board = board;
        chart.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        chart.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        chart.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        chart.addEventFilter(MouseEvent.MOUSE_CLICKED, this::click);
        // After the chart's own, which sets the cursor.
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
    }

    private void press(MouseEvent event) {
        taken = false;
        pressX = event.getX();
        pressY = event.getY();
        DrawingKind kind = board.tool().get();
        if (event.getButton() != MouseButton.PRIMARY) {
            if (board.placing().isUnderWay()) {
                board.placing().cancel();
                take(event);
            }
        } else if (isOnPlot(event) && kind != null) {
            board.placing().place(kind, anchor(event));
            take(event);
        } else if (isOnPlot(event)) {
            pressOnDrawing(event);
        }
    }

    private void pressOnDrawing(MouseEvent event) {
        DrawingLayer.Hit hit = board.layer().at(board.view(), event.getX(), event.getY());
        board.selected().set(hit.id());
        if (hit.id() != DrawingLayer.NONE) {
            dragged = board.selectedDrawing().orElse(null);
            draggedPart = hit.part();
            take(event);
        }
    }

    private void take(MouseEvent event) {
        taken = true;
        chart.requestFocus();
        event.consume();
    }

    private boolean isOnPlot(MouseEvent event) {
        PlotView view = board.view();
        return !view.isEmpty() && event.getX() < view.width() && event.getY() < view.height();
    }

    private void drag(MouseEvent event) {
        Drawing before = dragged;
        if (before != null) {
            board.set().preview(draggedTo(before, event));
        } else if (taken) {
            board.placing().moveTo(anchor(event));
        }
    }

    private Drawing draggedTo(Drawing before, MouseEvent event) {
        if (draggedPart < 0) {
            return Moves.moved(before, board.view(), event.getX() - pressX, event.getY() - pressY);
        }
        boolean hasOther = before.anchors().size() > 1;
        Anchor other = hasOther ? before.anchors().get(draggedPart == 0 ? 1 : 0) : null;
        return before.withAnchor(draggedPart, anchor(event, other));
    }

    private void release(MouseEvent event) {
        DrawingKind kind = board.tool().get();
        boolean moved = Math.hypot(event.getX() - pressX, event.getY() - pressY) > DRAGGED_PIXELS;
        if (dragged != null) {
            dragged = null;
            board.set().settle();
        } else if (taken && moved && kind != null && board.placing().isUnderWay()) {
            board.placing().place(kind, anchor(event));
        }
    }

    private void click(MouseEvent event) {
        if (taken) {
            event.consume();
            if (event.getClickCount() == 2) {
                board.selectedDrawing()
                        .filter(drawing -> drawing.kind() == DrawingKind.TEXT)
                        .ifPresent(board::askForText);
            }
        }
    }

    private void move(MouseEvent event) {
        if (!isOnPlot(event)) {
            return;
        }
        if (board.tool().get() != null) {
            board.placing().moveTo(anchor(event));
            return;
        }
        DrawingLayer.Hit hit = board.layer().at(board.view(), event.getX(), event.getY());
        if (board.layer().setHovered(hit.id())) {
            chart.repaintLayers();
        }
        if (hit.id() != DrawingLayer.NONE) {
            chart.setCursor(hit.part() >= 0 ? Cursor.HAND : Cursor.MOVE);
        }
    }

    private Anchor anchor(MouseEvent event) {
        return anchor(event, board.placing().last());
    }

    private Anchor anchor(MouseEvent event, @Nullable Anchor other) {
        PlotView view = board.view();
        double x = event.getX();
        double y = event.getY();
        if (other != null && event.isShiftDown()) {
            double fromX = view.x(other.timeNs());
            double fromY = view.y(other.price());
            double angle = Math.rint(Math.atan2(y - fromY, x - fromX) / (Math.PI / 4)) * (Math.PI / 4);
            double along = (x - fromX) * Math.cos(angle) + (y - fromY) * Math.sin(angle);
            return Magnet.at(view, fromX + along * Math.cos(angle), fromY + along * Math.sin(angle), false);
        }
        return Magnet.at(view, x, y, board.magnet().get() != event.isShortcutDown());
    }
}
