package ai.backtestr.desktop.sql;

import ai.backtestr.data.store.QueryResult;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The rows that a statement found. Cells exist for the rows on screen alone, and leave out zeros at the end of a
/// fraction. A click on a title has the store sort
/// all rows by that column; Ctrl+C copies the selected rows with their titles.
///
/// Threads: belongs to the FX thread.
final class SqlTable extends TableView<@Nullable String[]> {
    /// Is asked to sort.
    interface Sorter {
        /// Has all rows come in another order.
        ///
        /// @param column counted from 1; 0 for the order of the statement
        void sort(int column, boolean descending);
    }

    private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d+");
    private static final Pattern TRAILING_ZEROS = Pattern.compile("\\.?0+$");
    private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double CHARACTER = 8;
    private static final int LOOKED_AT = 200;
    private static final int WIDEST = 48;
    private static final int ROWS_ABOVE = 4;

    private final Sorter sorter;
    private final IntConsumer onSelected;
    private List<QueryResult.Column> shown = List.of();
    private boolean filling;

    /// @param onSelected takes the number of the row that the user selects
    SqlTable(Sorter sorter, IntConsumer onSelected) {
        this.sorter = sorter;
        this.onSelected = onSelected;
        setId("sql-rows");
        setAccessibleText("Rows found");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addEventHandler(KeyEvent.KEY_PRESSED, this::copyOnShortcut);
        setSortPolicy(table -> askToSort());
        getSelectionModel().selectedIndexProperty().subscribe(this::tellSelected);
    }

    private void tellSelected(Number row) {
        if (!filling && row.intValue() >= 0) {
            onSelected.accept(row.intValue());
        }
    }

    /// Selects a row and brings it to the middle, without telling of it.
    void goTo(int row) {
        filling = true;
        getSelectionModel().clearAndSelect(row);
        scrollTo(Math.max(0, row - ROWS_ABOVE));
        filling = false;
    }

    /// Shows rows; columns of the same names and types stay as the user has arranged them.
    void show(SqlRows rows) {
        filling = true;
        if (!rows.columns().equals(shown)) {
            shown = rows.columns();
            getColumns().clear();
            for (int i = 0; i < shown.size(); i++) {
                getColumns().add(column(i, rows));
            }
        }
        setItems(FXCollections.observableList(rows.rows()));
        scrollTo(0);
        filling = false;
    }

    private TableColumn<@Nullable String[], String> column(int index, SqlRows rows) {
        QueryResult.Column of = rows.columns().get(index);
        TableColumn<@Nullable String[], String> column = new TableColumn<>(of.name());
        column.setUserData(index);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()[index]));
        column.setCellFactory(any -> new Cell(SqlRows.isNumeric(of)));
        column.setPrefWidth(width(index, rows));
        return column;
    }

    private static double width(int index, SqlRows rows) {
        int characters = rows.columns().get(index).name().length() + 2;
        for (String[] row :
                rows.rows().subList(0, Math.min(LOOKED_AT, rows.rows().size()))) {
            characters = Math.max(characters, Objects.toString(row[index], "").length());
        }
        return (Math.min(WIDEST, characters) + 3) * CHARACTER;
    }

    private boolean askToSort() {
        if (!filling) {
            TableColumn<@Nullable String[], ?> by =
                    getSortOrder().isEmpty() ? null : getSortOrder().getFirst();
            sorter.sort(
                    by == null ? 0 : (int) by.getUserData() + 1,
                    by != null && by.getSortType() == TableColumn.SortType.DESCENDING);
        }
        return true;
    }

    private void copyOnShortcut(KeyEvent event) {
        if (COPY.match(event)) {
            ClipboardContent content = new ClipboardContent();
            content.putString(selectedText());
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        }
    }

    /// The selected rows, tab-separated, under their titles.
    String selectedText() {
        StringBuilder text = new StringBuilder(
                String.join("\t", shown.stream().map(QueryResult.Column::name).toList()));
        for (String[] row : getSelectionModel().getSelectedItems()) {
            StringJoiner line = new StringJoiner("\t", "\n", "");
            for (String value : row) {
                line.add(value == null ? "" : value);
            }
            text.append(line);
        }
        return text.toString();
    }

    private static final class Cell extends TableCell<@Nullable String[], String> {
        Cell(boolean numeric) {
            setAlignment(numeric ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            getStyleClass().add("sql-cell");
        }

        private static String shown(@Nullable String value) {
            if (value == null) {
                return "NULL";
            }
            return FRACTION.matcher(value).matches()
                    ? TRAILING_ZEROS.matcher(value).replaceFirst("")
                    : value;
        }

        @Override
        protected void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty ? null : shown(value));
            pseudoClassStateChanged(NOTHING, !empty && value == null);
        }
    }
}
