package ai.backtestr.desktop.table;

/// Rows in order of time. Any thread, several at once.
interface TimedRows extends NumberRows {
    /// Returns the first row at or after a moment, [#count] if there is none.
    long firstAtOrAfter(long timeNs);

    /// Returns how many rows it makes sense to look through at once.
    int rowsAtOnce();

    @Override
    default long rowAt(long timeNs, boolean orBefore) {
        long last = count() - 1;
        if (orBefore) {
            return timeNs == Long.MAX_VALUE
                    ? last
                    : Math.clamp(firstAtOrAfter(timeNs + 1) - 1, Math.min(0, last), last);
        }
        return Math.min(last, firstAtOrAfter(timeNs));
    }
}
