package ai.backtestr.render.table;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.fixture.FxThread;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class TradesTableTest {
    private static TradesTable table(TradeRows rows) {
        TradesTable table = new TradesTable();
        table.setRows(rows);
        return table;
    }

    private static TradesTable shown(TradeRows rows) {
        TradesTable table = table(rows);
        new Scene(table, 1_200, 400);
        table.snapshot(null, null);
        return table;
    }

    private static void sortBy(TradesTable table, TradeColumn kind, TableColumn.SortType type) {
        for (TableColumn<Integer, ?> column : table.getColumns()) {
            if (column.getId().equals(kind.name())) {
                column.setSortType(type);
                table.getSortOrder().setAll(List.of(column));
            }
        }
        table.sort();
    }

    private static List<TableCell<?, ?>> cells(TradesTable table, String text) {
        List<TableCell<?, ?>> cells = new ArrayList<>();
        for (Node node : table.lookupAll(".table-cell")) {
            if (node instanceof TableCell<?, ?> cell && text.equals(cell.getText())) {
                cells.add(cell);
            }
        }
        return cells;
    }

    @Test
    void shouldReadOnlyTheRowsOnScreen() throws Exception {
        FxThread.run(() -> {
            ListedTrades rows = ListedTrades.many(100_000);

            shown(rows);

            assertThat(rows.reads()).isBetween(1, 200);
        });
    }

    @Test
    void shouldShowExactDigitsAlignedRightAndColourTheProfit() throws Exception {
        FxThread.run(() -> {
            TradesTable table = shown(new ListedTrades(1_250, -399));

            assertThat(cells(table, "1.07120")).hasSize(1).allMatch(cell -> cell.getAlignment() == Pos.CENTER_RIGHT);
            assertThat(cells(table, "+12.50"))
                    .hasSize(1)
                    .allMatch(cell -> ChartTheme.DARK.profit().equals(cell.getTextFill()));
            assertThat(cells(table, "-3.99"))
                    .hasSize(1)
                    .allMatch(cell -> ChartTheme.DARK.loss().equals(cell.getTextFill()));
        });
    }

    @Test
    void shouldSortByExactValueAndKeepTheSelectedTrade() throws Exception {
        FxThread.run(() -> {
            TradesTable table = table(new ListedTrades(500, -700, 1_000, 20));
            table.selectTrade(3);

            sortBy(table, TradeColumn.PROFIT, TableColumn.SortType.DESCENDING);

            assertThat(table.getItems()).containsExactly(2, 0, 3, 1);
            assertThat(table.selectedTrade()).isEqualTo(3);
            assertThat(table.getSelectionModel().getSelectedIndices()).containsExactly(2);
        });
    }

    @Test
    void shouldShowAndSortExcursions() throws Exception {
        FxThread.run(() -> {
            TradesTable table = shown(new ListedTrades(500, -700, 1_000));
            assertThat(cells(table, "2.10")).hasSize(1).allMatch(cell -> cell.getAlignment() == Pos.CENTER_RIGHT);
            assertThat(cells(table, "29.05")).hasSize(1).allMatch(cell -> cell.getAlignment() == Pos.CENTER_RIGHT);

            sortBy(table, TradeColumn.ADVERSE, TableColumn.SortType.ASCENDING);
            assertThat(table.getItems()).containsExactly(2, 1, 0);

            sortBy(table, TradeColumn.FAVOURABLE, TableColumn.SortType.ASCENDING);
            assertThat(table.getItems()).containsExactly(0, 1, 2);
        });
    }

    @Test
    void shouldKeepTheSortOrderForNewRows() throws Exception {
        FxThread.run(() -> {
            TradesTable table = table(new ListedTrades(1, 2));
            sortBy(table, TradeColumn.PROFIT, TableColumn.SortType.DESCENDING);

            table.setRows(new ListedTrades(5, 9, 7));

            assertThat(table.getItems()).containsExactly(1, 2, 0);
        });
    }

    @Test
    void shouldCopyTheSelectionAsTabSeparatedText() throws Exception {
        FxThread.run(() -> {
            TradesTable table = table(new ListedTrades(500, -700));
            table.getSelectionModel().selectAll();

            Event.fireEvent(table, new KeyEvent(KeyEvent.KEY_PRESSED, "c", "c", KeyCode.C, false, true, false, false));

            assertThat(Clipboard.getSystemClipboard().getString().split("\n", -1))
                    .containsExactly(
                            "#\tSide\tEntry time (UTC)\tEntry price\tExit time (UTC)\tExit price\tQuantity\tProfit\tFees\tMAE\tMFE\tDuration",
                            "1\tLong\t2020-01-06 00:00:00.000\t1.07120\t2020-01-06 01:30:00.000\t1.07130\t100000\t+5.00\t0.35\t2.50\t9.05\t1h 30m",
                            "2\tShort\t2020-01-06 00:01:00.000\t1.07121\t2020-01-06 01:31:00.000\t1.07131\t100000\t-7.00\t0.35\t2.30\t19.05\t1h 30m",
                            "");
        });
    }

    @Test
    void shouldTellWhatTheUserSelectsButNotWhatTheProgramSelects() throws Exception {
        FxThread.run(() -> {
            TradesTable table = table(new ListedTrades(1, 2, 3));
            List<Integer> selected = new ArrayList<>();
            table.setOnTradeSelected(selected::add);

            table.selectTrade(2);
            table.getSelectionModel().clearAndSelect(1);

            assertThat(selected).containsExactly(1);
        });
    }
}
