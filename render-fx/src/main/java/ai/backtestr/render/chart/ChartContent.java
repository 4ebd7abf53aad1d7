package ai.backtestr.render.chart;

import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.history.FigureView;
import ai.backtestr.render.history.HistoryView;
import ai.backtestr.render.lod.MinMaxPyramid;
import ai.backtestr.render.series.BarSource;
import ai.backtestr.render.series.EquitySource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a chart shows, whichever part of it is on screen.
///
/// Threads: confined to the FX thread.
final class ChartContent {
    private String symbol = "";
    private String timeframe = "";
    private int priceDecimals = 2;
    private ChartTheme theme = ChartTheme.DARK;
    private WallClock clock = WallClock.UTC;
    private ChartFonts fonts = ChartFonts.USUAL;
    private BarSource bars = new NoBars();
    private MinMaxPyramid prices = new MinMaxPyramid(bars::low, bars::high);
    private MinMaxPyramid volumes = new MinMaxPyramid(bars::volume, bars::volume);
    private int barCount;
    private @Nullable HistoryView history;
    private ChartKind kind = ChartKind.CANDLES;
    private boolean logarithmic;
    private boolean percent;
    private final PaneStack panes = new PaneStack();
    private final List<ChartIndicator> overlays = new ArrayList<>();
    private final List<ComparedInstrument> compared = new ArrayList<>();
    private @Nullable FigureView figures;
    private boolean ofTrades;
    private long arrangementChanges;
    private @Nullable EquityCurve equity;
    private @Nullable EquityCurve pinnedEquity;
    private TradeSet trades = new TradeSet(TradeMarks.NONE);
    private int selectedRank = -1;
    private final List<PlotLayer> layers = new ArrayList<>();

    ChartContent() {
        panes.add(new EquityPane());
    }

    void setTitle(String newSymbol, String newTimeframe) {
        symbol = newSymbol;
        timeframe = newTimeframe;
    }

    void setPriceDecimals(int decimals) {
        priceDecimals = decimals;
    }

    void setTheme(ChartTheme newTheme) {
        theme = newTheme;
    }

    void setClock(WallClock newClock) {
        clock = newClock;
    }

    void setFonts(ChartFonts newFonts) {
        fonts = newFonts;
    }

    void setKind(ChartKind newKind) {
        kind = newKind;
    }

    void setLogarithmic(boolean isLogarithmic) {
        logarithmic = isLogarithmic;
        percent = percent && !isLogarithmic;
    }

    void setPercent(boolean isPercent) {
        percent = isPercent;
        logarithmic = logarithmic && !isPercent;
    }

    boolean isPercent() {
        return percent;
    }

    /// Returns the indicators over the prices.
    List<ChartIndicator> overlays() {
        return overlays;
    }

    void forEachIndicator(Consumer<ChartIndicator> action) {
        overlays.forEach(action);
        for (int i = 0; i < panes.count(); i++) {
            if (panes.get(i) instanceof IndicatorPane of) {
                action.accept(of.indicator());
            }
        }
    }

    boolean hasIndicators() {
        for (int i = 0; i < panes.count(); i++) {
            if (panes.get(i) instanceof IndicatorPane) {
                return true;
            }
        }
        return !overlays.isEmpty();
    }

    /// Returns the other instruments that lie over the prices, the first at the bottom.
    List<ComparedInstrument> compared() {
        return compared;
    }

    /// Returns the number that one of that name has, or may have.
    int numberToCompare(String name) {
        return compared.stream()
                .filter(other -> other.name().equals(name))
                .mapToInt(ComparedInstrument::number)
                .findFirst()
                .orElseGet(() -> IntStream.range(0, compared.size() + 1)
                        .filter(number -> compared.stream().noneMatch(other -> other.number() == number))
                        .findFirst()
                        .orElseThrow());
    }

    /// Lays another instrument over the prices, instead of that of its name if there is one.
    void compare(ComparedInstrument other) {
        endComparison(other.name());
        compared.add(other);
        arrangementChanged();
    }

    void endComparison(String name) {
        List<ComparedInstrument> ended =
                compared.stream().filter(other -> other.name().equals(name)).toList();
        if (!ended.isEmpty()) {
            ended.forEach(ComparedInstrument::close);
            compared.removeAll(ended);
            arrangementChanged();
        }
    }

