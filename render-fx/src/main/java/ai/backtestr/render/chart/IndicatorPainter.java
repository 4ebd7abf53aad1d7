package ai.backtestr.render.chart;

import ai.backtestr.render.indicator.IndicatorFrame;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Paints the values of an indicator: from bar to bar, or, where bars are narrower than a pixel, from the lowest to
/// the highest value in each column of pixels, so that a frame takes a small multiple of the chart's width whatever
/// the zoom.
///
/// Threads: confined to the FX thread.
final class IndicatorPainter {
    private static final double LINE_WIDTH = 1.5;
    private static final double DOT = 3;
    private static final double SHADE = 0.10;

    private double[] xs = new double[1024];
    private double[] ys = new double[1024];
    private int points;
    private ChartGeometry geometry = new ChartGeometry();
    private ValueScale scale = geometry.priceScale();
    private double top;
    private double bottom;
    private int from;
    private int to;

    /// Looks at a stretch of the chart; what is painted next lies in it.
    private void look(ChartGeometry newGeometry, IndicatorFrame frame, ValueScale newScale, double top, double bottom) {
        geometry = newGeometry;
        scale = newScale;
        this.top = top;
        this.bottom = bottom;
        Viewport viewport = geometry.viewport();
        from = Math.max(0, frame.firstAtOrAfter(viewport.left()) - 1);
        to = Math.min(frame.count(), frame.firstAtOrAfter(viewport.right()) + 1);
    }

    private boolean isNarrow() {
        return to - from > 2 * geometry.viewport().width() * geometry.grid().scale();
    }

    private double y(double value) {
        return Math.clamp(scale.y(value), top, bottom);
    }

    private double x(IndicatorFrame frame, int i) {
        return geometry.viewport().x(frame.position(i));
    }

    /// Paints what lies behind the bars, over the pane of the prices.
    void paintShade(GraphicsContext g, ChartGeometry onto, ChartIndicator indicator, ChartTheme theme) {
        IndicatorFrame frame = indicator.frame();
        IndicatorLook look = indicator.look();
        if (frame == null
                || look.shadedFrom() < 0
                || look.shadedTo() < 0
                || indicator.setting().apart()) {
            return;
        }
        look(onto, frame, onto.priceScale(), 0, onto.layout().priceBottom());
        if (isNarrow()) {
            return; // the lines fill as much themselves
        }
        int begin = from;
        boolean isUp = true;
        for (int i = from; i < to; i++) {
            double upper = frame.value(look.shadedFrom(), i);
            double lower = frame.value(look.shadedTo(), i);
            boolean up = !look.isCloud() || upper >= lower;
            boolean gap = Double.isNaN(upper) || Double.isNaN(lower);
            if (gap || up != isUp) {
                paintShade(g, frame, indicator, theme, begin, gap ? i : i + 1, isUp);
                begin = gap ? i + 1 : i;
                isUp = up;
            }
        }
        paintShade(g, frame, indicator, theme, begin, to, isUp);
    }

    private void paintShade(
            GraphicsContext g,
            IndicatorFrame frame,
            ChartIndicator indicator,
            ChartTheme theme,
            int begin,
            int end,
            boolean isUp) {
        if (end - begin < 2) {
            return;
        }
        points = 0;
        for (int i = begin; i < end; i++) {
            add(x(frame, i), y(frame.value(indicator.look().shadedFrom(), i)));
        }
        for (int i = end - 1; i >= begin; i--) {
            add(x(frame, i), y(frame.value(indicator.look().shadedTo(), i)));
        }
        Color colour = !indicator.look().isCloud() ? indicator.colour(0) : isUp ? theme.up() : theme.down();
        g.setFill(colour);
        g.setGlobalAlpha(SHADE);
        g.fillPolygon(xs, ys, points);
        g.setGlobalAlpha(1);
    }

    /// Paints every output between two heights.
    void paint(
            GraphicsContext g,
            ChartGeometry onto,
            ChartIndicator indicator,
            ChartTheme theme,
            ValueScale onScale,
            double paneTop,
            double paneBottom) {
        IndicatorFrame frame = indicator.frame();
        if (frame == null || frame.count() == 0) {
            return;
        }
        look(onto, frame, onScale, paneTop, paneBottom);
        int[] outputs = indicator.outputs();
        for (int i = outputs.length - 1; i >= 0; i--) {
            int output = outputs[i];
            IndicatorLook.Mark mark = indicator.look().mark(output);
            g.setFill(indicator.colour(i));
            g.setStroke(indicator.colour(i));
            g.setLineWidth(LINE_WIDTH);
            if (mark == IndicatorLook.Mark.HISTOGRAM) {
                paintHistogram(g, frame, output, theme);
            } else if (isNarrow()) {
                paintColumns(g, frame, output);
            } else {
                switch (mark) {
                    case LEVEL -> paintLevels(g, frame, output);
                    case DOTS -> paintDots(g, frame, output);
                    case TREND -> paintTrend(g, frame, output, indicator, theme);
                    case LINE, HISTOGRAM ->
                        paintLine(g, frame, output, indicator.look().drawnBack(output), -1, 0);
                }
            }
        }
    }

    private void paintTrend(
            GraphicsContext g, IndicatorFrame frame, int output, ChartIndicator indicator, ChartTheme theme) {
        int direction = indicator.look().direction();
        g.setStroke(theme.up());
        paintLine(g, frame, output, 0, direction, 1);
        g.setStroke(theme.down());
        paintLine(g, frame, output, 0, direction, -1);
    }

