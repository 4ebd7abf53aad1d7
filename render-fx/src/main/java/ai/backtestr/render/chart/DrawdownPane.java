package ai.backtestr.render.chart;

import ai.backtestr.render.axis.PriceTicks;
import ai.backtestr.render.axis.TextParts;
import ai.backtestr.render.series.BarSource;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Shows how far the equity lies below its highest value so far, in percent of that. Each bar, or column of pixels
/// where bars are narrower, reaches down to the deepest drawdown in it.
final class DrawdownPane extends AccountPane {
    private static final double LEAST_DEPTH = 0.1;
    private static final double HUNDREDTHS = 100;

    private final PriceTicks ticks = new PriceTicks(2, number -> number + "%");

    @Override
    void findRange(EquityCurve equity, ChartContent content, ChartGeometry geometry, PaneBox box) {
        Viewport viewport = geometry.viewport();
        int from = Math.min(viewport.firstVisible(), content.barCount() - 1);
        int begin = equity.countBefore(content.bars().timeNs(from));
        int end = equity.countAtEndOf(content, viewport.endVisible() - 1.0);
        box.range(Math.min(-LEAST_DEPTH, equity.deepestDrawdown(Math.max(0, begin - 1), end)), 0);
    }

    @Override
    PriceTicks ticks(double lowest, double highest) {
        return ticks;
    }

    @Override
    void paint(GraphicsContext g, EquityCurve equity, ChartContent content, ChartGeometry geometry, PaneBox box) {
        BarSource bars = content.bars();
        Viewport viewport = geometry.viewport();
        PixelGrid grid = geometry.grid();
        int step = (int) Math.max(1, Math.ceil(1 / viewport.barWidth()));
        double top = grid.snap(box.scale().y(0));
        g.setFill(content.theme().down());
        for (int bar = viewport.firstVisible() / step * step; bar < viewport.endVisible(); bar += step) {
            int end = equity.countAtEndOf(content, Math.min(bar + step, content.barCount()) - 1.0);
            int begin = Math.max(0, Math.min(equity.countBefore(bars.timeNs(bar)), end - 1));
            double deepest = equity.deepestDrawdown(begin, end);
            if (deepest < 0) {
                double left = grid.snap(viewport.x(bar));
                double width = grid.snap(viewport.x(bar + (double) step)) - left;
                g.fillRect(left, top, width, grid.snap(box.scale().y(deepest)) - top);
            }
        }
    }

    @Override
    String title(ChartContent content, ChartGeometry geometry) {
        return "Drawdown";
    }

    @Override
    double valueAt(EquityCurve equity, int i) {
        return equity.drawdown(i);
    }

    @Override
    void write(double value, PaneBox box, TextParts line) {
        line.number(Math.round(value * HUNDREDTHS), 2).add("%");
    }

    @Override
    Color colour(int i, ChartTheme theme) {
        return theme.down();
    }
}
