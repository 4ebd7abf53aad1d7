package ai.backtestr.render.series;

import java.util.function.BooleanSupplier;

/// Reads what ticks come to that prices alone do not tell.
///
/// Threads: as of a [TickHistory].
public interface TickFigureSource {
    /// Sets columns `from` to `to` (exclusive) of `into`. Column `c` holds the ticks from `startsNs[c - from]` up
    /// to, but not including, `startsNs[c - from + 1]`.
    ///
    /// @param startsNs nanoseconds since the epoch, UTC, not descending
    /// @param cancelled whether nobody waits for it any more
    /// @return false if it was cancelled, and some columns are not set
    boolean figures(long[] startsNs, TickFigures into, int from, int to, BooleanSupplier cancelled);

    /// Tells whether the ticks are trades, which have a quantity; otherwise they are quotes, which have a spread.
    boolean hasTrades();
}
