package ai.backtestr.benchmarks.chart;

import ai.backtestr.benchmarks.RandomWalkBars;
import ai.backtestr.desktop.chart.SeriesBars;
import ai.backtestr.desktop.chart.StoredFlow;
import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.engine.bar.BarPlan;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.MultiTimeframeBars;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.IndicatorSpec;
import ai.backtestr.render.chart.ChartKind;
import ai.backtestr.render.chart.LevelLayer;
import ai.backtestr.render.chart.PaneKind;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.chart.PriceLevel;
import ai.backtestr.render.chart.TradeMarker;
import ai.backtestr.render.drawing.Anchor;
import ai.backtestr.render.drawing.Drawing;
import ai.backtestr.render.drawing.DrawingKind;
import ai.backtestr.render.drawing.DrawingPane;
import ai.backtestr.render.drawing.DrawingSet;
import ai.backtestr.render.drawing.DrawingStyle;
import ai.backtestr.render.indicator.IndicatorSetting;
import ai.backtestr.render.profile.FlowView;
import ai.backtestr.render.series.BarSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Parent;

/// The charts that [AllocationCheck] pans: each kind of bars and of scale, and what can lie over and under them. FX
/// thread only.
final class PannedCases {
    private static final int BARS = 100_000;
    private static final int NARROW = 1_600;
    private static final int WIDE = 120;
    private static final double SPEED = 2; // pixels a frame

    private PannedCases() {}

    /// Bars in memory, drawn in a way.
    static PannedCase ofKind(ChartKind kind, boolean wide) {
        PriceChart chart = inMemory(new RandomWalkBars(BARS));
        chart.setKind(kind);
        return byBars(kind + (wide ? ", wide" : ", narrow"), chart, chart, wide ? WIDE : NARROW, BARS);
    }

    /// Bars in memory with all that a run leaves.
    static PannedCase withTrades() {
        PriceChart chart = inMemory(new RandomWalkBars(BARS));
        chart.setTrades(trades());
        chart.panes().show(PaneKind.VOLUME, true);
        chart.panes().show(PaneKind.EQUITY, true);
        chart.panes().show(PaneKind.DRAWDOWN, true);
        new LevelLayer(chart)
                .show(List.of(new PriceLevel(PriceLevel.Kind.STOP, 0, Long.MAX_VALUE, 1000, "stop 1000.00")));
        return byBars("candles, trades, levels, account", chart, chart, NARROW, BARS);
    }

    static PannedCase logarithmic() {
        PriceChart chart = inMemory(new RandomWalkBars(BARS));
        chart.setLogarithmic(true);
        return byBars("candles, logarithmic", chart, chart, NARROW, BARS);
    }

    static PannedCase percent() {
        PriceChart chart = inMemory(new RandomWalkBars(BARS));
        chart.setPercent(true);
        return byBars("candles, percent", chart, chart, NARROW, BARS);
    }

    /// Bars that the engine makes of prices: Heikin-Ashi, Renko, range.
    static PannedCase ofTimeframe(String timeframe, StoredHistory like) {
        BarSeries series = series(Timeframe.parse(timeframe), like);
        PriceChart chart = inMemory(new SeriesBars(series));
        return byBars(timeframe + " bars", chart, chart, WIDE, series.count());
    }

    private static BarSeries series(Timeframe timeframe, StoredHistory like) {
        BarPlan plan = new BarPlan(like.instrument(), BarPrice.BID);
        BarSeries series = plan.series(timeframe);
        MultiTimeframeBars bars = plan.build();
        Random random = new Random(1);
        long price = 100_000;
        for (int i = 0; i < BARS; i++) {
            long timeNs = like.firstNs() + i * 10_000_000_000L;
            price += random.nextInt(-9, 10);
            bars.closeEnded(timeNs);
            int closed = bars.add(timeNs, price, 1);
            while (closed > 0) {
                closed = bars.closeNext();
            }
        }
        bars.finish();
        return series;
    }

    /// Drawings of every kind over candles.
    static PannedCase withDrawings() {
        RandomWalkBars bars = new RandomWalkBars(BARS);
        PriceChart chart = inMemory(bars);
        DrawingPane pane = new DrawingPane(chart);
        List<Drawing> drawings = new ArrayList<>();
        for (DrawingKind kind : DrawingKind.values()) {
            List<Anchor> anchors = new ArrayList<>();
            for (int i = 0; i < kind.anchors(); i++) {
                int bar = 200 + 20 * drawings.size() + 30 * i;
                anchors.add(new Anchor(bars.timeNs(bar), bars.close(bar)));
            }
            drawings.add(new Drawing(drawings.size() + 1, kind, anchors, DrawingStyle.DEFAULT, "words"));
        }
        pane.board().show(new DrawingSet(drawings));
        return byBars("candles, every kind of drawing", chart, pane, NARROW, BARS);
    }

