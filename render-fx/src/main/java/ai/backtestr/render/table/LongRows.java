package ai.backtestr.render.table;

import java.util.List;
import java.util.function.BooleanSupplier;

/// The rows of a [LongTable], however many: counted from 0, read where they are to be seen, in the background.
///
/// Any thread, several at once. After whoever made them has closed what they are read from, reading throws
/// [java.util.concurrent.CancellationException].
public interface LongRows {
    /// Returns the columns, from left to right.
    List<RowColumn> columns();

    /// Returns how many rows there are, as far as they have been counted; it grows only. Never waits.
    long count();

    /// Reads rows. It may read files: never called on the FX thread.
    ///
    /// @param from the first of them, less than [#count]
    /// @param count how many at most
    /// @param cancelled tells that nobody wants them any more
    /// @return as many as there are of them, in order
    /// @throws java.util.concurrent.CancellationException if it gave up because of that
    List<RowText> read(long from, int count, BooleanSupplier cancelled);

    /// Finds a moment. It may read files: never called on the FX thread.
    ///
    /// @param timeNs nanoseconds since the epoch, UTC
    /// @param orBefore whether the last row at or before it is meant rather than the first at or after it
    /// @return the row, as far as rows have been counted, or the one next to it where there is none so early or so
    ///     late; -1 if there are no rows
    long rowAt(long timeNs, boolean orBefore);
}
