package ai.backtestr.desktop.table;

import ai.backtestr.desktop.task.TaskControl;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Rows of numbers, counted from 0, however many. The first column is their time.
///
/// Any thread, several at once. Reading throws [java.util.concurrent.CancellationException] once what it is read
/// from was closed, or when `cancelled` says so.
interface NumberRows {
    /// Returns the columns.
    List<NumberColumn> columns();

    /// Returns how many rows have been counted so far. Never waits.
    long count();

    /// Counts the rows, or sorts them; rows can be read meanwhile. One thread at a time; a call after one that was
    /// cancelled goes on where that ended.
    void prepare(TaskControl control);

    /// Reads rows.
    ///
    /// @param into a column of at least `count` numbers each; null for what is not wanted
    void read(long from, int count, long[] @Nullable [] into, BooleanSupplier cancelled);

    /// Finds a moment.
    ///
    /// @param orBefore whether the last row at or before it is meant rather than the first at or after it
    /// @return the row, or the one next to it where there is none so early or so late; -1 if there are no rows
    long rowAt(long timeNs, boolean orBefore);
}
