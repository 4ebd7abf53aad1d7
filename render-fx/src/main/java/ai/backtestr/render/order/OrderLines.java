package ai.backtestr.render.order;

import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.PlotLayer;
import ai.backtestr.render.chart.PlotView;
import ai.backtestr.render.chart.PriceChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// The lines of what is held and of the orders that wait: each with a handle at the right, which is dragged by the
/// mouse (see [OrderMouse]) or moved by keys (see [OrderKeys]). While one is under way the others stay as they are,
/// and its order does too until it is dropped.
///
/// Threads: belongs to the FX thread.
public final class OrderLines implements PlotLayer {
    static final double HANDLE_WIDTH = 14;
    private static final double HANDLE_HEIGHT = 16;
    private static final double RIGHT = 8;
    private static final double LABEL_RIM = 3;
    private static final double ARROW = 3.5;
    private static final double REACH = 6;
    private static final double[] DASHES = {6, 4};
    private static final double[] NO_DASHES = {};

    private final PriceChart chart;
    private final OrderKeys keys;
    private List<OrderLine> lines = List.of();
    private @Nullable OrderDesk desk;
    private @Nullable OrderLine moved; // as it is dragged
    private @Nullable OrderLine selected;

    /// Lays them over the trades of a chart, which has none at first.
    public OrderLines(PriceChart chart) {
        this.chart = chart;
        keys = new OrderKeys(this);
        chart.addLayer(this);
        new OrderMouse(chart, this);
    }

    /// Shows these lines instead of those before. One that is being dragged goes on, unless its order is gone.
    ///
    /// @param newDesk what knows their orders
    @SuppressWarnings("ReferenceEquality") // the same desk, not one that looks the same
    public void show(List<OrderLine> others, @Nullable OrderDesk newDesk) {
        if (lines.equals(others) && newDesk == desk) {
            return;
        }
        lines = List.copyOf(others);
        desk = newDesk;
        OrderLine under = moved;
        boolean isGone = under != null && under.id() != 0 && lines.stream().noneMatch(under::isSame);
        if (isGone || (under != null && position().isEmpty() && under.id() == 0)) {
            moved = null;
        }
        OrderLine chosen = selected;
        selected = chosen == null
                ? null
                : lines.stream().filter(chosen::isSame).findFirst().orElse(null);
        chart.repaintLayers();
    }

    /// Returns what is shown, the line under way as it lies now.
    public List<OrderLine> lines() {
        OrderLine under = moved;
        if (under == null) {
            return lines;
        }
        List<OrderLine> all = new ArrayList<>(lines);
        all.removeIf(under::isSame);
        all.add(under);
        return all;
    }

    /// Returns the line that is being dragged.
    public Optional<OrderLine> moved() {
        return Optional.ofNullable(moved);
    }

    /// Returns the line that keys move.
    public Optional<OrderLine> selected() {
        return Optional.ofNullable(selected);
    }

    /// Returns what takes the keys; whoever has the chart in it passes them on before others see them.
    public OrderKeys keys() {
        return keys;
    }

    private Optional<OrderLine> position() {
        return lines.stream()
                .filter(line -> line.role() == OrderLine.Role.POSITION)
                .findFirst();
    }

    void select(@Nullable OrderLine line) {
        selected = line;
        chart.repaintLayers();
    }

    /// Begins to move a line; of a position a new stop or target.
    void begin(OrderLine line) {
        moved = line;
        moveTo(line.price());
    }

    /// Moves the line under way to the nearest price at which an order may stand.
    void moveTo(double price) {
        OrderLine under = moved;
        OrderDesk known = desk;
        if (under != null && known != null) {
            double snapped = known.snap(price);
            moved = under.at(snapped, known.words(under, snapped));
            chart.repaintLayers();
        }
    }

    /// Moves the line under way by so many steps.
    void moveBy(int steps) {
        OrderLine under = moved;
        OrderDesk known = desk;
        if (under != null && known != null) {
            moveTo(under.price() + steps * known.step());
        }
    }

    /// Leaves the order as it was.
    void giveUp() {
        moved = null;
        chart.repaintLayers();
    }

    /// Has the order stand where its line lies now.
    void drop() {
        OrderLine under = moved;
        OrderDesk known = desk;
        moved = null;
        if (under != null && known != null) {
            known.dropped(under, under.price());
        }
        chart.repaintLayers();
    }

    void cancel(OrderLine line) {
        OrderDesk known = desk;
        moved = null;
        if (known != null && line.id() != 0) {
            known.cancelled(line);
        }
        chart.repaintLayers();
    }

