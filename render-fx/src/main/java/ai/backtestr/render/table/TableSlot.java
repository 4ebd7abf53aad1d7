package ai.backtestr.render.table;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A place on screen that shows one row after another. Only the texts that differ are changed.
final class TableSlot {
    private final int place;
    private final List<StringProperty> cells = new ArrayList<>();
    private final BooleanProperty chosen = new SimpleBooleanProperty();
    private final StringProperty spoken = new SimpleStringProperty("");

    /// @param place counted from the top, from 0
    /// @param columns how many, the number of the row included
    TableSlot(int place, int columns) {
        this.place = place;
        for (int i = 0; i < columns; i++) {
            cells.add(new SimpleStringProperty(""));
        }
    }

    /// Shows a row, or nothing.
    ///
    /// @param number its number as users count it, from 1
    void show(long number, @Nullable RowText row, String words) {
        cells.getFirst().set(row == null ? "" : LongTable.grouped(number));
        for (int i = 1; i < cells.size(); i++) {
            cells.get(i).set(row == null ? "" : row.cells().get(i - 1));
        }
        spoken.set(words);
    }

    int place() {
        return place;
    }

    StringProperty cell(int column) {
        return cells.get(column);
    }

    /// Whether the row is among those selected.
    BooleanProperty chosen() {
        return chosen;
    }

    /// The row in words.
    StringProperty spoken() {
        return spoken;
    }
}
