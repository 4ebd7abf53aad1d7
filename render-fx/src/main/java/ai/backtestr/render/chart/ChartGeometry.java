package ai.backtestr.render.chart;

import ai.backtestr.render.axis.PriceTicks;
import ai.backtestr.render.axis.TimeTicks;
import ai.backtestr.render.lod.MinMaxPyramid;
import ai.backtestr.render.series.BarSource;
import org.jspecify.annotations.Nullable;

/// Where everything of a frame lies: the visible bars, the panes, the scales and what their axes label.
///
/// Threads: confined to the FX thread.
final class ChartGeometry {
    private static final double TIME_LABEL_GAP = 84;
    private static final double PRICE_LABEL_GAP = 46;
    private static final double EQUITY_LABEL_GAP = 34;
    private static final double AXIS_PADDING = 20;
    private static final double NARROWEST_AXIS = 56;
    private static final double DIGIT_WIDTH = ChartFonts.width("0", ChartFonts.REGULAR);

    private final Viewport viewport = new Viewport();
    private final ValueScale priceScale = new ValueScale();
    private final ValueScale equityScale = new ValueScale();
    private final TimeTicks timeTicks = new TimeTicks();
    private PriceTicks priceTicks = new PriceTicks(2);
    private final PriceTicks equityTicks = new PriceTicks(0);
    private PixelGrid grid = new PixelGrid(1);
    private double width = 1;
    private double height = 1;
    private double axisWidth = NARROWEST_AXIS;
    private ChartLayout layout = ChartLayout.of(1, 1, NARROWEST_AXIS, false);
    private double lowest;
    private double highest = 1;
    private double equityLowest;
    private double equityHighest;
    private @Nullable Stamp stamp;

    /// What a frame's background depends on; compared to tell whether it has to be repainted.
    private record Stamp(
            double left,
            double barWidth,
            int count,
            double lowest,
            double highest,
            double equityLowest,
            double equityHighest,
            ChartLayout layout) {}

    void setSize(double newWidth, double newHeight, double outputScale) {
        width = newWidth;
        height = newHeight;
        if (grid.scale() != outputScale) {
            grid = new PixelGrid(outputScale);
        }
    }

    void setPriceDecimals(int decimals) {
        priceTicks = new PriceTicks(decimals);
        axisWidth = NARROWEST_AXIS;
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
        findEquityRange(content);
        Stamp next = new Stamp(
                viewport.left(),
                viewport.barWidth(),
                viewport.count(),
                lowest,
                highest,
                equityLowest,
                equityHighest,
                layout);
        if (next.equals(stamp)) {
            return false;
        }
        stamp = next;
        chooseTicks(content.bars());
        return true;
    }

    private void fitViewport(ChartContent content) {
        layout = ChartLayout.of(width, height, axisWidth, content.equity() != null);
        if (viewport.width() != layout.plotRight()) {
            viewport.resize(layout.plotRight());
        }
    }

    private void findPriceRange(ChartContent content) {
        MinMaxPyramid prices = content.prices();
        int end = Math.min(viewport.endVisible(), content.barCount());
        if (prices.query(Math.min(viewport.firstVisible(), end), end)) {
            lowest = prices.minimum();
            highest = prices.maximum();
        }
        priceScale.set(lowest, highest, layout.priceTop(), layout.priceFloor());
    }

    /// Widens the axis for longer labels. It never shrinks again while the same instrument is shown, so that the
    /// plot does not shake when prices cross a power of ten.
    private boolean widenAxis() {
        int digits = Math.max(
                priceTicks.format(lowest).length(), priceTicks.format(highest).length());
        double needed = Math.ceil(digits * DIGIT_WIDTH + AXIS_PADDING);
        if (needed <= axisWidth) {
            return false;
        }
        axisWidth = needed;
        return true;
    }

    private void chooseTicks(BarSource bars) {
        double bottom = priceScale.value(layout.priceBottom() - 10);
        if (lowest >= 0) {
            bottom = Math.max(0, bottom);
        }
        priceTicks.choose(bottom, priceScale.value(10), (int) (layout.priceBottom() / PRICE_LABEL_GAP));
        int from = viewport.firstVisible();
        int to = viewport.endVisible();
        timeTicks.choose(bars, from, to, TIME_LABEL_GAP / viewport.barWidth());
        if (layout.hasEquity()) {
            int most = (int) ((layout.plotBottom() - layout.priceBottom()) / EQUITY_LABEL_GAP);
            equityTicks.choose(equityLowest, equityHighest, most);
        }
    }

    /// The scale reaches from the lowest visible value to the highest peak so far, from which the drawdown hangs.
    private void findEquityRange(ChartContent content) {
        EquityCurve equity = content.equity();
        if (equity == null || equity.count() == 0 || content.barCount() == 0) {
            return;
        }
        BarSource bars = content.bars();
        int first = Math.min(viewport.firstVisible(), content.barCount() - 1);
        int end = viewport.endVisible();
        int from = Math.max(0, equity.countBefore(bars.timeNs(first)) - 1);
        int to = end < content.barCount() ? equity.countBefore(bars.timeNs(end)) : equity.count();
        equityLowest = equity.lowest(from, Math.max(from + 1, to));
        equityHighest = equity.highest(0, Math.max(from + 1, to));
        equityScale.set(equityLowest, equityHighest, layout.equityTop(), layout.equityFloor());
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

    ValueScale equityScale() {
        return equityScale;
    }

    PriceTicks priceTicks() {
        return priceTicks;
    }

    PriceTicks equityTicks() {
        return equityTicks;
    }

    TimeTicks timeTicks() {
        return timeTicks;
    }
}
