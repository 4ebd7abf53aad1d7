package ai.backtestr.render.chart;

import ai.backtestr.render.axis.PriceTicks;
import ai.backtestr.render.axis.TextParts;
import ai.backtestr.render.history.FigureFrame;
import ai.backtestr.render.series.TickFigures;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Shows the spread of the quotes in each bar or column of pixels: from the lowest to the highest, and a line at
/// the mean over quotes.
final class SpreadPane extends LowerPane {
    private static final int MEAN = 1;
    private static final int EXACT_DECIMALS = 7;
    private static final double EXACT_UNITS = 1e7;
    private static final String TITLE = "Spread: lowest, mean, highest";
    private static final String SAMPLED = TITLE + ", of a sample of the quotes";

    private PriceTicks ticks = new PriceTicks(2);

    @Override
    boolean isShown(ChartContent content) {
        return content.figures() != null && !content.isOfTrades();
    }

    @Override
    void findRange(ChartContent content, ChartGeometry geometry, PaneBox box) {
        if (ticks.decimals() != content.priceDecimals()) {
            ticks = new PriceTicks(content.priceDecimals());
        }
        geometry.lookAtFigures(content);
        FigureFrame frame = geometry.figures(content);
        if (frame == null) {
            return;
        }
        double lowest = 0;
        double highest = 0;
        int to = to(frame, geometry);
        for (int i = from(frame, geometry); i < to; i++) {
            if (frame.figures().isKnown(i)
                    && frame.figures().highestSpread(i) >= frame.figures().lowestSpread(i)) {
                lowest = Math.min(lowest, frame.figures().lowestSpread(i));
                highest = Math.max(highest, frame.figures().highestSpread(i));
            }
        }
        if (highest > lowest) {
            box.range(lowest, highest);
        }
    }

    private static int from(FigureFrame frame, ChartGeometry geometry) {
        return Math.max(0, frame.columnAt(geometry.viewport().left()));
    }

    private static int to(FigureFrame frame, ChartGeometry geometry) {
        return Math.min(frame.count(), frame.columnAt(geometry.viewport().right()) + 1);
    }

    @Override
    PriceTicks ticks(double lowest, double highest) {
        return ticks;
    }

    @Override
    void paint(GraphicsContext g, ChartContent content, ChartGeometry geometry, PaneBox box) {
        FigureFrame frame = geometry.figures(content);
        if (frame != null) {
            g.setFill(content.theme().drawdown());
            paint(g, frame, geometry, box, false);
            g.setFill(content.theme().down());
            paint(g, frame, geometry, box, true);
        }
    }

    private static void paint(
            GraphicsContext g, FigureFrame frame, ChartGeometry geometry, PaneBox box, boolean isMean) {
        PixelGrid grid = geometry.grid();
        TickFigures figures = frame.figures();
        ValueScale scale = box.scale();
        int to = to(frame, geometry);
        double before = Double.NaN;
        for (int i = from(frame, geometry); i < to; i++) {
            if (!figures.isKnown(i) || !(figures.highestSpread(i) >= figures.lowestSpread(i))) {
                continue;
            }
            double left = grid.snap(geometry.viewport().x(frame.position(i)));
            double right = Math.max(
                    left + grid.pixels(1), grid.snap(geometry.viewport().x(frame.position(i + 1))));
            double top = grid.snap(scale.y(isMean ? figures.meanSpread(i) : figures.highestSpread(i)));
            double bottom = isMean ? top + grid.line() : grid.snap(scale.y(figures.lowestSpread(i)));
            g.fillRect(left, top, right - left, Math.max(grid.line(), bottom - top));
            if (isMean && !Double.isNaN(before)) {
                g.fillRect(left, Math.min(before, top), grid.line(), Math.abs(top - before) + grid.line());
            }
            before = top;
        }
    }

    @Override
    String title(ChartContent content, ChartGeometry geometry) {
        FigureFrame frame = geometry.figures(content);
        int last = frame == null ? -1 : to(frame, geometry) - 1;
        boolean isSampled = frame != null
                && last >= 0
                && frame.figures().isKnown(last)
                && frame.figures().isSampled(last);
        return isSampled ? SAMPLED : TITLE;
    }

    @Override
    int values() {
        return 3;
    }

    @Override
    double value(int i, ChartContent content, ChartGeometry geometry, double position) {
        FigureFrame frame = geometry.figures(content);
        int column = frame == null ? -1 : frame.columnAt(position);
        if (frame == null
                || column < 0
                || column >= frame.count()
                || !frame.figures().isKnown(column)) {
            return Double.NaN;
        }
        TickFigures figures = frame.figures();
        return i == 0
                ? figures.lowestSpread(column)
                : i == MEAN ? figures.meanSpread(column) : figures.highestSpread(column);
    }

    @Override
    void write(double value, PaneBox box, TextParts line) {
        line.trimmed(Math.round(value * EXACT_UNITS), EXACT_DECIMALS);
    }

    @Override
    Color colour(int i, ChartTheme theme) {
        return i == MEAN ? theme.down() : theme.axisText();
    }
}