    /// Stored ticks as bars, with indicators over and below them, and the panes that read ticks.
    static PannedCase stored(StoredHistory history) {
        PriceChart chart = ofTicks(history);
        chart.panes().setBars(history, Timeframe.ONE_MINUTE);
        chart.panes().add(IndicatorSetting.of(IndicatorSpec.parse("ema")));
        chart.panes().add(IndicatorSetting.of(IndicatorSpec.parse("rsi")));
        chart.panes().show(PaneKind.VOLUME, true);
        chart.panes().show(PaneKind.SPREAD, true);
        return byPixels("stored ticks, indicators and panes", chart);
    }

    /// Stored ticks in columns of pixels.
    static PannedCase columns(StoredHistory history) {
        PriceChart chart = ofTicks(history);
        chart.navigation().fitAll();
        chart.navigation().zoomAt(1_500, 3);
        return byPixels("stored ticks, columns", chart);
    }

    /// Stored ticks one by one.
    static PannedCase ticks(StoredHistory history) {
        PriceChart chart = ofTicks(history);
        show(history, chart, 60);
        return byPixels("stored ticks, dots", chart);
    }

    /// Another instrument over stored ticks; the same one, as there is no other.
    static PannedCase compared(StoredHistory history) {
        PriceChart chart = ofTicks(history);
        chart.compare("OTHER", history, history.instrument().priceScale(), false);
        return byPixels("stored ticks, another over them", chart);
    }

    /// Footprints of bars. A bar that comes on screen is summed up and its numbers are written, once.
    static PannedCase footprint(StoredHistory history, StoredFlow flow) {
        PriceChart chart = ofTicks(history);
        FlowView view = new FlowView(chart);
        view.show(flow);
        view.footprint().set(true);
        show(history, chart, 15 * 60);
        return byPixels("stored ticks, footprint", chart);
    }

    /// The profile of what is on screen, which is another one with every frame.
    static PannedCase profile(StoredHistory history, StoredFlow flow) {
        PriceChart chart = ofTicks(history);
        FlowView view = new FlowView(chart);
        view.show(flow);
        view.profile().set(true);
        view.sessions().set(true);
        return byPixels("stored ticks, volume profile", chart);
    }

    private static void show(StoredHistory history, PriceChart chart, long seconds) {
        long middleNs = history.firstNs() + (history.lastNs() - history.firstNs()) / 2;
        chart.navigation().showTimes(middleNs, middleNs + seconds * 1_000_000_000L);
    }

    private static PriceChart ofTicks(StoredHistory history) {
        PriceChart chart = new PriceChart();
        chart.setTitle(history.instrument().symbol(), Timeframe.ONE_MINUTE.toString());
        chart.setPriceDecimals(history.instrument().priceScale());
        chart.setHistory(history, history.axis(Timeframe.ONE_MINUTE));
        return chart;
    }

    private static PriceChart inMemory(BarSource bars) {
        PriceChart chart = new PriceChart();
        chart.setTitle("TEST", Timeframe.ONE_MINUTE.toString());
        chart.setBars(bars);
        return chart;
    }

    private static List<TradeMarker> trades() {
        List<TradeMarker> trades = new ArrayList<>();
        for (int i = 0; i < BARS / 20; i++) {
            long entryNs = i * 20L * Timeframe.ONE_MINUTE.lengthNs();
            long exitNs = entryNs + 7 * Timeframe.ONE_MINUTE.lengthNs();
            trades.add(new TradeMarker(i % 2 == 0, entryNs, 1000, exitNs, 1001, i % 3 - 1));
        }
        return trades;
    }

    /// Pans by a bar a frame.
    private static PannedCase byBars(String what, PriceChart chart, Parent root, int visible, int bars) {
        return new PannedCase(what, chart, root, left -> {
            int from = left % (bars - visible);
            chart.navigation().showRange(from, from + visible);
        });
    }

    private static PannedCase byPixels(String what, PriceChart chart) {
        return new PannedCase(what, chart, chart, left -> chart.navigation().panBy(SPEED));
    }
}
