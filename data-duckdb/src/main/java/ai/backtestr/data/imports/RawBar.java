package ai.backtestr.data.imports;

import org.jspecify.annotations.Nullable;

/// One row as a bar, still without a common scale. One object takes row after row. Used by one thread.
final class RawBar {
    final DecimalField open;
    final DecimalField high;
    final DecimalField low;
    final DecimalField close;
    final DecimalField volume;

    /// The line it begins on, or the number of the record, from 1.
    long line;

    /// What the file says, nanoseconds since the epoch, UTC.
    long readNs;

    /// When it began, nanoseconds since the epoch, UTC.
    long startNs;

    /// What its time counted, `null` if it was no count.
    @Nullable
    EpochUnit unit;

    /// Why the row is no bar; empty if it is one.
    String reason = "";

    RawBar(char point) {
        open = new DecimalField(point);
        high = new DecimalField(point);
        low = new DecimalField(point);
        close = new DecimalField(point);
        volume = new DecimalField(point);
    }

    int priceDecimals() {
        return Math.max(Math.max(open.decimals(), high.decimals()), Math.max(low.decimals(), close.decimals()));
    }
}
