package ai.backtestr.render.chart;

import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.history.HistoryView;
import ai.backtestr.render.series.BarSource;
import ai.backtestr.render.series.EquitySource;
import ai.backtestr.render.series.SlotAxis;
import ai.backtestr.render.series.TickHistory;
import java.util.List;
import java.util.function.Consumer;
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

/// Candles with volume, trades and an equity curve over one time axis, which is even in bars and labelled by
/// the clock of [#setClock], that of UTC at first.
///
/// The mouse wheel zooms at the cursor, dragging and the arrow keys pan, plus and minus zoom, Home and End go
/// to the oldest and the newest bar, a double click shows the newest bars at the default width. Prices are
/// scaled to what is visible, and to another height where their axis is dragged.
///
/// What is shown is a series of bars in memory, or a history of ticks of any length, of which what is on screen
/// is loaded in the background: as bars where they have room, as columns of pixels where they have none, tick
/// by tick where these are far apart.
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

    /// No pixel is a shorter time than this.
    private static final double NARROWEST_PIXEL_NS = 1_000;

    private final ChartContent content;
    private final ChartGeometry geometry = new ChartGeometry();
    private final PlotView plotView;
    private final OverlayPainter overlay = new OverlayPainter();
    private final LayerStack layers = new LayerStack(new PlotPainter(), new FrontPainter(), overlay);
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            stop();
            if (!hidden) {
                paint();
            }
        }
    };
    private final Runnable paintBeforeLayout = this::paint;
    private IntConsumer onTradeClicked = index -> {};
    private final ChartLoading loading;
    private final ChartNavigation navigation;
    private final ChartCrosshair crosshair;
    private final ChartPanes panes;
    private LongConsumer onFramePainted = nanoseconds -> {};
    private boolean hidden; // taken out of its window: nothing is painted, and so nothing loaded, until it is back

    /// An empty chart in the dark theme.
    public PriceChart() {
        this(new ChartContent());
    }

    private PriceChart(ChartContent content) {
        this.content = content;
        plotView = new PlotView(content, geometry);
        loading = new ChartLoading(content, this::repaintLoaded);
        navigation = new ChartNavigation(content, geometry, this::repaintMoved);
        crosshair = new ChartCrosshair(content, geometry, overlay, () -> repaint(Layer.OVERLAY), this::tellOtherText);
        getChildren().addAll(layers.nodes());
        setPrefSize(PREFERRED_WIDTH, PREFERRED_HEIGHT);
        setMinSize(0, 0);
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription("price chart");
        panes = new ChartPanes(content, geometry, loading.supply(), this::repaintAll);
        new PaneInput(this, panes, overlay.panes());
        new ChartInput(this, geometry.viewport());
        sceneProperty().subscribe(this::paintInPulsesOf);
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::outputScaleXProperty)
                .subscribe(scale -> repaintAll());
    }

    /// What an animation changes is painted in the same pulse: the chart's own timer would see it in the next one.
    private void paintInPulsesOf(@Nullable Scene before, @Nullable Scene now) {
        hidden = now == null;
        if (before != null) {
            before.removePreLayoutPulseListener(paintBeforeLayout);
        }
        if (now != null) {
            now.addPreLayoutPulseListener(paintBeforeLayout);
        }
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
        loading.close();
        content.setBars(bars);
        geometry.viewport().setWidestBar(0);
        geometry.viewport().restart(content.barCount());
        overlay.reset(content);
        repaintAll();
    }

    /// Shows a history, the newest of it at the default width. The chart reads it until it shows something
    /// else; it is not the chart's to close.
    public void setHistory(TickHistory history, SlotAxis axis) {
        loading.open(history, axis);
        geometry.viewport().setWidestBar(axis.slotNs() / NARROWEST_PIXEL_NS);
        geometry.viewport().restart(content.barCount());
        overlay.reset(content);
        repaintAll();
    }

    /// Divides the history into slots of another length; the stretch of time on screen stays.
    ///
    /// @throws IllegalStateException if no history is shown
    public void setAxis(SlotAxis axis) {
        HistoryView view = content.history();
        if (view == null) {
            throw new IllegalStateException("bars in memory have one length");
        }
        TimeSpan span = navigation.timesOnScreen();
        view.setAxis(axis);
        loading.supply().forget(content);
        content.compared().forEach(compared -> compared.setAxis(axis.traded()));
        content.setHistory(view);
        geometry.viewport().setWidestBar(axis.slotNs() / NARROWEST_PIXEL_NS);
        geometry.viewport().restart(content.barCount());
        overlay.reset(content);
        if (span != null) {
            navigation.holdTimes(span.fromNs(), span.toNs());
        }
        repaintAll();
    }

    /// Returns the indicators, and the panes below the prices.
    public ChartPanes panes() {
        return panes;
    }

    /// Draws another instrument over the prices, as a line, beside those that lie there already; only where the chart
    /// shows a history. It is drawn until another history or bars are shown.
    ///
    /// @param name what it is called; one of the same name gives way
    /// @param history its ticks, which are not the chart's to close
    /// @param decimals those of its prices
    /// @param ownScale whether it has a scale of its own, rather than that of the prices by percents
    /// @throws IllegalStateException if the chart shows bars in memory
    public void compare(String name, TickHistory history, int decimals, boolean ownScale) {
        HistoryView view = content.history();
        if (view == null) {
            throw new IllegalStateException("bars in memory have no axis of time to lay another instrument on");
        }
        loading.compare(name, history, decimals, ownScale, view.axis().traded());
        repaintAll();
    }

    /// Returns the names of the other instruments over the prices, the first at the bottom.
    public List<String> comparedNames() {
        return content.compared().stream().map(ComparedInstrument::name).toList();
    }

    /// Takes the other instrument of that name away.
    public void endComparison(String name) {
        content.endComparison(name);
        repaintAll();
    }

    /// Takes all other instruments away.
    public void endComparisons() {
        content.endComparisons();
        repaintAll();
    }

    /// Labels prices by their percents of the one at the left edge, or by themselves.
    public void setPercent(boolean percent) {
        content.setPercent(percent);
        repaintAll();
    }

    /// Tells whether prices are labelled by percents.
    public boolean isPercent() {
        return content.isPercent();
    }

    /// Sets who is told, on the FX thread, when a part of the history cannot be read.
    public void setOnProblem(Consumer<RuntimeException> listener) {
        loading.setOnProblem(listener);
    }

    /// Loads nothing more; what is shown stays.
    public void closeHistory() {
        loading.close();
    }

    private void repaintLoaded() {
        layers.mark(Layer.BARS);
        repaint(Layer.OVERLAY);
    }

    /// Tells whether what is to be on screen is there, and exact, rather than as well as it is known so far.
    public boolean isComplete() {
        return !layers.isContentDirty() && loading.isComplete();
    }

    /// Waits until all that is to be loaded for what was painted last is loaded. Any thread but that of the
    /// toolkit.
    public void awaitLoaded() {
        loading.await();
    }

    /// Returns what moves the chart over time and prices.
    public ChartNavigation navigation() {
        return navigation;
    }

    private void repaintMoved() {
        tellOtherText();
        repaintAll();
    }

    /// Returns the crosshair.
    public ChartCrosshair crosshair() {
        return crosshair;
    }

    private void tellOtherText() {
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /// Draws prices in another way.
    public void setKind(ChartKind kind) {
        content.setKind(kind);
        repaint(Layer.BARS);
    }

    /// Returns how prices are drawn.
    public ChartKind kind() {
        return content.kind();
    }

    /// Scales prices by their logarithm, where all on screen are above 0, or evenly.
    public void setLogarithmic(boolean logarithmic) {
        content.setLogarithmic(logarithmic);
        repaintAll();
    }

    /// Tells whether prices are scaled by their logarithm.
    public boolean isLogarithmic() {
        return content.isLogarithmic();
    }

    /// Shows an equity curve under the prices, or none.
    public void setEquity(@Nullable EquitySource equity) {
        content.setEquity(equity);
        repaintAll();
    }

    /// Draws the equity of another run behind that of this one, to compare with, or none. It is there while there
    /// is an equity curve.
    public void setPinnedEquity(@Nullable EquitySource equity) {
        content.setPinnedEquity(equity);
        repaintAll();
    }

    /// Shows these trades instead of those before; none of them is selected. The list is copied.
    ///
    /// @param trades in any order
    public void setTrades(List<TradeMarker> trades) {
        setTrades(TradeMarks.of(trades));
    }

    /// Shows these trades instead of those before; none of them is selected.
    public void setTrades(TradeMarks trades) {
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
            navigation.reveal(
                    content.trades().entryBar(content.selectedRank()),
                    content.trades().exitBar(content.selectedRank()));
        }
        tellOtherText();
        repaint(Layer.TRADES);
    }

    /// Returns the place of the selected trade in the list given to [#setTrades], -1 if none is selected.
    public int selectedTrade() {
        return content.selectedRank() < 0 ? -1 : content.trades().index(content.selectedRank());
    }

    /// Sets who is told when the user clicks a trade: its place in the list given to [#setTrades]. The chart
    /// does not select it by itself.
    public void setOnTradeClicked(IntConsumer listener) {
        onTradeClicked = listener;
    }

    /// Sets who is told after each painted frame how many nanoseconds the FX thread took to lay it out and to
    /// issue its drawing commands. Rasterising them, which another thread does, is not included.
    public void setOnFramePainted(LongConsumer listener) {
        onFramePainted = listener;
    }

    /// Has a layer painted in the pane of prices from now on, over those added before.
    public void addLayer(PlotLayer layer) {
        content.layers().add(layer);
        repaintLayers();
    }

    /// Has the layers painted again, because what one of them shows has changed.
    public void repaintLayers() {
        repaint(Layer.TRADES);
    }

    /// Returns where times and prices lie in the pane of prices. The same object always; what it tells is as of
    /// the frame painted last.
    public PlotView plotView() {
        return plotView;
    }

    /// Sets the colours.
    public void setTheme(ChartTheme theme) {
        content.setTheme(theme);
        repaintAll();
    }

    /// Sets the clock whose times are shown; bars stay as they are.
    public void setClock(WallClock clock) {
        content.setClock(clock);
        overlay.reset(content);
        repaintAll();
    }

    /// Sets how large texts are.
    ///
    /// @param scale by how much they are larger than usual, above 0
    public void setTextScale(double scale) {
        content.setFonts(ChartFonts.of(scale));
        overlay.reset(content);
        repaintAll();
    }

    /// Takes in what the sources have appended since the last call, and the forming bar as it is now. If the
    /// newest bar was on screen, the chart moves along with it. Costs time for the new bars only.
    public void refresh() {
        content.refresh();
        geometry.viewport().grow(content.barCount());
        layers.mark(Layer.BARS);
        repaint(Layer.OVERLAY);
    }

    ChartInput.Place placeOf(double x, double y) {
        ChartLayout layout = geometry.layout();
        if (y >= layout.plotBottom()) {
            return ChartInput.Place.TIME_AXIS;
        }
        if (x < layout.plotRight()) {
            return ChartInput.Place.PLOT;
        }
        return y < layout.priceBottom() ? ChartInput.Place.PRICE_AXIS : ChartInput.Place.PANE_AXIS;
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
        if (layers.isContentDirty() && prepare()) {
            layers.markAll();
        }
        layers.fit(geometry.layout());
        layers.paint(content, geometry);
        onFramePainted.accept(System.nanoTime() - start);
    }

    /// Lays the next frame out, and asks for what it lacks.
    ///
    /// @return whether anything has moved since the last one
    boolean prepare() {
        boolean moved = geometry.prepare(content);
        loading.supply().look(content, geometry.viewport());
        return moved;
    }

    /// Returns a chart of that size over the same content and range, painted and not part of any scene.
    PriceChart copy(double width, double height) {
        PriceChart copy = new PriceChart(content);
        copy.geometry.setPriceDecimals(content.priceDecimals());
        copy.geometry.take(geometry);
        copy.overlay.reset(content);
        copy.resize(width, height);
        copy.layout();
        if (copy.geometry.viewport().width() != geometry.viewport().width()) {
            copy.geometry
                    .viewport()
                    .showRange(geometry.viewport().left(), geometry.viewport().right());
        }
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

    PaneLegends legends() {
        return overlay.panes();
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
                ? ChartDescription.of(content, geometry, navigation.visibleBars(), overlay.crosshairPosition(geometry))
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
