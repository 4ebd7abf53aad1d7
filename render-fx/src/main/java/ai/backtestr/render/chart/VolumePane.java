package ai.backtestr.render.chart;

import ai.backtestr.render.axis.PriceTicks;
import ai.backtestr.render.axis.TextParts;
import ai.backtestr.render.history.FigureFrame;
import ai.backtestr.render.history.HistoryView;
import ai.backtestr.render.lod.VisibleColumns;
import ai.backtestr.render.series.BarSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Shows what was traded in each bar, or in each column of pixels where bars have no room: the sum, to the last
/// unit. Of quotes it shows how many there were.
final class VolumePane extends LowerPane {
    private static final double FEW = 10;
    private static final int DECIMALS = 8;
    private static final double UNITS = 1e8;

    /// Below it a quantity of that many decimals is nearest to its own number of units.
    private static final double MOST_BY_UNITS = 0x1p52 / UNITS;

    private final PriceTicks fewTicks = new PriceTicks(4, VolumePane::withoutZeros);
    private final PriceTicks ticks = new PriceTicks(0, number -> CompactNumber.format(Double.parseDouble(number)));
    private final RectangleRun run = new RectangleRun();
    private @Nullable BarSource summed;
    private double[] sums = new double[1];
    private int summedBars;

    @Override
    boolean isShown(ChartContent content) {
        return true;
    }

    /// Tells whether the columns of prices have no volume of the trades there are.
    private static boolean needsFigures(ChartContent content) {
        HistoryView history = content.history();
        return history != null && !history.hasVolume() && content.isOfTrades();
    }

    private double volume(ChartContent content, ChartGeometry geometry, int column) {
        VisibleColumns visible = geometry.visible();
        if (needsFigures(content)) {
            FigureFrame frame = geometry.figures(content);
            int at = frame == null ? -1 : frame.columnAt(middle(visible, column));
            boolean known = frame != null
                    && at >= 0
                    && at < frame.count()
                    && frame.figures().isKnown(at);
            return frame != null && known ? frame.figures().volume(at) : Double.NaN;
        }
        if (content.history() == null && !visible.isBars()) {
            int from = bar(content, visible.position(column));
            return sums[bar(content, visible.position(column + 1))] - sums[from];
        }
        return visible.columns().isPresent(column) ? visible.columns().volume(column) : 0;
    }

    private static double middle(VisibleColumns visible, int column) {
        return (visible.position(column) + visible.position(column + 1)) / 2;
    }

    /// Returns the first bar whose middle is not before a position.
    private static int bar(ChartContent content, double position) {
        return Math.clamp((long) Math.ceil(position - 0.5), 0, content.barCount());
    }

    /// Sums up the volumes of bars in memory, so that the sum over any of them is at hand.
    @SuppressWarnings("ReferenceEquality") // the same bars, not such that look the same
    private void sum(ChartContent content) {
        BarSource bars = content.bars();
        if (content.history() != null) {
            return;
        }
        if (summed != bars) {
            summed = bars;
            summedBars = 0;
        }
        if (sums.length <= content.barCount()) {
            sums = Arrays.copyOf(sums, content.barCount() * 3 / 2 + 1);
        }
        int from = Math.max(0, Math.min(summedBars, content.barCount()) - 1); // the last may have grown
        for (int i = from; i < content.barCount(); i++) {
            sums[i + 1] = sums[i] + bars.volume(i);
        }
        summedBars = content.barCount();
    }

    @Override
    void findRange(ChartContent content, ChartGeometry geometry, PaneBox box) {
        if (needsFigures(content)) {
            geometry.lookAtFigures(content);
        }
        sum(content);
        double highest = 0;
        for (int i = 0; i < geometry.visible().count(); i++) {
            double volume = volume(content, geometry, i);
            highest = volume > highest ? volume : highest;
        }
        box.range(0, Math.max(1e-9, highest));
    }

    @Override
    PriceTicks ticks(double lowest, double highest) {
        return highest < FEW ? fewTicks : ticks;
    }

    private static String withoutZeros(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    @Override
    void paint(GraphicsContext g, ChartContent content, ChartGeometry geometry, PaneBox box) {
        g.setFill(content.theme().up());
        paint(g, content, geometry, box, true);
        g.setFill(content.theme().down());
        paint(g, content, geometry, box, false);
    }

    private void paint(GraphicsContext g, ChartContent content, ChartGeometry geometry, PaneBox box, boolean up) {
        VisibleColumns visible = geometry.visible();
        PixelGrid grid = geometry.grid();
        double floor = grid.snap(box.scale().y(0));
        double width = visible.isBars() ? BarPainter.bodyWidth(geometry.viewport(), grid) : grid.pixels(1);
        double inset = visible.isBars() ? (width - grid.line()) / 2 : 0;
        for (int i = 0; i < visible.count(); i++) {
            if (visible.columns().isPresent(i) && visible.columns().isUp(i) == up) {
                double volume = volume(content, geometry, i);
                if (volume > 0) {
                    double top =
                            Math.min(floor - grid.line(), grid.snap(box.scale().y(volume)));
                    run.add(g, BarPainter.x(visible, geometry, i) - inset, top, width, floor - top);
                }
            }
        }
        run.end(g);
    }

    @Override
    String title(ChartContent content, ChartGeometry geometry) {
        HistoryView history = content.history();
        boolean isVolume = history == null || history.hasVolume() || content.isOfTrades();
        return isVolume ? "Volume" : "Ticks";
    }

    @Override
    int values() {
        return 1;
    }

    @Override
    double value(int i, ChartContent content, ChartGeometry geometry, double position) {
        HistoryView history = content.history();
        int at = geometry.columnAt(position);
        int column = history == null ? at : history.presentAtOrBefore(at);
        return column < 0 ? Double.NaN : volume(content, geometry, column);
    }

    @Override
    Color colour(int i, ChartTheme theme) {
        return theme.strongText();
    }

    @Override
    void write(double value, PaneBox box, TextParts line) {
        if (Math.abs(value) < MOST_BY_UNITS) {
            line.trimmed((long) Math.rint(value * UNITS), DECIMALS);
        } else {
            line.add(withoutZeros(new BigDecimal(value)
                    .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                    .toPlainString()));
        }
    }
}
