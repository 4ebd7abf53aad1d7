package ai.backtestr.data.imports;

import org.jspecify.annotations.Nullable;

/// Reads the time of one row after the other. Used by one thread, for the rows of one file in their order.
interface TimeReader {
    /// Reads the time of that row; it is [#timeNs()] then.
    ///
    /// @return whether it is one; if not, [#reason()] says why
    boolean read(Row row);

    /// The time read, nanoseconds since the epoch, UTC; of a count, by the unit that its magnitude suggests.
    long timeNs();

    /// What the time read counts, `null` if it is no count.
    @Nullable
    EpochUnit unit();

    /// What is wrong with the time.
    String reason();
}
