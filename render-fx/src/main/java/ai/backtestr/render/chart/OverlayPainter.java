package ai.backtestr.render.chart;

import ai.backtestr.render.axis.TimeText;
import ai.backtestr.render.history.HistoryView;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Paints what follows the mouse: crosshair, legend and tags on the axes; and the tag of the newest price,
/// which lies over the axis labels.
final class OverlayPainter implements LayerPainter {
    private static final double TAG_HEIGHT = 20;
    private static final double TAG_PADDING = 10;
    private static final double DASH = 4;
    private static final double GAP = 4;
    private static final long NANOS_A_MILLI = 1_000_000;

    private final Legend legend = new Legend();
    private boolean crosshairShown;
    private double mouseX;
    private double mouseY;
    private long taggedNs = Long.MIN_VALUE;
    private String timeTag = "";
    private double timeTagWidth;

    /// Forgets texts, because the source, the decimals or the title have changed.
    void reset(ChartContent content) {
        legend.reset(content);
        taggedNs = Long.MIN_VALUE;
    }

    void moveCrosshair(double x, double y) {
        crosshairShown = true;
        mouseX = x;
        mouseY = y;
    }

    void hideCrosshair() {
        crosshairShown = false;
    }

    boolean isCrosshairShown() {
        return crosshairShown;
    }

    @Override
    public void paint(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        ChartLayout layout = geometry.layout();
        ChartTheme theme = content.theme();
        boolean crosshair = crosshairShown && content.barCount() > 0 && layout.isInPlot(mouseX, mouseY);
        int bar = crosshair ? geometry.viewport().barAt(mouseX) : content.barCount() - 1;
        if (crosshair) {
            paintCrosshair(g, theme, geometry, crosshairX(geometry, bar));
        }
        if (bar >= 0) {
            showValues(content, geometry, crosshair, bar);
            paintLastPriceTag(g, content, geometry);
        }
        legend.paint(g, theme, layout.plotRight());
        if (crosshair) {
            paintTags(g, content, geometry, bar);
        }
    }

    /// In the middle of the bar; where bars are wider than that, at the mouse.
    private double crosshairX(ChartGeometry geometry, int bar) {
        return geometry.isWithinBars() ? mouseX : geometry.viewport().centreX(bar);
    }

    private void showValues(ChartContent content, ChartGeometry geometry, boolean crosshair, int bar) {
        HistoryView history = content.history();
        if (history == null) {
            legend.show(bar, content, geometry.priceTicks());
            return;
        }
        int wanted = crosshair ? history.columnAt(geometry.viewport().position(mouseX)) : history.count() - 1;
        int column = history.presentAtOrBefore(wanted);
        if (column >= 0) {
            legend.show(history, column, geometry.priceTicks());
        }
    }

    private void paintCrosshair(GraphicsContext g, ChartTheme theme, ChartGeometry geometry, double centreX) {
        PixelGrid grid = geometry.grid();
        ChartLayout layout = geometry.layout();
        double x = grid.snap(centreX - grid.line() / 2);
        double y = grid.snap(mouseY);
        g.setFill(theme.crosshair());
        for (double at = 0; at < layout.plotBottom(); at += DASH + GAP) {
            g.fillRect(x, at, grid.line(), Math.min(DASH, layout.plotBottom() - at));
        }
        for (double at = 0; at < layout.plotRight(); at += DASH + GAP) {
            g.fillRect(at, y, Math.min(DASH, layout.plotRight() - at), grid.line());
        }
    }

    private static void paintLastPriceTag(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        double close = content.lastPrice();
        double y = geometry.priceScale().y(close);
        if (y >= 0 && y < geometry.layout().priceBottom()) {
            ChartTheme theme = content.theme();
            Color colour = content.isLastUp() ? theme.up() : theme.down();
            paintValueTag(g, theme, geometry, colour, y, geometry.priceTicks().format(close));
        }
    }

    private void paintTags(GraphicsContext g, ChartContent content, ChartGeometry geometry, int bar) {
        ChartTheme theme = content.theme();
        ChartLayout layout = geometry.layout();
        boolean overEquity = layout.hasEquity() && mouseY > layout.priceBottom();
        String value = overEquity
                ? geometry.equityTicks().format(geometry.equityScale().value(mouseY))
                : geometry.priceTicks().format(geometry.priceScale().value(mouseY));
        paintValueTag(g, theme, geometry, theme.tag(), mouseY, value);
        long timeNs = crosshairNs(content, geometry, bar);
        if (timeNs != taggedNs) {
            taggedNs = timeNs;
            timeTag = TimeText.of(timeNs);
            timeTagWidth = ChartFonts.width(timeTag, ChartFonts.REGULAR) + 2 * TAG_PADDING;
        }
        paintTimeTag(g, theme, geometry, crosshairX(geometry, bar));
    }

    private long crosshairNs(ChartContent content, ChartGeometry geometry, int bar) {
        HistoryView history = content.history();
        if (history == null || !geometry.isWithinBars()) {
            return content.bars().timeNs(bar);
        }
        long timeNs = history.axis().timeNs(geometry.viewport().position(mouseX));
        return timeNs - Math.floorMod(timeNs, NANOS_A_MILLI);
    }

    private static void paintValueTag(
            GraphicsContext g, ChartTheme theme, ChartGeometry geometry, Color colour, double y, String text) {
        ChartLayout layout = geometry.layout();
        PixelGrid grid = geometry.grid();
        double top = Math.clamp(grid.snap(y - TAG_HEIGHT / 2), 0, layout.plotBottom() - TAG_HEIGHT);
        g.setFill(colour);
        g.fillRect(layout.plotRight(), top, layout.width() - layout.plotRight(), TAG_HEIGHT);
        g.setFill(theme.tagText());
        g.setFont(ChartFonts.MEDIUM);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(text, layout.plotRight() + BackgroundPainter.LABEL_INSET, top + TAG_HEIGHT / 2);
    }

    private void paintTimeTag(GraphicsContext g, ChartTheme theme, ChartGeometry geometry, double centreX) {
        ChartLayout layout = geometry.layout();
        double wanted = centreX - timeTagWidth / 2;
        double left = Math.rint(Math.clamp(wanted, 0, Math.max(0, layout.plotRight() - timeTagWidth)));
        double middle = BackgroundPainter.timeLabelY(layout);
        g.setFill(theme.tag());
        g.fillRect(left, middle - TAG_HEIGHT / 2, timeTagWidth, TAG_HEIGHT);
        g.setFill(theme.tagText());
        g.setFont(ChartFonts.REGULAR);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(timeTag, left + TAG_PADDING, middle);
    }
}
