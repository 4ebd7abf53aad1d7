package ai.backtestr.render.chart;

import ai.backtestr.render.axis.PercentTicks;
import ai.backtestr.render.axis.PriceTicks;
import ai.backtestr.render.axis.TimeTicks;
import ai.backtestr.render.axis.ValueTicks;
import ai.backtestr.render.history.FigureFrame;
import ai.backtestr.render.history.FigureView;
import ai.backtestr.render.history.HistoryView;
import ai.backtestr.render.lod.BarsOnScreen;
import ai.backtestr.render.lod.MinMaxPyramid;
import ai.backtestr.render.lod.VisibleColumns;
import ai.backtestr.render.series.PriceColumns;
import ai.backtestr.render.series.TickPoints;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where everything of a frame lies: the visible bars, the panes, the scales and what their axes label.
///
/// Threads: confined to the FX thread.
final class ChartGeometry {
    private static final double TIME_LABEL_GAP = 84;
    private static final double PRICE_LABEL_GAP = 46;
    private static final double AXIS_PADDING = 20;
    private static final double NARROWEST_AXIS = 56;
    private static final double FLATTEST = 0.05;
    private static final int STAMPED = 12;
    private static final int STAMPED_A_PANE = 4;

    private final Viewport viewport = new Viewport();
    private final ValueScale priceScale = new ValueScale();
    private final TimeTicks timeTicks = new TimeTicks();
    private PriceTicks priceTicks = new PriceTicks(2);
    private final PercentTicks percentTicks = new PercentTicks();
    private boolean byPercent;
    private PixelGrid grid = new PixelGrid(1);
    private double width = 1;
    private double height = 1;
    private double axisWidth = NARROWEST_AXIS;
    private final PaneBoxes panes = new PaneBoxes();
    private ChartFonts fonts = ChartFonts.USUAL;
    private ChartLayout layout = ChartLayout.of(1, 1, NARROWEST_AXIS, panes, fonts);
    private double laidOut;
    private boolean withinBars;
    private double lowest;
    private double highest = 1;
    private double priceZoom = 1;
    private double[] stamp = new double[STAMPED];
    private double[] nextStamp = new double[STAMPED];
    private final BarsOnScreen barsOnScreen = new BarsOnScreen();
    private VisibleColumns visible = barsOnScreen;

    void setSize(double newWidth, double newHeight, double outputScale) {
        width = newWidth;
        height = newHeight;
        if (grid.scale() != outputScale) {
            grid = new PixelGrid(outputScale);
        }
    }

    void setPriceDecimals(int decimals) {
        priceTicks = new PriceTicks(decimals);
        axisWidth = fonts.length(NARROWEST_AXIS);
    }

    /// Shows what another chart shows, to the last digit where both are as large: columns that begin elsewhere by
    /// however little would have to be read anew.
    void take(ChartGeometry other) {
        viewport.take(other.viewport);
        fonts = other.fonts;
        axisWidth = other.axisWidth;
        priceZoom = other.priceZoom;
        panes.take(other.panes);
    }

    /// Lays the next frame out.
    ///
    /// @return whether anything has moved since the last one
    boolean prepare(ChartContent content) {
        fitViewport(content);
        findPriceRange(content);
        if (widenAxis()) {
            fitViewport(content);
            findPriceRange(content);
        }
        findRangesBelow(content);
        if (!hasMoved(content)) {
            return false;
        }
        chooseTicks(content);
        return true;
    }

    /// Compares what a frame's background depends on with what it was.
    private boolean hasMoved(ChartContent content) {
        int stamped = STAMPED + panes.count() * STAMPED_A_PANE;
        if (nextStamp.length != stamped) {
            stamp = new double[stamped];
            nextStamp = new double[stamped];
        }
        nextStamp[0] = viewport.left();
        nextStamp[1] = viewport.barWidth();
        nextStamp[2] = viewport.count();
        nextStamp[3] = priceScale.value(layout.priceTop());
        nextStamp[4] = priceScale.value(layout.priceFloor());
        nextStamp[5] = layout.plotRight();
        nextStamp[6] = layout.priceBottom();
        nextStamp[7] = layout.plotBottom();
        nextStamp[8] = layout.height();
        nextStamp[9] = priceScale.isLogarithmic() ? 1 : 0;
        nextStamp[10] = panes.count();
        nextStamp[11] = content.isPercent() ? firstPrice() : 0;
        for (int i = 0; i < panes.count(); i++) {
            int at = STAMPED + i * STAMPED_A_PANE;
            nextStamp[at] = panes.get(i).top();
            nextStamp[at + 1] = panes.get(i).bottom();
            nextStamp[at + 2] = panes.get(i).lowest();
            nextStamp[at + 3] = panes.get(i).highest();
        }
        boolean moved = !Arrays.equals(stamp, nextStamp);
        System.arraycopy(nextStamp, 0, stamp, 0, stamp.length);
        return moved;
    }

