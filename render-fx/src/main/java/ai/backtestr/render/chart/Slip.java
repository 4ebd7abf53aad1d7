package ai.backtestr.render.chart;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/// A small sheet that lies somewhere over the chart. What it does not cover costs nothing, neither to clear nor
/// to blend.
///
/// Threads: confined to the FX thread.
final class Slip {
    private final Canvas canvas = new Canvas();

    Slip() {
        canvas.setMouseTransparent(true);
        // Or the chart would be laid out anew, and painted as a whole, wherever this moves to.
        canvas.setManaged(false);
        canvas.setVisible(false);
    }

    Node node() {
        return canvas;
    }

    /// Lays it empty over a rectangle of the chart, logical pixels.
    ///
    /// @return where to paint, in coordinates of the chart
    GraphicsContext cover(double x, double y, double width, double height) {
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        canvas.setLayoutX(x);
        canvas.setLayoutY(y);
        canvas.setVisible(true);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, width, height);
        g.translate(-x, -y);
        return g;
    }

    /// Takes it away.
    void hide() {
        canvas.setVisible(false);
    }
}
