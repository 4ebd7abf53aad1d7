package ai.backtestr.render.chart;

import ai.backtestr.render.axis.TextParts;
import ai.backtestr.render.axis.TimeText;
import ai.backtestr.render.history.HistoryView;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints what follows the mouse: crosshair, legend and tags on the axes, each on a slip no larger than it is.
///
/// Threads: confined to the FX thread.
final class OverlayPainter {
    private static final double TAG_PADDING = 10;
    private static final double SLIP_STEP = 128;
    private static final double DASH = 4;
    private static final double GAP = 4;
    private static final long NANOS_A_MILLI = 1_000_000;

    private final Legend legend = new Legend();
    private final PaneLegends panes = new PaneLegends();
    private final Slip legendSlip = new Slip();
    private final Slip across = new Slip();
    private final Slip upright = new Slip();
    private final Slip valueTagSlip = new Slip();
    private final Slip timeTagSlip = new Slip();
    private boolean crosshairShown;
    private long pointedNs = ChartCrosshair.NO_TIME; // by another chart
    private double mouseX;
    private double mouseY;
    private long taggedNs = Long.MIN_VALUE;
    private final TextParts timeTag = new TextParts();
    private final TextParts valueTag = new TextParts();
    private double legendWidth = -1;
    private double legendHeight = -1;
    private @Nullable ChartTheme legendTheme;
    private double scale;
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

    /// Points at a time, unless the mouse is over the chart itself.
    ///
    /// @return whether that changes anything
    boolean pointAt(long timeNs) {
        boolean changed = timeNs != pointedNs;
        pointedNs = timeNs;
        return changed && !crosshairShown;
    }

    private boolean isPointed() {
        return pointedNs != ChartCrosshair.NO_TIME && !crosshairShown;
    }

    /// Returns the bar under the crosshair, -1 if none is.
    int crosshairBar(ChartGeometry geometry) {
        return crosshairShown ? geometry.viewport().barAt(mouseX) : -1;
    }

    /// Returns where on the axis of time the crosshair is, NaN if it is not shown.
    double crosshairPosition(ChartGeometry geometry) {
        return crosshairShown ? geometry.viewport().position(mouseX) : Double.NaN;
    }

    boolean isCrosshairShown() {
        return crosshairShown;
    }

    /// Returns what is laid over the chart, from back to front.
    List<Node> nodes() {
        return List.of(
                across.node(),
                upright.node(),
                legendSlip.node(),
                panes.node(),
                valueTagSlip.node(),
                timeTagSlip.node());
    }

    /// Returns the legends of what lies over the prices and below.
    PaneLegends panes() {
        return panes;
    }

    void paint(ChartContent content, ChartGeometry geometry) {
        ChartLayout layout = geometry.layout();
        if (isPointed()) {
            mouseX = xOf(pointedNs, content, geometry);
            mouseY = layout.plotBottom() / 2;
        }
        boolean crosshair =
                (crosshairShown || isPointed()) && content.barCount() > 0 && layout.isInPlot(mouseX, mouseY);
        int bar = crosshair ? geometry.viewport().barAt(mouseX) : content.barCount() - 1;
        if (bar >= 0) {
            showValues(content, geometry, crosshair, bar);
        }
        if (scale != geometry.grid().scale()) {
            scale = geometry.grid().scale();
            legendTheme = null;
            panes.forget();
        }
        paintLegend(content.theme(), layout, content.fonts());
        double position = crosshair ? geometry.viewport().position(mouseX) : content.barCount() - 0.5;
        boolean isInside = crosshairShown && layout.isInPlot(mouseX, mouseY);
        panes.paint(content, geometry, position, isInside ? mouseX : -1, mouseY);
        if (crosshair) {
            paintCrosshair(content.theme(), geometry, crosshairX(geometry, bar));
            paintTags(content, geometry, bar);
            if (isPointed()) {
                across.hide();
                valueTagSlip.hide();
            }
        } else {
            across.hide();
            upright.hide();
            valueTagSlip.hide();
            timeTagSlip.hide();
        }
    }