    /// Shows the prices on screen in that many times their height; 1 fits them.
    void zoomPrices(double factor) {
        priceZoom = Math.clamp(priceZoom * factor, FLATTEST, 1 / FLATTEST);
    }

    /// Fits the prices on screen again.
    void fitPrices() {
        priceZoom = 1;
    }

    private void fitViewport(ChartContent content) {
        if (fonts != content.fonts()) {
            fonts = content.fonts();
            axisWidth = fonts.length(NARROWEST_AXIS);
            laidOut = 0;
        }
        panes.look(content);
        double priceBottom = panes.count() > 0 ? panes.priceBottom(layout.plotBottom()) : layout.plotBottom();
        if (layout.width() != width
                || layout.height() != height
                || axisWidth != laidOut
                || Math.max(1, priceBottom) != layout.priceBottom()) {
            layout = ChartLayout.of(width, height, axisWidth, panes, fonts);
            laidOut = axisWidth;
        }
        panes.place(layout.priceBottom(), layout.plotBottom());
        if (viewport.width() != layout.plotRight()) {
            viewport.resize(layout.plotRight());
        }
    }

    private void findPriceRange(ChartContent content) {
        HistoryView history = content.history();
        if (history == null) {
            findPriceRangeOfBars(content);
        } else {
            double scale = grid.scale();
            history.look(viewport.left(), viewport.barWidth() * scale, (int) Math.ceil(viewport.width() * scale));
            visible = history;
            findPriceRange(history);
        }
        for (int i = 0; i < content.compared().size(); i++) {
            lookAt(content.compared().get(i));
        }
        priceScale.set(lowest, highest, layout.priceTop(), layout.priceFloor(), priceZoom, content.isLogarithmic());
    }

    /// The pane reaches over the other instrument too, where both share a scale.
    private void lookAt(ComparedInstrument compared) {
        compared.look(this, firstPrice());
        if (!compared.hasOwnScale()) {
            double low = compared.asOwn(compared.lowest());
            double high = compared.asOwn(compared.highest());
            if (low <= high && !Double.isInfinite(high)) {
                lowest = Math.min(lowest, low);
                highest = Math.max(highest, high);
            }
        }
    }

    /// Returns the last price of the first bar or column on screen, NaN if there is none.
    private double firstPrice() {
        for (int i = 0; i < visible.count(); i++) {
            if (visible.columns().isPresent(i)) {
                return visible.columns().last(i);
            }
        }
        return Double.NaN;
    }

    private void findPriceRangeOfBars(ChartContent content) {
        MinMaxPyramid prices = content.prices();
        int end = Math.min(viewport.endVisible(), content.barCount());
        int from = Math.min(viewport.firstVisible(), end);
        if (prices.query(from, end)) {
            lowest = prices.minimum();
            highest = prices.maximum();
        }
        visible = barsOnScreen;
        double pixels = viewport.barWidth() * grid.scale();
        if (pixels >= BarPainter.NARROWEST_CANDLE_PIXELS) {
            barsOnScreen.takeBars(content.bars(), from, end);
        } else {
            int columns = (int) Math.ceil(viewport.width() * grid.scale());
            barsOnScreen.takeColumns(
                    content.bars(),
                    prices,
                    content.volumes(),
                    content.barCount(),
                    viewport.left(),
                    1 / pixels,
                    columns);
        }
    }

