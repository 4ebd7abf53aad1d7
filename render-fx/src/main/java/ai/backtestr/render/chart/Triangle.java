package ai.backtestr.render.chart;

import javafx.scene.canvas.GraphicsContext;

/// The sign of an order: a triangle whose tip is at its price, below it when it points up, as what is bought is
/// pointed at from below.
///
/// Threads: confined to one, the FX thread.
final class Triangle {
    private static final double STEEPNESS = 1.7;

    private final double[] xs = new double[3];
    private final double[] ys = new double[3];

    /// Puts its tip at a point.
    Triangle at(double x, double y, double size, boolean up) {
        double height = up ? size * STEEPNESS : -size * STEEPNESS;
        xs[0] = x;
        ys[0] = y;
        xs[1] = x - size;
        ys[1] = y + height;
        xs[2] = x + size;
        ys[2] = y + height;
        return this;
    }

    Triangle stroke(GraphicsContext g) {
        g.strokePolygon(xs, ys, 3);
        return this;
    }

    void fill(GraphicsContext g) {
        g.fillPolygon(xs, ys, 3);
    }
}
