package ai.backtestr.render.chart;

import ai.backtestr.render.axis.PriceTicks;
import ai.backtestr.render.axis.TextParts;
import ai.backtestr.render.history.HistoryView;
import ai.backtestr.render.series.PriceColumns;
import ai.backtestr.render.series.SlotAxis;
import ai.backtestr.render.series.TickHistory;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Another instrument, drawn as a line over the prices on the same time axis: by how many percent it has moved
/// since the left edge, as the prices have, or on a scale of its own that fills the height.
///
/// Threads: confined to the FX thread.
final class ComparedInstrument implements AutoCloseable {
    /// How many can be told from each other by their colours.
    static final int MOST = 6;

    private static final List<Color> COLOURS = Stream.of(
                    "#CC79A7", "#56B4E9", "#E69F00", "#009E73", "#D55E00", "#0072B2")
            .map(Color::web)
            .toList(); // of Okabe and Ito, safe for colour-blind eyes

    private final String name;
    private final int number;
    private final boolean ownScale;
    private final HistoryView view;
    private final PriceTicks prices;
    private final ValueScale scale = new ValueScale();
    private double first = Double.NaN;
    private double base = Double.NaN;

    /// @param number which of those over the prices it is, counted from 0
    ComparedInstrument(
            String name,
            int number,
            TickHistory history,
            int decimals,
            boolean ownScale,
            SlotAxis axis,
            Runnable onLoaded,
            Consumer<RuntimeException> onProblem) {
        this.name = name;
        this.number = number;
        this.ownScale = ownScale;
        prices = new PriceTicks(decimals);
        view = new HistoryView(history, axis, onLoaded, onProblem);
    }

    void setAxis(SlotAxis axis) {
        view.setAxis(axis);
    }

    /// Looks at what is on screen.
    ///
    /// @param ownBase the chart's own price at the left edge
    void look(ChartGeometry geometry, double ownBase) {
        double pixels = geometry.grid().scale();
        Viewport viewport = geometry.viewport();
        view.look(viewport.left(), viewport.barWidth() * pixels, (int) Math.ceil(viewport.width() * pixels));
        base = ownBase;
        first = Double.NaN;
        for (int i = 0; i < view.count() && Double.isNaN(first); i++) {
            first = view.columns().isPresent(i) ? view.columns().last(i) : first;
        }
    }

    /// Returns the lowest it comes to at the chart's own prices; infinite where it does not count.
    double lowest() {
        double low = Double.POSITIVE_INFINITY;
        for (int i = 0; i < view.count(); i++) {
            low = view.columns().isPresent(i) ? Math.min(low, view.columns().low(i)) : low;
        }
        return low;
    }

    double highest() {
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < view.count(); i++) {
            high = view.columns().isPresent(i) ? Math.max(high, view.columns().high(i)) : high;
        }
        return high;
    }

    boolean hasOwnScale() {
        return ownScale;
    }

    /// Returns what the chart's own price would be, had it moved by as many percent.
    double asOwn(double price) {
        return base * (price / first);
    }

    void paint(GraphicsContext g, ChartGeometry geometry) {
        ChartLayout layout = geometry.layout();
        if (ownScale) {
            scale.set(lowest(), highest(), layout.priceTop(), layout.priceFloor());
        }
        g.setFill(colour());
        PriceColumns columns = view.columns();
        PixelGrid grid = geometry.grid();
        double line = 2 * grid.line();
        double beforeX = Double.NaN;
        double beforeY = Double.NaN;
        for (int i = 0; i < view.count(); i++) {
            if (columns.isPresent(i)) {
                double x = grid.snap(geometry.viewport().x((view.position(i) + view.position(i + 1)) / 2));
                double y = y(columns.last(i), geometry);
                if (!view.isBars()) {
                    double top = y(columns.high(i), geometry);
                    g.fillRect(x, top, line, Math.max(line, y(columns.low(i), geometry) - top));
                }
                if (!Double.isNaN(beforeX)) {
                    g.fillRect(beforeX, beforeY, x - beforeX + line, line);
                    g.fillRect(x, Math.min(beforeY, y), line, Math.abs(y - beforeY) + line);
                }
                beforeX = x;
                beforeY = y;
            }
        }
    }

    private double y(double price, ChartGeometry geometry) {
        double y = ownScale ? scale.y(price) : geometry.priceScale().y(asOwn(price));
        return geometry.grid().snap(Math.clamp(y, -10, geometry.layout().priceBottom() + 10));
    }

    String name() {
        return name;
    }

    int number() {
        return number;
    }

    String title() {
        return ownScale ? name + ", own scale" : name;
    }

    /// Writes the price at a position, and the change since the left edge; nothing where there is none.
    void write(double position, TextParts line) {
        int column = view.presentAtOrBefore(view.columnAt(position));
        if (column >= 0) {
            double price = view.columns().last(column);
            prices.write(price, line);
            PercentChange.write((price / first - 1) * 100, line.add("  "));
        }
    }

    Color colour() {
        return COLOURS.get(number % MOST);
    }

    boolean isComplete() {
        return view.isComplete();
    }

    void awaitLoaded() {
        view.awaitLoaded();
    }

    @Override
    public void close() {
        view.close();
    }
}
