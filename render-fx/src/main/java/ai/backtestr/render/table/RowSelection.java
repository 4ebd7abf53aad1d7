package ai.backtestr.render.table;

/// The rows selected in a [LongTable]: from the one where the selection began, the *anchor*, to the *lead*.
/// Immutable.
///
/// @param anchor counted from 0; -1 for no selection
/// @param lead the row that keys move
record RowSelection(long anchor, long lead) {
    static final RowSelection NONE = new RowSelection(-1, -1);

    /// One row.
    static RowSelection of(long row) {
        return new RowSelection(row, row);
    }

    boolean isEmpty() {
        return anchor < 0;
    }

    /// Returns the first row of it.
    long from() {
        return Math.min(anchor, lead);
    }

    /// Returns the row after the last.
    long to() {
        return isEmpty() ? -1 : Math.max(anchor, lead) + 1;
    }

    boolean holds(long row) {
        return !isEmpty() && row >= from() && row < to();
    }

    /// Moves the lead; the anchor comes along unless the selection is to be extended.
    RowSelection moved(long row, boolean reaching) {
        return reaching && !isEmpty() ? new RowSelection(anchor, row) : of(row);
    }
}
