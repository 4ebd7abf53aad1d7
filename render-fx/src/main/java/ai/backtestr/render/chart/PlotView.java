package ai.backtestr.render.chart;

import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.history.HistoryView;
import ai.backtestr.render.lod.VisibleColumns;
import ai.backtestr.render.series.PriceColumns;
import ai.backtestr.render.series.TickPoints;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// Where times and prices lie in a chart's pane of prices, and what is painted there. Lengths are logical pixels
/// from the pane's top left corner. A time is nanoseconds since the epoch, UTC; a *position* counts bars from the
/// first one, of which bar `i` reaches from `i` to `i + 1`.
///
/// Threads: belongs to the FX thread.
public final class PlotView {
    private final ChartContent content;
    private final ChartGeometry geometry;

    PlotView(ChartContent content, ChartGeometry geometry) {
        this.content = content;
        this.geometry = geometry;
    }

    /// Tells whether there is no bar, and so neither time nor price.
    public boolean isEmpty() {
        return content.barCount() == 0;
    }

    /// Returns the width of the pane.
    public double width() {
        return geometry.layout().plotRight();
    }

    /// Returns the height of the pane.
    public double height() {
        return geometry.layout().priceBottom();
    }

    /// Returns the width of a bar.
    public double barWidth() {
        return geometry.viewport().barWidth();
    }

    /// Returns the position of a moment; there must be bars.
    public double position(long timeNs) {
        HistoryView history = content.history();
        return history == null
                ? BarPositions.position(content.bars(), content.barCount(), timeNs)
                : history.axis().position(timeNs);
    }

    /// Returns the moment at a position; there must be bars.
    public long timeAt(double position) {
        HistoryView history = content.history();
        return history == null
                ? BarPositions.timeNs(content.bars(), content.barCount(), position)
                : history.axis().timeNs(position);
    }

    /// Returns the x of a moment; there must be bars.
    public double x(long timeNs) {
        return geometry.viewport().x(position(timeNs));
    }

    /// Returns the moment at `x`; there must be bars.
    public long timeNs(double x) {
        return timeAt(geometry.viewport().position(x));
    }

    /// Returns the position at `x`.
    public double positionAt(double x) {
        return geometry.viewport().position(x);
    }

    /// Returns the x of a position.
    public double positionX(double position) {
        return geometry.viewport().x(position);
    }

    /// Returns the x at which the last bar of all ends.
    public double endX() {
        return geometry.viewport().x(content.barCount());
    }

    /// Returns the y of a price.
    public double y(double price) {
        return geometry.priceScale().y(price);
    }

    /// Returns the price at `y`.
    public double price(double y) {
        return geometry.priceScale().value(y);
    }

    /// Returns a price rounded to the decimals shown.
    public double roundPrice(double price) {
        double unitsPerOne = Math.pow(10, content.priceDecimals());
        return Math.rint(price * unitsPerOne) / unitsPerOne;
    }

    /// Returns a price as it is written on the axis.
    public String formatPrice(double price) {
        return geometry.priceTicks().format(price);
    }

    /// Returns the decimals of prices shown.
    public int priceDecimals() {
        return content.priceDecimals();
    }

    /// Returns the nearest border between pixels of the screen.
    public double snap(double length) {
        return geometry.grid().snap(length);
    }

    /// Returns the thickness of a thin line.
    public double line() {
        return geometry.grid().line();
    }

    /// Returns the colours.
    public ChartTheme theme() {
        return content.theme();
    }

    /// Returns the clock whose times are shown.
    public WallClock clock() {
        return content.clock();
    }

    /// Returns a length, in logical pixels, that fits labels of the usual size, as it fits those of this chart.
    public double textLength(double usual) {
        return content.fonts().length(usual);
    }

    /// Returns the font of labels.
    public Font font() {
        return content.fonts().regular().font();
    }

    /// Returns the font of labels that stand out.
    public Font strongFont() {
        return content.fonts().medium().font();
    }

    private VisibleColumns visible() {
        return geometry.visible();
    }

    /// Returns the columns painted across the pane, from 0 to [#columnCount] - 1.
    public PriceColumns columns() {
        return visible().columns();
    }

    /// Returns how many columns are painted.
    public int columnCount() {
        return visible().count();
    }

    /// Tells whether the columns are bars; otherwise they are pixels wide.
    public boolean isBars() {
        return visible().isBars();
    }

    /// Returns the position at which column `i` begins; of [#columnCount] that at which the last one ends.
    public double columnPosition(int i) {
        return visible().position(i);
    }

    /// Returns when column `i` begins; of [#columnCount] when the last one ends.
    public long columnNs(int i) {
        return timeAt(columnPosition(i));
    }

    /// Returns the column at `x`, -1 if none is there.
    public int columnAt(double x) {
        int count = columnCount();
        if (count == 0) {
            return -1;
        }
        double first = columnPosition(0);
        double step = columnPosition(1) - first;
        double column = Math.floor((positionAt(x) - first) / step);
        return column >= 0 && column < count ? (int) column : -1;
    }

    /// Returns the ticks, where they are drawn one by one; else null.
    public @Nullable TickPoints ticks() {
        HistoryView history = content.history();
        return history == null ? null : history.ticks();
    }

    /// Tells whether all that is on screen is exact.
    public boolean isComplete() {
        HistoryView history = content.history();
        return history == null || history.isComplete();
    }
}