    void endComparisons() {
        compared.forEach(ComparedInstrument::close);
        compared.clear();
        arrangementChanged();
    }

    /// Returns what else ticks come to than prices, if that can be read.
    @Nullable
    FigureView figures() {
        return figures;
    }

    void setFigures(@Nullable FigureView view, boolean areTrades) {
        FigureView before = figures;
        if (before != null) {
            before.close();
        }
        figures = view;
        ofTrades = areTrades;
    }

    /// Tells whether the ticks of a history are trades.
    boolean isOfTrades() {
        return ofTrades;
    }

    /// Returns a number that is another one after every change of indicators and panes.
    long arrangementChanges() {
        return arrangementChanges;
    }

    void arrangementChanged() {
        arrangementChanges++;
    }

    /// Shows a history, in whose columns prices are found; there is no series of bars beside it.
    void setHistory(HistoryView newHistory) {
        setBars(new NoBars());
        history = newHistory;
        bars = new HistoryBars(newHistory);
        refresh();
        trades.locate(bars::indexAtOrBefore, 0);
    }

    void setBars(BarSource newBars) {
        history = null;
        bars = newBars;
        prices = new MinMaxPyramid(newBars::low, newBars::high);
        volumes = new MinMaxPyramid(newBars::volume, newBars::volume);
        barCount = 0;
        refresh();
        trades.locate(bars::indexAtOrBefore, 0);
    }

    void setEquity(@Nullable EquitySource source) {
        equity = source == null ? null : new EquityCurve(source);
    }

    void setPinnedEquity(@Nullable EquitySource source) {
        pinnedEquity = source == null ? null : new EquityCurve(source);
    }

    void setTrades(TradeMarks marks) {
        trades = new TradeSet(marks);
        selectedRank = -1;
        trades.locate(bars::indexAtOrBefore, 0);
    }

    /// Takes in what the sources have appended. Until the next call the chart keeps to the count it saw here,
    /// so that all layers of a frame agree.
    void refresh() {
        int before = barCount;
        barCount = bars.count();
        if (history == null) {
            int closed = Math.max(0, barCount - 1);
            prices.extendTo(closed);
            volumes.extendTo(closed);
        }
        if (barCount > before) {
            trades.locate(bars::indexAtOrBefore, Math.max(0, before - 1));
        }
        if (equity != null) {
            equity.refresh();
        }
    }

    void select(int rank) {
        selectedRank = rank;
    }

    /// What is painted with the trades, from back to front; of a chart and the pictures of it.
    List<PlotLayer> layers() {
        return layers;
    }

    boolean hasShownLayer() {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).isShown()) {
                return true;
            }
        }
        return false;
    }

    String symbol() {
        return symbol;
    }

    String timeframe() {
        return timeframe;
    }

    int priceDecimals() {
        return priceDecimals;
    }

    ChartTheme theme() {
        return theme;
    }

    WallClock clock() {
        return clock;
    }

    ChartFonts fonts() {
        return fonts;
    }

    BarSource bars() {
        return bars;
    }

    MinMaxPyramid prices() {
        return prices;
    }

    MinMaxPyramid volumes() {
        return volumes;
    }

    int barCount() {
        return barCount;
    }

    /// Returns the history that is shown instead of a series of bars, if one is.
    @Nullable
    HistoryView history() {
        return history;
    }

    ChartKind kind() {
        return kind;
    }

    boolean isLogarithmic() {
        return logarithmic;
    }

    /// Returns the newest price, NaN if it is not known yet; there must be bars.
    double lastPrice() {
        return history == null ? bars.close(barCount - 1) : history.lastPrice();
    }

    /// Tells whether the newest bar has risen, as far as it is known.
    boolean isLastUp() {
        int last = barCount - 1;
        return !(bars.close(last) < bars.open(last));
    }

    /// Returns the panes below the prices.
    PaneStack panes() {
        return panes;
    }

    @Nullable
    EquityCurve equity() {
        return equity;
    }

    /// Returns the equity of the run to compare with, if there is one.
    @Nullable
    EquityCurve pinnedEquity() {
        return pinnedEquity;
    }

    TradeSet trades() {
        return trades;
    }

    /// Returns the rank of the selected trade, -1 if none is.
    int selectedRank() {
        return selectedRank;
    }
}
