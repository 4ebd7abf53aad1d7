package ai.backtestr.render.chart;

import ai.backtestr.render.series.BarSource;
import ai.backtestr.render.series.EquitySource;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Candles with volume, trades and an equity curve over one time axis, which is even in bars and labelled in UTC.
///
/// The mouse wheel zooms at the cursor, dragging and the arrow keys pan, plus and minus zoom, Home and End go to
/// the oldest and the newest bar, a double click shows the newest bars at the default width. Prices are scaled to
/// what is visible.
///
/// A change marks the layers it concerns; they are repainted together at the next pulse, and nothing is painted
/// while nothing changes. A frame takes a small multiple of the chart's width of drawing commands, whatever the
/// zoom.
///
/// Threads: all methods belong to the FX thread. The sources may be appended to by another one meanwhile; call
/// [#refresh] to have the chart look.
public final class PriceChart extends Region {
    private static final double PREFERRED_WIDTH = 960;
    private static final double PREFERRED_HEIGHT = 540;

    private final ChartContent content;
    private final ChartGeometry geometry = new ChartGeometry();
    private final OverlayPainter overlay = new OverlayPainter();
    private final LayerStack layers =
            new LayerStack(new BackgroundPainter(), new BarPainter(), new TradePainter(), overlay);
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            stop();
            paint();
        }
    };
    private IntConsumer onTradeClicked = index -> {};
    private LongConsumer onFramePainted = nanoseconds -> {};

    /// An empty chart in the dark theme.
    public PriceChart() {
        this(new ChartContent());
    }

    private PriceChart(ChartContent content) {
        this.content = content;
        getChildren().addAll(layers.nodes());
        setPrefSize(PREFERRED_WIDTH, PREFERRED_HEIGHT);
        setMinSize(0, 0);
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription("price chart");
        new ChartInput(this, geometry.viewport());
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::outputScaleXProperty)
                .subscribe(scale -> repaintAll());
    }

    /// Sets what stands at the top left.
    ///
    /// @param symbol the instrument, such as `EURUSD`
    /// @param timeframe the bars' length as it is to be read, such as `1h`
    public void setTitle(String symbol, String timeframe) {
        content.setTitle(symbol, timeframe);
        overlay.reset(content);
        repaint(Layer.OVERLAY);
    }

    /// Sets the decimals of all prices shown, 0 to 12.
    ///
    /// @throws IllegalArgumentException outside these
    public void setPriceDecimals(int decimals) {
        if (decimals < 0 || decimals > 12) {
            throw new IllegalArgumentException("price decimals " + decimals + " are outside 0 to 12");
        }
        content.setPriceDecimals(decimals);
        geometry.setPriceDecimals(decimals);
        overlay.reset(content);
        repaintAll();
    }

    /// Shows other bars, the newest of them at the default width.
    public void setBars(BarSource bars) {
        content.setBars(bars);
        geometry.viewport().restart(content.barCount());
        overlay.reset(content);
        repaintAll();
    }

    /// Shows an equity curve under the prices, or none.
    public void setEquity(@Nullable EquitySource equity) {
        content.setEquity(equity);
        repaintAll();
    }

    /// Shows these trades instead of those before; none of them is selected. The list is copied.
    ///
    /// @param trades in any order
    public void setTrades(List<TradeMarker> trades) {
        content.setTrades(trades);
        repaint(Layer.TRADES);
    }

    /// Highlights a trade and brings it into view, zooming out only if it does not fit.
    ///
    /// @param index its place in the list given to [#setTrades], or -1 to highlight none
    /// @throws IndexOutOfBoundsException if there is no such trade
    public void selectTrade(int index) {
        content.select(index < 0 ? -1 : content.trades().rank(index));
        if (content.selectedRank() >= 0) {
            reveal(
                    content.trades().entryBar(content.selectedRank()),
                    content.trades().exitBar(content.selectedRank()));
        }
        repaint(Layer.TRADES);
    }

    private void reveal(int firstBar, int lastBar) {
        Viewport viewport = geometry.viewport();
        boolean visible = firstBar >= viewport.left() && lastBar + 1 <= viewport.right();
        int length = lastBar + 1 - firstBar;
        if (length > viewport.visibleBars() * 0.8) {
            viewport.showRange(firstBar - length * 0.2, lastBar + 1 + length * 0.2);
        } else if (!visible) {
            viewport.centre((firstBar + lastBar + 1) / 2.0);
        }
        viewportMoved();
    }

    /// Returns the place of the selected trade in the list given to [#setTrades], -1 if none is selected.
    public int selectedTrade() {
        return content.selectedRank() < 0 ? -1 : content.trades().index(content.selectedRank());
    }

    /// Sets who is told when the user clicks a trade: its place in the list given to [#setTrades]. The chart does
    /// not select it by itself.
    public void setOnTradeClicked(IntConsumer listener) {
        onTradeClicked = listener;
    }

    /// Sets who is told after each painted frame how many nanoseconds the FX thread took to lay it out and to issue
    /// its drawing commands. Rasterising them, which another thread does, is not included.
    public void setOnFramePainted(LongConsumer listener) {
        onFramePainted = listener;
    }

    /// Sets the colours.
    public void setTheme(ChartTheme theme) {
        content.setTheme(theme);
        repaintAll();
    }

    /// Takes in what the sources have appended since the last call, and the forming bar as it is now. If the newest
    /// bar was on screen, the chart moves along with it. Costs time for the new bars only.
    public void refresh() {
        content.refresh();
        geometry.viewport().grow(content.barCount());
        layers.mark(Layer.BARS);
        repaint(Layer.OVERLAY);
    }

    /// Returns the bars on screen.
    public VisibleRange visibleRange() {
        Viewport viewport = geometry.viewport();
        return new VisibleRange(viewport.firstVisible(), viewport.endVisible());
    }

    /// Shows the bars `from` (inclusive) to `to` (exclusive) across the whole width. Either may lie outside of what
    /// there is; the chart goes as near as its limits allow.
    public void showRange(int from, int to) {
        geometry.viewport().showRange(from, to);
        viewportMoved();
    }

    /// Shows all bars.
    public void fitAll() {
        showRange(0, Math.max(1, content.barCount()));
    }

    /// Shows the newest bars at the default width.
    public void showNewest() {
        geometry.viewport().restart(content.barCount());
        viewportMoved();
    }

    void viewportMoved() {
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        repaintAll();
    }

    void moveCrosshair(double x, double y) {
        overlay.moveCrosshair(x, y);
        repaint(Layer.OVERLAY);
    }

    void hideCrosshair() {
        if (overlay.isCrosshairShown()) {
            overlay.hideCrosshair();
            repaint(Layer.OVERLAY);
        }
    }

    void clickTradeAt(double x, double y) {
        int rank = TradePainter.rankNear(x, y, content, geometry);
        if (rank >= 0) {
            onTradeClicked.accept(content.trades().index(rank));
        }
    }

    private void repaintAll() {
        layers.markAll();
        pulse.start();
    }

    private void repaint(Layer layer) {
        layers.mark(layer);
        pulse.start();
    }

    @Override
    protected void layoutChildren() {
        // Painted in the same pulse, or the chart would be blank for a frame after each change of size.
        layers.markAll();
        paint();
    }

    /// Paints the dirty layers now.
    void paint() {
        if (!layers.isDirty() || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        long start = System.nanoTime();
        geometry.setSize(getWidth(), getHeight(), outputScale());
        if (layers.isContentDirty() && geometry.prepare(content)) {
            layers.markAll();
        }
        layers.fit(geometry.layout());
        layers.paint(content, geometry);
        onFramePainted.accept(System.nanoTime() - start);
    }

    /// Returns a chart of that size over the same content and range, painted and not part of any scene.
    PriceChart copy(double width, double height) {
        PriceChart copy = new PriceChart(content);
        copy.geometry.setPriceDecimals(content.priceDecimals());
        copy.geometry.viewport().restart(content.barCount());
        copy.overlay.reset(content);
        copy.resize(width, height);
        copy.layout();
        Viewport viewport = geometry.viewport();
        copy.geometry.viewport().showRange(viewport.left(), viewport.right());
        copy.layers.markAll();
        copy.paint();
        return copy;
    }

    private double outputScale() {
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }

    long repaints(Layer layer) {
        return layers.repaints(layer);
    }

    ChartContent content() {
        return content;
    }

    ChartGeometry geometry() {
        return geometry;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? ChartDescription.of(content, visibleRange(), geometry.priceTicks())
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
