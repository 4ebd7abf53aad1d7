package ai.backtestr.desktop.window;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.program.Browser;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.sql.SqlConsole;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.statistics.Statistic;
import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.table.TradeRows;
import ai.backtestr.render.table.TradesTable;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// What came of the run: the figures asked for first in a row, and tabs with the trades, all figures, and
/// the SQL console.
final class ResultPane extends BorderPane {
    private static final List<String> HEADLINES =
            List.of("netProfit", "returnPercent", "maxDrawdownPercent", "sharpe", "profitFactor", "winRate", "trades");

    private final Workbench workbench;
    private final ToggleButton pin = new ToggleButton("Pin");
    private final HBox headlines = new HBox();
    private final TradesTable trades = new TradesTable();
    private final FlowPane figures = new FlowPane();
    private final TextArea explanation = new TextArea();
    private final Tab explanationTab = new Tab("Why these fills");
    private final Button report = new Button("Report");
    private final TabPane tabs = new TabPane();

    ResultPane(Workbench workbench) {
        this.workbench = workbench;
        setId("results");
        headlines.setId("headlines");
        headlines.getStyleClass().add("headlines");
        figures.getStyleClass().add("figures");
        trades.setId("trades");
        trades.setOnTradeSelected(workbench.selectedTrade()::set);
        workbench.selectedTrade().subscribe(this::selectTrade);
        workbench.result().subscribe(this::show);
        workbench.pinned().subscribe(this::showPinned);
        explanation.setId("explanation");
        explanation.setEditable(false);
        explanation.getStyleClass().add("explanation");
        explanationTab.setContent(explanation);
        explanationTab.selectedProperty().subscribe(this::explain);
        workbench.selectedTrade().subscribe(this::explain);
        SqlConsole sql = new SqlConsole(workbench.workspace(), new SqlWork(workbench.tasks()));
        Tab sqlTab = new Tab("SQL", sql);
        sqlTab.setOnSelectionChanged(event -> sql.opened());
        tabs.getTabs().addAll(new Tab("Trades", trades), new Tab("Statistics", figures), explanationTab, sqlTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        setTop(headlineRow());
        setCenter(tabs);
    }

    private HBox headlineRow() {
        pin.setId("pin");
        pin.getStyleClass().addAll("small", "pin");
        pin.setMinWidth(USE_PREF_SIZE);
        pin.setTooltip(new Tooltip("Keeps these figures beside those of the runs to come."));
        pin.disableProperty().bind(workbench.result().isNull());
        pin.setOnAction(event ->
                workbench.pinned().set(pin.isSelected() ? workbench.result().get() : null));
        HBox.setHgrow(headlines, Priority.ALWAYS);
        report.setId("report");
        report.getStyleClass().addAll("small");
        report.setMinWidth(USE_PREF_SIZE);
        report.setTooltip(new Tooltip("Checks the run and shows a report on it in the browser (Ctrl+R)"));
        report.disableProperty().bind(workbench.result().isNull());
        report.setOnAction(event -> report());
        HBox row = new HBox(headlines, report, pin);
        row.getStyleClass().add("headline-row");
        return row;
    }

    /// Adds a tab at the end.
    void add(String title, Node content) {
        tabs.getTabs().add(new Tab(title, content));
    }

    /// Brings up a tab.
    void show(String title) {
        parts().stream()
                .filter(part -> part.title().equals(title))
                .forEach(part -> part.show().run());
    }

    /// Returns the tabs, to be chosen and given the focus by keys.
    List<WindowPart> parts() {
        return tabs.getTabs().stream()
                .map(tab -> new WindowPart(tab.getText(), () -> {
                    tabs.getSelectionModel().select(tab);
                    tab.getContent().requestFocus();
                }))
                .toList();
    }

    /// Has a report written and shows it.
    void report() {
        workbench.report(page -> {
            try {
                Browser.show(page);
            } catch (ProblemException e) {
                workbench.tasks().tellError(String.valueOf(e.getMessage()));
            }
        });
    }

    private void explain() {
        if (!explanationTab.isSelected()) {
            return;
        }
        if (workbench.selectedTrade().get() < 0) {
            explanation.setText("Select a trade, in the table or on the chart, to see what made its fills.");
        } else {
            workbench.explain(workbench.selectedTrade().get(), explanation::setText);
        }
    }

    private void showPinned(@Nullable BacktestResult pinned) {
        pin.setSelected(pinned != null);
        pin.setText(pinned == null ? "Pin" : "Unpin");
        showHeadlines();
    }

    private void selectTrade(Number index) {
        if (trades.selectedTrade() != index.intValue()) {
            trades.selectTrade(index.intValue());
        }
    }

    private void show(@Nullable BacktestResult result) {
        showHeadlines();
        figures.getChildren().clear();
        if (result == null) {
            trades.setRows(TradeRows.none());
            return;
        }
        String currency = result.currency();
        result.statistics().all().forEach(statistic -> figures.getChildren().add(line(statistic, currency)));
        trades.setRows(new ResultTradeRows(result));
    }

    private void showHeadlines() {
        headlines.getChildren().clear();
        BacktestResult result = workbench.result().get();
        if (result == null) {
            Label hint = new Label("Run a backtest to see what it earned.");
            hint.getStyleClass().add("note");
            headlines.getChildren().add(hint);
            return;
        }
        BacktestResult pinned = workbench.pinned().get();
        for (String id : HEADLINES) {
            Statistic before = pinned == null ? null : pinned.statistics().get(id);
            String currency = result.currency();
            headlines.getChildren().add(new FigureCard(result.statistics().get(id), currency, before));
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