    private void findPriceRange(HistoryView history) {
        PriceColumns columns = history.columns();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < history.count(); i++) {
            if (columns.isPresent(i)) {
                low = Math.min(low, columns.low(i));
                high = Math.max(high, columns.high(i));
            }
        }
        TickPoints ticks = history.ticks();
        if (ticks != null) {
            long fromNs = history.axis().timeNs(viewport.left());
            long toNs = history.axis().timeNs(viewport.right());
            for (int i = 0; i < ticks.count(); i++) {
                boolean standsOnScreen = i + 1 == ticks.count() || ticks.timeNs(i + 1) > fromNs;
                if (standsOnScreen && ticks.timeNs(i) < toNs) {
                    low = Math.min(low, ticks.bid(i));
                    high = Math.max(high, ticks.ask(i));
                }
            }
        }
        if (low <= high) {
            lowest = low;
            highest = high;
        }
    }

    /// Widens the axis for longer labels. It never shrinks again while the same instrument is shown, so that
    /// the plot does not shake when prices cross a power of ten.
    private boolean widenAxis() {
        int digits = Math.max(
                priceTicks.format(lowest).length(), priceTicks.format(highest).length());
        double needed = Math.ceil(digits * fonts.regular().width("0") + AXIS_PADDING);
        if (needed <= axisWidth) {
            return false;
        }
        axisWidth = needed;
        return true;
    }

    private void chooseTicks(ChartContent content) {
        double bottom = priceScale.value(layout.priceBottom() - 10);
        if (lowest >= 0) {
            bottom = Math.max(0, bottom);
        }
        int most = (int) (layout.priceBottom() / fonts.length(PRICE_LABEL_GAP));
        double base = firstPrice();
        byPercent = content.isPercent() && base > 0;
        if (byPercent) {
            percentTicks.choose(base, bottom, priceScale.value(10), most);
        }
        if (priceScale.isLogarithmic()) {
            priceTicks.chooseByRatio(bottom, priceScale.value(10), most);
        } else {
            priceTicks.choose(bottom, priceScale.value(10), most);
        }
        double gap = fonts.length(TIME_LABEL_GAP) / viewport.barWidth();
        timeTicks.setClock(content.clock());
        withinBars = content.history() != null && viewport.barWidth() * grid.scale() > HistoryView.WIDEST_BAR_PIXELS;
        if (withinBars && content.history() != null) {
            double to = Math.min(viewport.right(), content.barCount());
            timeTicks.choose(content.history().axis(), Math.max(0, viewport.left()), to, gap);
        } else {
            timeTicks.choose(content.bars(), viewport.firstVisible(), viewport.endVisible(), gap);
        }
        for (int i = 0; i < panes.count(); i++) {
            panes.get(i).chooseTicks(fonts);
        }
    }

    private void findRangesBelow(ChartContent content) {
        for (int i = 0; i < panes.count(); i++) {
            PaneBox box = panes.get(i);
            box.pane().findRange(content, this, box);
        }
    }

    double priceSpan() {
        return highest - lowest;
    }

    /// Returns the x of a tick of the time axis.
    double timeTickX(int i) {
        return viewport.x(timeTicks.position(i) + (withinBars ? 0 : 0.5));
    }

    /// Returns the x of a moment: that of the middle of its bar, unless moments within it have places of their
    /// own.
    double momentX(ChartContent content, int bar, long timeNs) {
        HistoryView history = content.history();
        return withinBars && history != null ? viewport.x(history.axis().position(timeNs)) : viewport.centreX(bar);
    }

    /// Tells whether bars are so wide that moments within them have places of their own.
    boolean isWithinBars() {
        return withinBars;
    }

    /// Returns what is painted across the chart.
    VisibleColumns visible() {
        return visible;
    }

    Viewport viewport() {
        return viewport;
    }

    ChartLayout layout() {
        return layout;
    }

    PixelGrid grid() {
        return grid;
    }

    ValueScale priceScale() {
        return priceScale;
    }

    /// Returns what the axis of the prices labels.
    ValueTicks axisTicks() {
        return byPercent ? percentTicks : priceTicks;
    }

    /// Has figures read of the columns on screen.
    void lookAtFigures(ChartContent content) {
        FigureView figures = content.figures();
        HistoryView history = content.history();
        if (figures != null && history != null) {
            figures.look(history.axis(), history.step(), history.number(0), history.number(history.count()));
        }
    }

    /// Returns the figures that have been read of the present axis, null if there are none yet.
    @Nullable
    FigureFrame figures(ChartContent content) {
        FigureView figures = content.figures();
        HistoryView history = content.history();
        FigureFrame frame = figures == null ? null : figures.frame();
        return frame != null && history != null && frame.isOf(history.axis()) ? frame : null;
    }

    /// Returns the bar or column on screen at a position, -1 for none.
    int columnAt(double position) {
        if (visible.count() == 0) {
            return -1;
        }
        double step = visible.position(1) - visible.position(0);
        int column = (int) Math.clamp(Math.floor((position - visible.position(0)) / step), -1, visible.count());
        return column < visible.count() ? column : -1;
    }

    /// Returns the panes below the prices.
    PaneBoxes panes() {
        return panes;
    }

    PriceTicks priceTicks() {
        return priceTicks;
    }

    ChartFonts fonts() {
        return fonts;
    }

    TimeTicks timeTicks() {
        return timeTicks;
    }
}
