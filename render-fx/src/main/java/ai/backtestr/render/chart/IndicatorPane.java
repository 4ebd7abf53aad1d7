package ai.backtestr.render.chart;

import ai.backtestr.render.axis.PriceTicks;
import ai.backtestr.render.axis.TextParts;
import ai.backtestr.render.indicator.IndicatorFrame;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Shows an indicator at a scale of its own, which reaches over its values on screen and the levels it has lines
/// at.
final class IndicatorPane extends LowerPane {
    private static final int MOST_DECIMALS = 8;

    private final ChartIndicator indicator;
    private final @Nullable PriceTicks[] ticks = new PriceTicks[MOST_DECIMALS + 1];
    private final @Nullable PriceTicks[] finer = new PriceTicks[MOST_DECIMALS + 1];
    private final IndicatorPainter painter = new IndicatorPainter();
    private int decimals;

    IndicatorPane(ChartIndicator indicator) {
        this.indicator = indicator;
    }

    ChartIndicator indicator() {
        return indicator;
    }

    @Override
    boolean isShown(ChartContent content) {
        return true;
    }

    @Override
    boolean isEditable() {
        return true;
    }

    @Override
    void findRange(ChartContent content, ChartGeometry geometry, PaneBox box) {
        IndicatorFrame frame = indicator.frame();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        if (frame != null) {
            Viewport viewport = geometry.viewport();
            int from = Math.max(0, frame.firstAtOrAfter(viewport.left()) - 1);
            int to = Math.min(frame.count(), frame.firstAtOrAfter(viewport.right()) + 1);
            for (int output : indicator.outputs()) {
                low = Math.min(low, frame.lowest(output, from, to));
                high = Math.max(high, frame.highest(output, from, to));
            }
        }
        if (low <= high) {
            double[] levels = indicator.look().levels();
            for (double level : levels) {
                low = Math.min(low, level);
                high = Math.max(high, level);
            }
            box.range(low, high);
        }
    }

    @Override
    PriceTicks ticks(double lowest, double highest) {
        double spread = highest - lowest;
        decimals = spread > 0 ? (int) Math.clamp(1 - Math.floor(Math.log10(spread)), 0, MOST_DECIMALS - 2) : 2;
        return cached(ticks, decimals);
    }

    private static PriceTicks cached(@Nullable PriceTicks[] cache, int decimals) {
        PriceTicks known = cache[decimals];
        if (known == null) {
            known = new PriceTicks(decimals);
            cache[decimals] = known;
        }
        return known;
    }

    @Override
    void paint(GraphicsContext g, ChartContent content, ChartGeometry geometry, PaneBox box) {
        paintLevels(g, content.theme(), geometry, box);
        painter.paint(g, geometry, indicator, content.theme(), box.scale(), box.top() + 1, box.bottom() - 1);
    }

    private void paintLevels(GraphicsContext g, ChartTheme theme, ChartGeometry geometry, PaneBox box) {
        g.setFill(theme.crosshair());
        for (double level : indicator.look().levels()) {
            double y = geometry.grid().snap(box.scale().y(level));
            for (double x = 0; x < geometry.layout().plotRight() && y > box.top(); x += 6) {
                g.fillRect(x, y, 3, geometry.grid().line());
            }
        }
    }

    @Override
    String title(ChartContent content, ChartGeometry geometry) {
        return indicator.title();
    }

    @Override
    int values() {
        return indicator.outputs().length;
    }

    @Override
    double value(int i, ChartContent content, ChartGeometry geometry, double position) {
        return indicator.value(i, position);
    }

    @Override
    Color colour(int i, ChartTheme theme) {
        return indicator.colour(i);
    }

    @Override
    void write(double value, PaneBox box, TextParts line) {
        cached(finer, decimals + 2).write(value, line);
    }
}
