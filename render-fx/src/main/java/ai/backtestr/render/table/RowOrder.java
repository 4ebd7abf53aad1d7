package ai.backtestr.render.table;

import java.util.Arrays;
import javafx.collections.ObservableListBase;

/// The rows in the order the table shows them: a permutation of `int`, boxed only for the rows on screen.
///
/// Threads: confined to the FX thread.
final class RowOrder extends ObservableListBase<Integer> {
    private int[] rows;

    /// The rows 0 to `count` - 1 in their own order.
    RowOrder(int count) {
        rows = new int[count];
        Arrays.setAll(rows, i -> i);
    }

    /// Some rows in that order.
    ///
    /// @param order each of them once; owned by this list from here on
    RowOrder(int[] order) {
        rows = order;
    }

    /// Shows the rows in another order.
    ///
    /// @param order the same rows, each once; owned by this list from here on
    void permute(int[] order) {
        int[] placeOfRow = new int[Arrays.stream(order).max().orElse(-1) + 1];
        for (int place = 0; place < order.length; place++) {
            placeOfRow[order[place]] = place;
        }
        int[] newPlaces = new int[order.length];
        Arrays.setAll(newPlaces, place -> placeOfRow[rows[place]]);
        beginChange();
        rows = order;
        nextPermutation(0, rows.length, newPlaces);
        endChange();
    }

    /// Returns where a row is shown, -1 if it is not.
    int placeOf(int row) {
        int place = rows.length - 1;
        while (place >= 0 && rows[place] != row) {
            place--;
        }
        return place;
    }

    /// Returns the rows in the order in which they are shown.
    int[] rows() {
        return rows.clone();
    }

    @Override
    public Integer get(int index) {
        return rows[index];
    }

    @Override
    public int size() {
        return rows.length;
    }
}
