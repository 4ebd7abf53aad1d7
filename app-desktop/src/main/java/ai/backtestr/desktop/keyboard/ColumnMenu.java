package ai.backtestr.desktop.keyboard;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// What is done to the columns of a table at their titles, as a menu: sorting, width, order. FX thread only.
public final class ColumnMenu {
    private static final double STEP_PIXELS = 20;

    private ColumnMenu() {}

    /// Returns a menu for each column that is shown.
    public static <T> List<MenuItem> items(TableView<T> table) {
        List<MenuItem> items = new ArrayList<>();
        for (TableColumn<T, ?> column : table.getVisibleLeafColumns()) {
            Menu menu = new Menu(column.getText().isEmpty() ? "Column " + (items.size() + 1) : column.getText());
            menu.setMnemonicParsing(false);
            menu.getItems().setAll(of(table, column));
            if (!menu.getItems().isEmpty()) {
                items.add(menu);
            }
        }
        return items;
    }

    private static <T> List<MenuItem> of(TableView<T> table, TableColumn<T, ?> column) {
        List<MenuItem> items = new ArrayList<>();
        if (column.isSortable()) {
            items.add(item("Sort, smallest first", () -> sort(table, column, TableColumn.SortType.ASCENDING)));
            items.add(item("Sort, largest first", () -> sort(table, column, TableColumn.SortType.DESCENDING)));
            items.add(item("Do not sort", () -> table.getSortOrder().remove(column)));
        }
        if (column.isResizable()) {
            items.add(item("Wider", () -> table.resizeColumn(column, STEP_PIXELS)));
            items.add(item("Narrower", () -> table.resizeColumn(column, -STEP_PIXELS)));
        }
        if (column.isReorderable() && column.getParentColumn() == null) {
            items.add(item("Move to the left", () -> shift(table, column, -1)));
            items.add(item("Move to the right", () -> shift(table, column, 1)));
        }
        return items;
    }

    private static <T> void sort(TableView<T> table, TableColumn<T, ?> column, TableColumn.SortType type) {
        column.setSortType(type);
        table.getSortOrder().setAll(List.of(column));
        table.sort();
    }

    private static <T> void shift(TableView<T> table, TableColumn<T, ?> column, int by) {
        List<TableColumn<T, ?>> columns = new ArrayList<>(table.getColumns());
        int from = columns.indexOf(column);
        int to = Math.clamp((long) from + by, 0, columns.size() - 1);
        columns.add(to, columns.remove(from));
        table.getColumns().setAll(columns);
    }

    private static MenuItem item(String title, Runnable work) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> work.run());
        return item;
    }
}
