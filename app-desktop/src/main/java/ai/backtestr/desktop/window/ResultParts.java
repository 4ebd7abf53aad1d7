package ai.backtestr.desktop.window;

import ai.backtestr.desktop.table.TableContent;
import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.table.TradeRows;
import ai.backtestr.render.table.TradesTable;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;

/// What came of the run, each in a part of its own: trades, orders, fills, figures, and why a trade's fills are as
/// they are. Each is made when it is first asked for. FX thread only.
final class ResultParts {
    private static final String NOTHING = "Run a backtest to see them.";

    private final Workbench workbench;
    private ChartTheme theme = ChartTheme.DARK;
    private final List<TablePane> tables = new ArrayList<>();
    private @Nullable TradesTable shownTrades;
    private @Nullable EquityPart shownEquity;

    ResultParts(Workbench workbench) {
        this.workbench = workbench;
    }

    Node trades() {
        TradesTable trades = new TradesTable();
        shownTrades = trades;
        trades.setId("trades");
        trades.setTheme(theme);
        workbench.preferred().clock().subscribe(trades::setClock);
        trades.setOnTradeSelected(workbench.selectedTrade()::set);
        workbench
                .seen()
                .subscribe(result -> trades.setRows(result == null ? TradeRows.none() : new ResultTradeRows(result)));
        workbench.selectedTrade().subscribe(selected -> {
            if (trades.selectedTrade() != selected.intValue()) {
                trades.selectTrade(selected.intValue());
            }
        });
        return new TradesPane(workbench, trades);
    }

    Node orders() {
        TablePane orders = table("orders", "Orders");
        workbench.seen().subscribe(result -> show(orders, result == null ? null : ResultLists.orders(result)));
        return orders;
    }

    Node fills() {
        TablePane fills = table("fills", "Fills");
        workbench.seen().subscribe(result -> show(fills, result == null ? null : ResultLists.fills(result)));
        return fills;
    }

    private TablePane table(String id, String name) {
        TablePane pane = new TablePane(workbench.tasks(), id, name);
        pane.table().setOnSelected(row -> workbench.moments().rowSelected(row.timeNs()));
        workbench.moments().onClick(clicked -> {
            if (workbench.shown().isOf(clicked.chart().instrument().get())) {
                pane.goTo(clicked.timeNs(), true);
            }
        });
        workbench.preferred().clock().subscribe(pane::setClock);
        tables.add(pane);
        return pane;
    }

    private static void show(TablePane pane, @Nullable TableContent list) {
        if (list == null) {
            pane.showNothing(NOTHING);
        } else {
            pane.show(list);
        }
    }

    Node statistics() {
        StatisticsPane statistics = new StatisticsPane();
        workbench.seen().subscribe(run -> {
            if (!workbench.shown().isPart() || statistics.getScene() != null) {
                statistics.show(run);
            }
        });
        workbench.pinned().subscribe(statistics::compare);
        return statistics;
    }

    Node equity() {
        EquityPart equity = new EquityPart(workbench);
        equity.setTheme(theme);
        shownEquity = equity;
        return equity;
    }

    Node explanation() {
        TextArea explanation = new TextArea();
        explanation.setId("explanation");
        explanation.setEditable(false);
        explanation.getStyleClass().add("explanation");
        // It takes reading ticks, and is made while it is on top only.
        explanation.sceneProperty().subscribe(() -> explain(explanation));
        workbench.selectedTrade().subscribe(() -> explain(explanation));
        return explanation;
    }

    private void explain(TextArea explanation) {
        if (explanation.getScene() == null) {
            return;
        }
        if (workbench.selectedTrade().get() < 0) {
            explanation.setText("Select a trade, in the table or on the chart, to see what made its fills.");
        } else {
            workbench.shown().explain(workbench.selectedTrade().get(), explanation::setText);
        }
    }

    void setTheme(ChartTheme now) {
        theme = now;
        if (shownTrades != null) {
            shownTrades.setTheme(now);
        }
        if (shownEquity != null) {
            shownEquity.setTheme(now);
        }
    }

    /// Reads nothing more.
    void close() {
        tables.forEach(TablePane::close);
    }
}
