package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.desktop.chart.EquityPoints;
import ai.backtestr.desktop.chart.SeriesBars;
import ai.backtestr.desktop.chart.TradeMarkers;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.time.Times;
import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.chart.VisibleRange;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The chart and the row of timeframes above it.
final class ChartPane extends BorderPane {
    private final Workbench workbench;
    private final PriceChart chart = new PriceChart();
    private @Nullable BarSeries shown;

    ChartPane(Workbench workbench) {
        this.workbench = workbench;
        chart.setId("chart");
        chart.setOnTradeClicked(workbench.selectedTrade()::set);
        setTop(toolBar());
        setCenter(chart);
        workbench.bars().subscribe(this::showBars);
        workbench.result().subscribe(this::showResult);
        workbench.replaying().subscribe(() -> showBars(workbench.bars().get()));
        workbench.selectedTrade().subscribe(this::selectTrade);
    }

    private HBox toolBar() {
        HBox bar = new HBox();
        bar.getStyleClass().add("chart-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (Timeframe timeframe : ChartTimeframes.offered()) {
            bar.getChildren().add(button(timeframe, group));
        }
        bar.getChildren().add(new TimeframeField(workbench));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button fit = new Button("Fit all");
        fit.setId("fit");
        fit.getStyleClass().add("flat");
        fit.setOnAction(event -> chart.fitAll());
        bar.getChildren().addAll(space, fit);
        return bar;
    }

    private ToggleButton button(Timeframe timeframe, ToggleGroup group) {
        ToggleButton button = new ToggleButton(timeframe.toString());
        button.setId("timeframe-" + timeframe);
        button.getStyleClass().add("timeframe");
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            button.setSelected(true);
            workbench.timeframe().set(timeframe);
        });
        workbench.symbol().subscribe(chosen -> button.setDisable(chosen != null && !chosen.makes(timeframe)));
        workbench.timeframe().subscribe(chosen -> button.setSelected(chosen.equals(timeframe)));
        return button;
    }

    private void showBars(@Nullable BarSeries bars) {
        if (bars == null || workbench.replaying().get()) {
            return;
        }
        TimeSpan span = spanOnScreen(bars);
        shown = bars;
        String symbol = workbench.symbol().get() == null
                ? ""
                : workbench.symbol().get().instrument().title();
        chart.setTitle(symbol, bars.timeframe().toString());
        chart.setPriceDecimals(bars.priceScale());
        chart.setBars(new SeriesBars(bars));
        showResult(workbench.result().get());
        if (span == null) {
            chart.fitAll();
        } else {
            chart.showRange(bars.indexAtOrBefore(span.fromNs), bars.indexAtOrBefore(span.toNs) + 1);
        }
    }

    private record TimeSpan(long fromNs, long toNs) {}

    /// Returns the stretch of time on screen, if the new bars are of the same instrument: it stays when the
    /// timeframe changes.
    private @Nullable TimeSpan spanOnScreen(BarSeries bars) {
        BarSeries before = shown;
        VisibleRange range = chart.visibleRange();
        int first = Math.max(0, range.from());
        if (before == null || bars.count() == 0 || first >= before.count() || isAllOnScreen(before, range)) {
            return null;
        }
        long fromNs = before.timeNs(first);
        long toNs = lastNsOf(before, Math.min(range.to(), before.count()) - 1);
        boolean overlaps = toNs >= bars.timeNs(0) && fromNs <= bars.timeNs(bars.count() - 1);
        return overlaps ? new TimeSpan(fromNs, toNs) : null;
    }

    /// Returns the last moment of a bar; of one that does not end with the clock, the moment before the next
    /// begins.
    private static long lastNsOf(BarSeries bars, int index) {
        if (bars.timeframe().isTime()) {
            return bars.timeNs(index) + bars.timeframe().lengthNs() - 1;
        }
        return index + 1 < bars.count() ? Math.max(bars.timeNs(index), bars.timeNs(index + 1) - 1) : bars.timeNs(index);
    }

    private static boolean isAllOnScreen(BarSeries bars, VisibleRange range) {
        return range.from() <= 0 && range.to() >= bars.count();
    }

    private void showResult(@Nullable BacktestResult result) {
        if (workbench.replaying().get()) {
            return;
        }
        if (result == null) {
            chart.setTrades(List.of());
            chart.setEquity(null);
        } else {
            chart.setTrades(TradeMarkers.of(result));
            chart.setEquity(new EquityPoints(result.equity()));
        }
    }

    private void selectTrade(Number trade) {
        if (!workbench.replaying().get()) {
            chart.selectTrade(trade.intValue());
        }
    }

    /// Returns the time of the bar in the middle, as a replay's start is typed.
    String middle() {
        BarSeries bars = shown;
        if (bars == null || bars.count() == 0) {
            return "";
        }
        VisibleRange range = chart.visibleRange();
        int middle = Math.clamp((range.from() + range.to()) / 2, 0, bars.count() - 1);
        return Times.format(bars.timeNs(middle))
                .substring(0, "2013-11-25T00:00".length())
                .replace('T', ' ');
    }

    void setTheme(ChartTheme theme) {
        chart.setTheme(theme);
    }

    PriceChart chart() {
        return chart;
    }
}