    /// Paints a line through the values, of those bars alone at which another output is `only`, unless that is -1.
    private void paintLine(GraphicsContext g, IndicatorFrame frame, int output, int back, int other, double only) {
        points = 0;
        for (int i = from; i < to; i++) {
            int source = i + back;
            double value = source < frame.count() ? frame.value(output, source) : Double.NaN;
            if (Double.isNaN(value) || (other >= 0 && frame.value(other, i) != only)) {
                stroke(g);
            } else {
                if (frame.isHeld() && points > 0) {
                    add(x(frame, i), ys[points - 1]);
                }
                add(x(frame, i), y(value));
            }
        }
        if (frame.isHeld() && points > 0 && to == frame.count()) {
            double end = geometry.viewport()
                    .x(Math.max(frame.position(to - 1), geometry.viewport().count()));
            add(Math.min(end, geometry.layout().plotRight()), ys[points - 1]);
        }
        stroke(g);
    }

    private void stroke(GraphicsContext g) {
        if (points > 1) {
            g.strokePolyline(xs, ys, points);
        } else if (points == 1) {
            g.fillRect(xs[0] - 1, ys[0] - 1, 2, 2);
        }
        points = 0;
    }

    private void add(double x, double y) {
        if (points == xs.length) {
            xs = java.util.Arrays.copyOf(xs, 2 * points);
            ys = java.util.Arrays.copyOf(ys, 2 * points);
        }
        xs[points] = x;
        ys[points] = y;
        points++;
    }

    /// From the beginning of each bar to its end, or to where the next value begins to stand.
    private void paintLevels(GraphicsContext g, IndicatorFrame frame, int output) {
        PixelGrid grid = geometry.grid();
        double half = frame.isHeld() ? 0 : 0.5;
        for (int i = from; i < to; i++) {
            int end = i + 1;
            while (end < to && frame.value(output, end) == frame.value(output, i)) {
                end++;
            }
            if (!Double.isNaN(frame.value(output, i))) {
                double left = geometry.viewport().x(frame.position(i) - half);
                double reach = end < frame.count() ? frame.position(end) - half : frame.position(end - 1) + 0.5;
                double width =
                        Math.min(geometry.viewport().x(reach), geometry.layout().plotRight()) - left;
                g.fillRect(left, grid.snap(y(frame.value(output, i))), width, grid.line());
            }
            i = end - 1;
        }
    }

    private void paintDots(GraphicsContext g, IndicatorFrame frame, int output) {
        for (int i = from; i < to; i++) {
            double value = frame.value(output, i);
            if (!Double.isNaN(value)) {
                g.fillRect(Math.rint(x(frame, i) - DOT / 2), Math.rint(y(value) - DOT / 2), DOT, DOT);
            }
        }
    }

    private void paintHistogram(GraphicsContext g, IndicatorFrame frame, int output, ChartTheme theme) {
        g.setFill(theme.up());
        paintHistogram(g, frame, output, true);
        g.setFill(theme.down());
        paintHistogram(g, frame, output, false);
    }

    private void paintHistogram(GraphicsContext g, IndicatorFrame frame, int output, boolean positive) {
        PixelGrid grid = geometry.grid();
        double zero = grid.snap(y(0));
        boolean narrow = isNarrow();
        double width =
                narrow ? grid.pixels(1) : Math.max(grid.pixels(1), BarPainter.bodyWidth(geometry.viewport(), grid));
        int columns = narrow ? columns() : to - from;
        int begin = from;
        for (int c = 0; c < columns; c++) {
            int end = narrow ? columnEnd(frame, c) : begin + 1;
            if (begin < end) {
                double value = positive ? frame.highest(output, begin, end) : frame.lowest(output, begin, end);
                boolean isPainted = positive ? value >= 0 : value < 0;
                if (isPainted && !Double.isInfinite(value)) {
                    double left = narrow ? columnX(c) : grid.snap(x(frame, begin) - width / 2);
                    double height = grid.snap(y(value));
                    g.fillRect(left, Math.min(zero, height), width, Math.max(grid.line(), Math.abs(zero - height)));
                }
            }
            begin = Math.max(begin, end);
        }
    }

    private int columns() {
        return (int) Math.ceil(geometry.viewport().width() * geometry.grid().scale());
    }

    private double columnX(int c) {
        return geometry.grid().pixels(c);
    }

    /// Returns the first value that stands right of a column of pixels.
    private int columnEnd(IndicatorFrame frame, int c) {
        return Math.min(to, frame.firstAtOrAfter(geometry.viewport().position(columnX(c + 1))));
    }

    /// Each column reaches over what its values come to and to the last value before it, so that the line is whole.
    private void paintColumns(GraphicsContext g, IndicatorFrame frame, int output) {
        PixelGrid grid = geometry.grid();
        double pixel = grid.pixels(1);
        double before = Double.NaN;
        int begin = from;
        int columns = columns();
        for (int c = 0; c < columns; c++) {
            int end = columnEnd(frame, c);
            if (begin < end) {
                double low = frame.lowest(output, begin, end);
                double high = frame.highest(output, begin, end);
                if (low <= high) {
                    low = Math.min(low, Double.isNaN(before) ? low : before);
                    high = Math.max(high, Double.isNaN(before) ? high : before);
                    double y = grid.snap(y(high));
                    g.fillRect(columnX(c), y, pixel, Math.max(pixel, grid.snap(y(low)) - y));
                }
                before = frame.value(output, end - 1);
                begin = end;
            }
        }
    }
}
