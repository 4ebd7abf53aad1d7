package ai.backtestr.render.table;

import ai.backtestr.render.chart.ChartTheme;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// One cell on screen; writes its text when it is given a row.
final class TradeCell extends TableCell<Integer, Integer> {
    private final TradesTable table;
    private final TradeColumn column;

    TradeCell(TradesTable table, TradeColumn column) {
        this.table = table;
        this.column = column;
        setAlignment(column.isNumeric() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            return;
        }
        TradeRows rows = table.rows();
        setText(column.shownText(rows, row, table.clock()));
        if (column == TradeColumn.PROFIT) {
            ChartTheme theme = table.theme();
            setTextFill(rows.profit(row) < 0 ? theme.loss() : theme.profit());
        }
    }
}
