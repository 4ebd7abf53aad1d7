package ai.backtestr.render.chart;

import ai.backtestr.render.axis.TextParts;
import ai.backtestr.render.axis.TimeTicks;
import ai.backtestr.render.axis.ValueTicks;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Paints the ground and the grid, and the axes with their labels.
final class BackgroundPainter {
    static final double LABEL_INSET = 10;
    private static final double TIME_LABEL_MARGIN = 24;

    private final TextParts label = new TextParts();

    /// Paints what lies behind the bars.
    void paintGround(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        ChartTheme theme = content.theme();
        g.setFill(theme.background());
        g.fillRect(0, 0, geometry.layout().width(), geometry.layout().height());
        paintGrid(g, theme, geometry);
    }

    /// Paints the axes over what has been painted in their place.
    void paintAxes(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        ChartTheme theme = content.theme();
        ChartLayout layout = geometry.layout();
        g.setFill(theme.background());
        g.fillRect(layout.plotRight(), 0, layout.width() - layout.plotRight(), layout.height());
        g.fillRect(0, layout.plotBottom(), layout.plotRight(), layout.height() - layout.plotBottom());
        paintAxisLines(g, theme, geometry);
        g.setFont(geometry.fonts().regular().font());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(theme.axisText());
        paintValueLabels(g, geometry.axisTicks(), geometry.priceScale(), geometry);
        PaneBoxes panes = geometry.panes();
        for (int i = 0; i < panes.count(); i++) {
            paintValueLabels(g, panes.get(i).ticks(), panes.get(i).scale(), geometry);
        }
        paintTimeLabels(g, content, geometry);
    }

    private static void paintGrid(GraphicsContext g, ChartTheme theme, ChartGeometry geometry) {
        g.setFill(theme.grid());
        paintRules(g, geometry.axisTicks(), geometry.priceScale(), geometry);
        paintUprights(g, geometry, 0, geometry.layout().priceBottom());
    }

    /// Paints ground and grid of a pane below, over what reaches into it from above.
    void paintPane(GraphicsContext g, ChartTheme theme, ChartGeometry geometry, PaneBox box) {
        g.setFill(theme.background());
        g.fillRect(0, box.top(), geometry.layout().plotRight(), box.height());
        g.setFill(theme.grid());
        paintRules(g, box.ticks(), box.scale(), geometry);
        paintUprights(g, geometry, box.top(), box.bottom());
    }

    private static void paintUprights(GraphicsContext g, ChartGeometry geometry, double top, double bottom) {
        PixelGrid grid = geometry.grid();
        TimeTicks ticks = geometry.timeTicks();
        for (int i = 0; i < ticks.count(); i++) {
            double x = grid.snap(geometry.timeTickX(i) - grid.line() / 2);
            if (x < geometry.layout().plotRight()) {
                g.fillRect(x, top, grid.line(), bottom - top);
            }
        }
    }

    private static void paintRules(GraphicsContext g, ValueTicks ticks, ValueScale scale, ChartGeometry geometry) {
        PixelGrid grid = geometry.grid();
        for (int i = 0; i < ticks.count(); i++) {
            double y = grid.snap(scale.y(ticks.price(i)));
            g.fillRect(0, y, geometry.layout().plotRight(), grid.line());
        }
    }

    private static void paintAxisLines(GraphicsContext g, ChartTheme theme, ChartGeometry geometry) {
        ChartLayout layout = geometry.layout();
        double line = geometry.grid().line();
        g.setFill(theme.axisLine());
        g.fillRect(layout.plotRight(), 0, line, layout.height());
        g.fillRect(0, layout.plotBottom(), layout.width(), line);
        PaneBoxes panes = geometry.panes();
        for (int i = 0; i < panes.count(); i++) {
            g.fillRect(0, panes.get(i).top(), layout.width(), line);
        }
    }

    private static void paintValueLabels(
            GraphicsContext g, ValueTicks ticks, ValueScale scale, ChartGeometry geometry) {
        double x = geometry.layout().plotRight() + LABEL_INSET;
        for (int i = 0; i < ticks.count(); i++) {
            g.fillText(ticks.label(i), x, geometry.grid().snap(scale.y(ticks.price(i))));
        }
    }

    private void paintTimeLabels(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        ChartLayout layout = geometry.layout();
        double y = timeLabelY(layout);
        double room = layout.width() - layout.plotRight() - LABEL_INSET;
        g.fillText(content.clock().shortName(), layout.plotRight() + LABEL_INSET, y, room);
        paintTimeLabels(g, geometry, geometry.fonts().regular(), y, false);
        g.setFill(content.theme().strongText());
        paintTimeLabels(g, geometry, geometry.fonts().medium(), y, true);
    }

    private void paintTimeLabels(
            GraphicsContext g, ChartGeometry geometry, GlyphAdvances font, double y, boolean emphasised) {
        TimeTicks ticks = geometry.timeTicks();
        double margin = geometry.fonts().length(TIME_LABEL_MARGIN);
        double rightmost = geometry.layout().plotRight() - margin;
        for (int i = 0; i < ticks.count(); i++) {
            double x = geometry.timeTickX(i);
            if (ticks.isEmphasised(i) == emphasised && x > margin && x < rightmost) {
                ticks.writeLabel(i, label.begin());
                font.paint(g, label, Math.rint(x) - font.width(label) / 2, y);
            }
        }
    }

    /// Returns the middle of the labels of the time axis.
    static double timeLabelY(ChartLayout layout) {
        return Math.rint((layout.plotBottom() + layout.height()) / 2);
    }
}
