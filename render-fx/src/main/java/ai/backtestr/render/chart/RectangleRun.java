package ai.backtestr.render.chart;

import javafx.scene.canvas.GraphicsContext;

/// Fills rectangles that come from left to right, and those that adjoin and are equally high as one: the renderer
/// goes through a rectangle of many columns of pixels far faster than through as many of one. A coarse level of a
/// history, which is shown while a finer one is loaded, has the same prices in hundreds of columns.
///
/// Threads: confined to one, the FX thread.
final class RectangleRun {
    /// Of a pixel: what rounding makes of the edge of a column where a logical pixel is no whole number of pixels.
    private static final double HARDLY = 1e-6;

    private double left;
    private double right = Double.NaN;
    private double top;
    private double height;

    /// Takes the next rectangle; it is filled by [#end] at the latest, in the colour of that moment.
    void add(GraphicsContext g, double x, double y, double width, double tall) {
        if (Math.abs(x - right) < HARDLY && y == top && tall == height) {
            right = x + width;
            return;
        }
        end(g);
        left = x;
        right = x + width;
        top = y;
        height = tall;
    }

    /// Fills what is left. To be called before the colour changes.
    void end(GraphicsContext g) {
        if (right > left) {
            g.fillRect(left, top, right - left, height);
        }
        right = Double.NaN;
    }
}
