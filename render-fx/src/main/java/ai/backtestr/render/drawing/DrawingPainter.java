package ai.backtestr.render.drawing;

import ai.backtestr.render.chart.PlotView;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;

/// Paints outlines of drawings.
final class DrawingPainter {
    private static final double AREA_OPACITY = 0.10;
    private static final double FAINT_OPACITY = 0.55;
    private static final double HANDLE = 5;
    private static final double[] NO_DASHES = {};
    private static final double[] FAINT_DASHES = {4, 4};
    private static final double[] DASHES = {7, 4};
    private static final double[] DOTS = {2, 3};

    private final double[] xs = new double[4];
    private final double[] ys = new double[4];

    void paint(GraphicsContext g, Outline outline, DrawingStyle style, PlotView view) {
        paintAreas(g, outline, style);
        g.setStroke(style.colour());
        g.setLineWidth(style.width());
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineDashes(dashes(style.pattern()));
        paintLines(g, outline, view, style.width(), false);
        g.setGlobalAlpha(FAINT_OPACITY);
        g.setLineWidth(1);
        g.setLineDashes(FAINT_DASHES);
        paintLines(g, outline, view, 1, true);
        g.setGlobalAlpha(1);
        g.setLineDashes(NO_DASHES);
        paintLabels(g, outline, style, view);
    }

    private static double[] dashes(LinePattern pattern) {
        return switch (pattern) {
            case SOLID -> NO_DASHES;
            case DASHED -> DASHES;
            case DOTTED -> DOTS;
        };
    }

    private void paintAreas(GraphicsContext g, Outline outline, DrawingStyle style) {
        g.setFill(style.colour());
        g.setGlobalAlpha(AREA_OPACITY);
        for (int i = 0; i < outline.areaCount(); i++) {
            for (int corner = 0; corner < 4; corner++) {
                xs[corner] = near(outline.area(i, 2 * corner), outline.paneWidth());
                ys[corner] = near(outline.area(i, 2 * corner + 1), outline.paneHeight());
            }
            g.fillPolygon(xs, ys, 4);
        }
        g.setGlobalAlpha(1);
    }

    /// Keeps a corner within what the renderer takes; areas that far out are all that is on screen.
    private static double near(double at, double size) {
        return Math.clamp(at, -100 * size, 100 * size);
    }

    private static void paintLines(GraphicsContext g, Outline outline, PlotView view, double width, boolean faint) {
        double shift = width % 2 == 1 ? view.line() / 2 : 0;
        for (int i = 0; i < outline.lineCount(); i++) {
            if (outline.isFaint(i) == faint) {
                double x1 = outline.line(i, 0);
                double y1 = outline.line(i, 1);
                double x2 = outline.line(i, 2);
                double y2 = outline.line(i, 3);
                if (x1 == x2) {
                    x1 = view.snap(x1) + shift;
                    x2 = x1;
                } else if (y1 == y2) {
                    y1 = view.snap(y1) + shift;
                    y2 = y1;
                }
                g.strokeLine(x1, y1, x2, y2);
            }
        }
    }

    private static void paintLabels(GraphicsContext g, Outline outline, DrawingStyle style, PlotView view) {
        g.setFont(view.font());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        for (int i = 0; i < outline.labelCount(); i++) {
            double x = Math.rint(outline.label(i, 0));
            double y = Math.rint(outline.label(i, 1));
            Color colour = style.colour();
            if (outline.hasPlate(i)) {
                g.setFill(colour);
                g.fillRoundRect(x, y, outline.label(i, 2), outline.label(i, 3), 6, 6);
                colour = view.theme().tagText();
            }
            g.setFill(colour);
            String[] words = outline.words(i);
            for (int line = 0; line < words.length; line++) {
                double middle = y + 2 + outline.lineHeight() * (line + 0.5);
                g.fillText(words[line], x + Outline.PADDING, middle);
            }
        }
    }

    /// Paints the handles; `active` is the one that keys move, -1 for none.
    void paintHandles(GraphicsContext g, Outline outline, DrawingStyle style, PlotView view, int active) {
        g.setLineWidth(2);
        g.setStroke(style.colour());
        for (int i = 0; i < outline.handleCount(); i++) {
            g.setFill(i == active ? style.colour() : view.theme().background());
            double x = outline.handleX(i) - HANDLE;
            double y = outline.handleY(i) - HANDLE;
            g.fillOval(x, y, 2 * HANDLE, 2 * HANDLE);
            g.strokeOval(x, y, 2 * HANDLE, 2 * HANDLE);
        }
    }
}
