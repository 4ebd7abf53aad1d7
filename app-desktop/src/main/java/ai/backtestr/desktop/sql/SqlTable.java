package ai.backtestr.desktop.sql;

import ai.backtestr.data.store.QueryResult;
import ai.backtestr.desktop.table.RowsFile;
import ai.backtestr.render.table.LongTable;
import ai.backtestr.render.table.RowColumn;
import ai.backtestr.render.table.RowText;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The rows that a statement found, however many. A click on a title has the store sort all rows by that column;
/// Ctrl+C copies the selected rows with their titles.
///
/// Threads: belongs to the FX thread.
final class SqlTable extends BorderPane {
    /// Is asked to sort.
    interface Sorter {
        /// Has all rows come in another order.
        ///
        /// @param column counted from 1; 0 for the order of the statement
        void sort(int column, boolean descending);
    }

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final SqlRunner runner;
    private final LongTable table = new LongTable("Rows found");
    private List<QueryResult.Column> columns = List.of();
    private List<RowColumn> widths = List.of();
    private @Nullable SqlPages shown;

    /// @param onSelected takes the row that the user selects
    SqlTable(SqlRunner runner, Sorter sorter, Consumer<RowText> onSelected) {
        this.runner = runner;
        table.setId("sql-rows");
        table.setSorter((column, descending) -> sorter.sort(column + 1, descending));
        table.setOnSelected(onSelected);
        table.setOnProblem(problem -> runner.tell("The rows cannot be read: " + problem.getMessage()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::copyOnShortcut);
        setCenter(table);
    }

    /// Shows rows from the first on; columns of the same names and types stay as the user has arranged them.
    void show(SqlRows rows) {
        SqlPages pages = SqlPages.shown(rows);
        shown = rows.columns().equals(columns) ? pages.with(widths) : pages;
        columns = rows.columns();
        widths = shown.columns();
        table.show(shown);
    }

    /// Takes in that all of the rows shown are there now.
    void completed() {
        if (shown != null) {
            shown = SqlPages.shown(shown.rows()).with(widths);
            table.replace(shown);
        }
    }

    /// Takes away the mark of the column that rows are sorted by.
    void forgetSorting() {
        table.forgetSorting();
    }

    /// Selects a row and brings it to the middle, without telling of it.
    void goTo(long row) {
        table.goToRow(row);
    }

    /// Gives the keyboard to the rows.
    void focusRows() {
        table.focusRows();
    }

    private void copyOnShortcut(KeyEvent event) {
        if (COPY.match(event) && shown != null && table.selectedFrom() >= 0) {
            runner.startBeside(
                    RowsFile.copying(shown.whole(), table.selectedFrom(), table.selectedTo()), SqlTable::copy);
            event.consume();
        }
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Reads nothing more.
    void close() {
        table.close();
    }
}