    /// Returns the line near a place of the pane that can be dragged or cancelled: of several the nearest.
    Optional<OrderLine> near(double x, double y) {
        PlotView view = chart.plotView();
        OrderLine nearest = null;
        double distance = REACH;
        if (!view.isEmpty() && x < view.width() && y < view.height()) {
            for (OrderLine line : lines) {
                double away = Math.abs(view.y(line.price()) - y);
                if (away < distance && line.role() != OrderLine.Role.POSITION) {
                    distance = away;
                    nearest = line;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /// Returns the stop or target that would be dragged from the handles of a position at that place.
    Optional<OrderLine> handleAt(double x, double y) {
        PlotView view = chart.plotView();
        return position()
                .filter(line -> !view.isEmpty() && Math.abs(view.y(line.price()) - y) <= HANDLE_HEIGHT / 2)
                .flatMap(line -> {
                    double right = view.width() - RIGHT;
                    if (x < right - 2 * HANDLE_WIDTH || x > right) {
                        return Optional.empty();
                    }
                    return Optional.of(given(
                            x < right - HANDLE_WIDTH ? OrderLine.Role.STOP : OrderLine.Role.TARGET, line.price()));
                });
    }

    static OrderLine given(OrderLine.Role role, double price) {
        return new OrderLine(0, role, price, "", true);
    }

    /// Returns where the handle of a stop, or a target, lies that is to be dragged from what is held: the middle of
    /// it in logical pixels; null if nothing is held.
    public @Nullable Point2D handle(OrderLine.Role role) {
        PlotView view = chart.plotView();
        double x = view.width() - RIGHT - (role == OrderLine.Role.STOP ? 1.5 : 0.5) * HANDLE_WIDTH;
        return position().map(line -> new Point2D(x, view.y(line.price()))).orElse(null);
    }

    @Override
    public boolean isShown() {
        return !lines.isEmpty() || moved != null;
    }

    @Override
    public boolean isBehindTrades() {
        return false;
    }

    @Override
    public void paint(GraphicsContext g, PlotView view) {
        if (!view.isEmpty()) {
            for (OrderLine line : lines()) {
                paint(g, view, line);
            }
        }
    }

    private void paint(GraphicsContext g, PlotView view, OrderLine line) {
        double y = view.snap(view.y(line.price())) + view.line() / 2;
        if (!(y >= 0 && y < view.height())) {
            return;
        }
        OrderLine under = moved;
        OrderLine chosen = selected;
        boolean stands = (under != null && under.isSame(line)) || (chosen != null && chosen.isSame(line));
        Color colour = colour(view.theme(), line.role());
        double right = view.width() - RIGHT;
        g.setStroke(colour);
        g.setLineWidth(stands ? 2 : 1.25);
        g.setLineDashes(line.role() == OrderLine.Role.POSITION ? NO_DASHES : DASHES);
        g.strokeLine(0, y, view.width(), y);
        g.setLineDashes(NO_DASHES);
        g.setFont(view.strongFont());
        g.setTextBaseline(VPos.CENTER);
        double handles = line.role() == OrderLine.Role.POSITION ? 2 * HANDLE_WIDTH : line.movable() ? HANDLE_WIDTH : 0;
        g.setTextAlign(TextAlignment.RIGHT);
        paintLabel(g, view, colour, line.label(), right - handles - 6, y - view.textLength(10));
        if (line.role() == OrderLine.Role.POSITION) {
            paintHandle(g, view.theme(), colour(view.theme(), OrderLine.Role.STOP), right - 2 * HANDLE_WIDTH, y, "S");
            paintHandle(g, view.theme(), colour(view.theme(), OrderLine.Role.TARGET), right - HANDLE_WIDTH, y, "T");
        } else if (line.movable()) {
            paintHandle(g, view.theme(), colour, right - HANDLE_WIDTH, y, "");
            paintArrows(g, right - HANDLE_WIDTH / 2, y);
        }
    }

    /// Over whatever lies there, from which a rim in the colour of the background parts it.
    private static void paintLabel(
            GraphicsContext g, PlotView view, Color colour, String label, double right, double y) {
        g.setStroke(view.theme().background());
        g.setLineWidth(LABEL_RIM);
        g.strokeText(label, right, y);
        g.setFill(colour);
        g.fillText(label, right, y);
    }

    private static void paintHandle(
            GraphicsContext g, ChartTheme theme, Color colour, double x, double y, String letter) {
        g.setFill(colour);
        g.fillRoundRect(x + 1, y - HANDLE_HEIGHT / 2, HANDLE_WIDTH - 2, HANDLE_HEIGHT, 4, 4);
        g.setFill(theme.background());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(letter, x + HANDLE_WIDTH / 2, y);
    }

    /// Up and down, for which the letters of charts have no sign.
    private static void paintArrows(GraphicsContext g, double x, double y) {
        for (int side = -1; side <= 1; side += 2) {
            g.beginPath();
            g.moveTo(x - ARROW, y + side * ARROW / 3);
            g.lineTo(x + ARROW, y + side * ARROW / 3);
            g.lineTo(x, y + side * 1.5 * ARROW);
            g.closePath();
            g.fill();
        }
    }

    private static Color colour(ChartTheme theme, OrderLine.Role role) {
        return switch (role) {
            case POSITION -> theme.equity();
            case STOP -> theme.loss();
            case TARGET -> theme.profit();
            case ENTRY -> theme.strongText();
        };
    }
}
