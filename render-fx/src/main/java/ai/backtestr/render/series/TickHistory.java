package ai.backtestr.render.series;

/// All recorded ticks of an instrument, however many, as a chart asks for them: what any columns of time come
/// to, and the ticks themselves where few are left.
///
/// Threads: one thread at a time, never the FX thread, since every method may read files. After whoever made it
/// has closed it, all methods throw [java.util.concurrent.CancellationException].
public interface TickHistory {
    /// Fills columns `from` (inclusive) to `to` (exclusive) of `into`. Column `c` holds the ticks from
    /// `startsNs[c - from]` up to, but not including, `startsNs[c - from + 1]`.
    ///
    /// @param startsNs nanoseconds since the epoch, UTC, not descending, not all the same
    /// @param exact whether each column is to be as if every tick in it had been looked at; otherwise it is
    ///     told at once what the ticks of it and of some around it come to, so that a range holds that of the
    ///     column's own ticks; its volume may be NaN then
    void columns(long[] startsNs, boolean exact, PriceColumns into, int from, int to);

    /// Replaces what `into` holds by the ticks from `fromNs` up to, but not including, `toNs`.
    ///
    /// @return false if they are more than `into` has room for, which is empty then
    boolean ticks(long fromNs, long toNs, TickPoints into);

    /// Returns the number of units in a price of 1 that all prices are whole numbers of.
    double unitsPerPrice();

    /// Tells whether the volume of columns is a traded or quoted quantity; otherwise it is the number of ticks.
    boolean hasVolume();
}
