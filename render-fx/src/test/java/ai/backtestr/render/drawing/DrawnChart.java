package ai.backtestr.render.drawing;

import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.fixture.ListedBars;
import ai.backtestr.render.fixture.Mouse;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// A chart of 1 000 x 600 pixels in a drawing pane, and a hand with a mouse and a keyboard.
final class DrawnChart {
    final ListedBars bars = ListedBars.randomWalk(2_000, 4);
    final PriceChart chart = new PriceChart();
    final DrawingPane pane = new DrawingPane(chart);
    final DrawingBoard board = pane.board();

    DrawnChart() {
        chart.setTheme(ChartTheme.DARK);
        chart.setTitle("WALK", "1m");
        chart.setPriceDecimals(4);
        chart.setBars(bars);
        chart.resize(1_000, 600);
        chart.navigation().showRange(1_000, 1_080);
        paint();
    }

    void paint() {
        chart.requestLayout();
        chart.layout();
    }

    void mouse(EventType<MouseEvent> type, double x, double y, boolean control, boolean shift) {
        Mouse.fire(chart, type, x, y, 1, control, shift);
    }

    void mouse(EventType<MouseEvent> type, double x, double y) {
        mouse(type, x, y, false, false);
    }

    void click(double x, double y) {
        mouse(MouseEvent.MOUSE_MOVED, x, y);
        mouse(MouseEvent.MOUSE_PRESSED, x, y);
        mouse(MouseEvent.MOUSE_RELEASED, x, y);
        mouse(MouseEvent.MOUSE_CLICKED, x, y);
    }

    void drag(double fromX, double fromY, double toX, double toY) {
        mouse(MouseEvent.MOUSE_PRESSED, fromX, fromY);
        mouse(MouseEvent.MOUSE_DRAGGED, (fromX + toX) / 2, (fromY + toY) / 2);
        mouse(MouseEvent.MOUSE_DRAGGED, toX, toY);
        mouse(MouseEvent.MOUSE_RELEASED, toX, toY);
    }

    void key(KeyCode code, boolean shift, boolean control, boolean alt) {
        Event.fireEvent(chart, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false));
    }

    void key(KeyCode code) {
        key(code, false, false, false);
    }

    double x(int bar) {
        return chart.plotView().x(bars.timeNs(bar) + 30_000_000_000L);
    }

    double y(double price) {
        return chart.plotView().y(price);
    }
}
