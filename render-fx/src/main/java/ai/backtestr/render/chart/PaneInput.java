package ai.backtestr.render.chart;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Drags the edges of panes, and takes clicks on legends; all else of the mouse is [ChartInput]'s, which hears of
/// it after.
///
/// Threads: confined to the FX thread.
final class PaneInput {
    private static final double REACH = 4;

    private final PriceChart chart;
    private final ChartPanes panes;
    private final PaneLegends legends;
    private int dragged = -1;
    private boolean pressedOnLegend;
    private double draggedY;

    PaneInput(PriceChart chart, ChartPanes panes, PaneLegends legends) {
        this.chart = chart;
        this.panes = panes;
        this.legends = legends;
        chart.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        chart.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        chart.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        chart.addEventFilter(MouseEvent.MOUSE_CLICKED, this::click);
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
    }

    /// Returns the pane whose upper edge is near, -1 for none.
    private int edgeAt(double x, double y) {
        PaneBoxes boxes = chart.geometry().panes();
        for (int i = 0; i < boxes.count(); i++) {
            if (Math.abs(y - boxes.get(i).top()) <= REACH && x < chart.getWidth()) {
                return i;
            }
        }
        return -1;
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        dragged = edgeAt(event.getX(), event.getY());
        draggedY = event.getY();
        pressedOnLegend = dragged < 0 && legends.at(event.getX(), event.getY()).part() != LegendRow.Part.NONE;
        if (dragged >= 0 || pressedOnLegend) {
            chart.requestFocus();
            event.consume();
        }
    }

    private void drag(MouseEvent event) {
        if (dragged >= 0) {
            double before = chart.geometry().panes().get(dragged).top();
            panes.drag(dragged, event.getY() - draggedY);
            chart.paint();
            draggedY += chart.geometry().panes().get(dragged).top() - before;
            event.consume();
        } else if (pressedOnLegend) {
            event.consume();
        }
    }

    private void release(MouseEvent event) {
        if (dragged >= 0 || pressedOnLegend) {
            event.consume();
        }
        dragged = -1;
    }

    private void click(MouseEvent event) {
        PaneLegends.Hit hit = legends.at(event.getX(), event.getY());
        boolean isOnEdge = edgeAt(event.getX(), event.getY()) >= 0;
        if (hit.part() == LegendRow.Part.NONE || event.getButton() != MouseButton.PRIMARY) {
            if (isOnEdge) {
                event.consume();
            }
            return;
        }
        event.consume();
        LowerPane pane = hit.pane();
        ChartIndicator indicator = pane instanceof IndicatorPane of ? of.indicator() : hit.indicator();
        switch (hit.part()) {
            case TITLE -> {
                if (event.getClickCount() == 2 && indicator != null) {
                    panes.edit(indicator);
                }
            }
            case EDIT -> {
                if (indicator != null) {
                    panes.edit(indicator);
                }
            }
            case CLOSE -> close(pane, indicator, hit.compared());
            case UP, DOWN, COLLAPSE -> arrange(pane, hit.part());
            case NONE -> {
                // Not on a legend.
            }
        }
    }

    private void close(
            @Nullable LowerPane pane, @Nullable ChartIndicator indicator, @Nullable ComparedInstrument compared) {
        if (indicator != null) {
            panes.remove(indicator);
        } else if (pane != null) {
            panes.close(pane);
        } else if (compared != null) {
            panes.close(compared);
        }
    }

    private void arrange(@Nullable LowerPane pane, LegendRow.Part part) {
        if (pane == null) {
            return;
        }
        switch (part) {
            case UP -> panes.move(pane, -1);
            case DOWN -> panes.move(pane, 1);
            default -> panes.setCollapsed(pane, !pane.isCollapsed());
        }
    }

    /// After the chart itself has chosen a cursor.
    private void move(MouseEvent event) {
        if (edgeAt(event.getX(), event.getY()) >= 0) {
            chart.setCursor(Cursor.V_RESIZE);
        } else if (legends.at(event.getX(), event.getY()).part() != LegendRow.Part.NONE) {
            chart.setCursor(Cursor.HAND);
        }
    }
}
