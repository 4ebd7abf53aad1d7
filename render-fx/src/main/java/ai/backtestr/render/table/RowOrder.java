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

    /// Shows the rows in another order.
    ///
    /// @param order every row once; owned by this list from here on
    void permute(int[] order) {
        int[] placeOfRow = new int[order.length];
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

    /// Returns where a row is shown.
    int placeOf(int row) {
        int place = 0;
        while (rows[place] != row) {
            place++;
        }
        return place;
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
