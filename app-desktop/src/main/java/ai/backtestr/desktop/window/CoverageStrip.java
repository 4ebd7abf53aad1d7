package ai.backtestr.desktop.window;

import ai.backtestr.desktop.workspace.DataFacts;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

/// Which days of an instrument have ticks, from the first to the last: green where they do, red where there should
/// be some. Where a pixel stands for several days, it is as strong as the share of those that do. FX thread only.
final class CoverageStrip extends Pane {
    private static final double HEIGHT = 4;
    private static final Color PRESENT = Color.web("#30a46c");
    private static final Color MISSING = Color.web("#e5484d");

    private final Canvas canvas = new Canvas();
    private List<DataFacts.Day> days = List.of();

    CoverageStrip() {
        getChildren().add(canvas);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(0);
        canvas.setManaged(false);
    }

    /// Shows other days.
    void show(List<DataFacts.Day> now) {
        days = now;
        paint();
    }

    @Override
    protected void layoutChildren() {
        paint();
    }

    private void paint() {
        int width = (int) getWidth();
        canvas.setWidth(width);
        canvas.setHeight(HEIGHT);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, HEIGHT);
        if (days.isEmpty()) {
            return;
        }
        for (int x = 0; x < width; x++) {
            int from = (int) ((long) x * days.size() / width);
            int to = Math.max(from + 1, (int) ((x + 1L) * days.size() / width));
            int present = 0;
            int missing = 0;
            for (int i = from; i < to; i++) {
                present += days.get(i) == DataFacts.Day.PRESENT ? 1 : 0;
                missing += days.get(i) == DataFacts.Day.MISSING ? 1 : 0;
            }
            if (present + missing > 0) {
                g.setFill(MISSING.interpolate(PRESENT, (double) present / (present + missing)));
                g.fillRect(x, 0, 1, HEIGHT);
            }
        }
    }
}
