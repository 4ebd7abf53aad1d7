package ai.backtestr.desktop.window;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.statistics.Statistic;
import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.table.TradeRows;
import ai.backtestr.render.table.TradesTable;
import java.math.BigDecimal;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What came of the run: the figures asked for first in a row, and tabs with the trades and all figures.
final class ResultPane extends BorderPane {
    private static final List<String> HEADLINES =
            List.of("netProfit", "returnPercent", "maxDrawdownPercent", "sharpe", "profitFactor", "winRate", "trades");
    private static final PseudoClass GAIN = PseudoClass.getPseudoClass("gain");
    private static final PseudoClass LOSS = PseudoClass.getPseudoClass("loss");

    private final HBox headlines = new HBox();
    private final TradesTable trades = new TradesTable();
    private final FlowPane figures = new FlowPane();

    ResultPane(Workbench workbench) {
        setId("results");
        headlines.setId("headlines");
        headlines.getStyleClass().add("headlines");
        figures.getStyleClass().add("figures");
        trades.setId("trades");
        trades.setOnTradeSelected(workbench.selectedTrade()::set);
        workbench.selectedTrade().subscribe(this::selectTrade);
        workbench.result().subscribe(this::show);
        TabPane tabs = new TabPane(new Tab("Trades", trades), new Tab("Statistics", figures));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        setTop(headlines);
        setCenter(tabs);
    }

    private void selectTrade(Number index) {
        if (trades.selectedTrade() != index.intValue()) {
            trades.selectTrade(index.intValue());
        }
    }

    private void show(@Nullable BacktestResult result) {
        headlines.getChildren().clear();
        figures.getChildren().clear();
        if (result == null) {
            Label hint = new Label("Run a backtest to see what it earned.");
            hint.getStyleClass().add("note");
            headlines.getChildren().add(hint);
            trades.setRows(TradeRows.none());
            return;
        }
        String currency = result.instrument().quoteCurrency();
        for (String id : HEADLINES) {
            headlines.getChildren().add(card(result.statistics().get(id), currency));
        }
        result.statistics().all().forEach(statistic -> figures.getChildren().add(line(statistic, currency)));
        trades.setRows(new ResultTradeRows(result));
    }

    private static VBox card(Statistic statistic, String currency) {
        Label title = new Label(statistic.title());
        title.getStyleClass().add("card-title");
        Label value = new Label(FigureText.of(statistic, currency));
        value.setId("figure-" + statistic.id());
        value.getStyleClass().add("card-value");
        colour(value, statistic);
        VBox card = new VBox(title, value);
        card.getStyleClass().add("card");
        Tooltip.install(card, new Tooltip(statistic.definition()));
        return card;
    }

    private static void colour(Label value, Statistic statistic) {
        boolean isProfit = statistic.id().equals("netProfit") || statistic.id().equals("returnPercent");
        BigDecimal number = statistic.value();
        if (isProfit && number != null) {
            value.pseudoClassStateChanged(GAIN, number.signum() > 0);
            value.pseudoClassStateChanged(LOSS, number.signum() < 0);
        }
    }

    private static GridPane line(Statistic statistic, String currency) {
        Label title = new Label(statistic.title());
        title.getStyleClass().add("card-title");
        Label value = new Label(FigureText.of(statistic, currency));
        GridPane line = new GridPane();
        line.getStyleClass().add("figure");
        GridPane.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        line.addRow(0, title, value);
        Tooltip.install(line, new Tooltip(statistic.definition()));
        return line;
    }

    void setTheme(ChartTheme theme) {
        trades.setTheme(theme);
    }

    TradesTable trades() {
        return trades;
    }
}