    private void paintLegend(ChartTheme theme, ChartLayout layout, ChartFonts fonts) {
        double height = Math.min(Legend.height(fonts), layout.height());
        boolean same = !legend.isChanged()
                && layout.plotRight() == legendWidth
                && height == legendHeight
                && theme.equals(legendTheme);
        if (!same) {
            legendWidth = layout.plotRight();
            legendHeight = height;
            legendTheme = theme;
            // No wider than its text, in steps, as a new width costs more than a few pixels too many.
            double reach = Math.ceil((legend.reach() + 1) / SLIP_STEP) * SLIP_STEP;
            double width = Math.min(legendWidth, reach);
            legend.paint(legendSlip.cover(0, 0, width, height), theme, legendWidth);
        }
    }

    private static double xOf(long timeNs, ChartContent content, ChartGeometry geometry) {
        HistoryView history = content.history();
        double position = history == null
                ? content.bars().indexAtOrBefore(timeNs) + 0.5
                : history.axis().position(timeNs);
        return geometry.viewport().x(position);
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
            legend.show(history, column, content.clock(), geometry.priceTicks());
        }
    }

    private void paintCrosshair(ChartTheme theme, ChartGeometry geometry, double centreX) {
        PixelGrid grid = geometry.grid();
        ChartLayout layout = geometry.layout();
        double x = grid.snap(centreX - grid.line() / 2);
        double y = grid.snap(mouseY);
        GraphicsContext down = upright.cover(x, 0, grid.line(), layout.plotBottom());
        down.setFill(theme.crosshair());
        for (double at = 0; at < layout.plotBottom(); at += DASH + GAP) {
            down.fillRect(x, at, grid.line(), Math.min(DASH, layout.plotBottom() - at));
        }
        GraphicsContext right = across.cover(0, y, layout.plotRight(), grid.line());
        right.setFill(theme.crosshair());
        for (double at = 0; at < layout.plotRight(); at += DASH + GAP) {
            right.fillRect(at, y, Math.min(DASH, layout.plotRight() - at), grid.line());
        }
    }

    private void paintTags(ChartContent content, ChartGeometry geometry, int bar) {
        ChartTheme theme = content.theme();
        ChartLayout layout = geometry.layout();
        int pane = geometry.panes().at(mouseY);
        PaneBox box = pane < 0 ? null : geometry.panes().get(pane);
        if (box == null) {
            geometry.axisTicks().write(geometry.priceScale().value(mouseY), valueTag.begin());
        } else {
            box.ticks().write(box.scale().value(mouseY), valueTag.begin());
        }
        double top = ValueTag.top(geometry, mouseY);
        GraphicsContext g = valueTagSlip.cover(
                layout.plotRight(), top, layout.width() - layout.plotRight(), ValueTag.height(geometry));
        ValueTag.paint(g, theme, geometry, theme.tag(), mouseY, valueTag);
        long timeNs = crosshairNs(content, geometry, bar);
        if (timeNs != taggedNs) {
            taggedNs = timeNs;
            TimeText.write(timeNs, content.clock(), timeTag.begin());
            timeTagWidth = geometry.fonts().regular().width(timeTag) + 2 * TAG_PADDING;
        }
        paintTimeTag(theme, geometry, crosshairX(geometry, bar));
    }

    private long crosshairNs(ChartContent content, ChartGeometry geometry, int bar) {
        HistoryView history = content.history();
        if (history == null || !geometry.isWithinBars()) {
            return content.bars().timeNs(bar);
        }
        long timeNs = history.axis().timeNs(geometry.viewport().position(mouseX));
        return timeNs - Math.floorMod(timeNs, NANOS_A_MILLI);
    }

    private void paintTimeTag(ChartTheme theme, ChartGeometry geometry, double centreX) {
        ChartLayout layout = geometry.layout();
        double wanted = centreX - timeTagWidth / 2;
        double left = Math.rint(Math.clamp(wanted, 0, Math.max(0, layout.plotRight() - timeTagWidth)));
        double middle = BackgroundPainter.timeLabelY(layout);
        double top = middle - ValueTag.height(geometry) / 2;
        GraphicsContext g = timeTagSlip.cover(left, top, Math.ceil(timeTagWidth), ValueTag.height(geometry));
        g.setFill(theme.tag());
        g.fillRect(left, top, Math.ceil(timeTagWidth), ValueTag.height(geometry));
        g.setFill(theme.tagText());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        geometry.fonts().regular().paint(g, timeTag, left + TAG_PADDING, middle);
    }
}
