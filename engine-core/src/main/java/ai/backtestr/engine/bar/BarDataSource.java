package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.Instrument;

/// A stretch of recorded bars of one instrument and timeframe, read once from first to last.
///
/// Times grow from bar to bar; the low is at most the open and the close, the high at least both. Used by one
/// thread. Whoever opened it closes it.
public interface BarDataSource extends AutoCloseable {
    /// Returns the instrument whose bars these are.
    Instrument instrument();

    /// Returns how long each bar lasts.
    Timeframe timeframe();

    /// Returns how many bars there are in all.
    long barCount();

    /// Returns a digest of exactly the bars that were handed out, as lowercase hexadecimal.
    ///
    /// @throws IllegalStateException before the last of them was handed out
    String dataDigest();

    /// Moves to the next bar.
    ///
    /// @return whether there is one
    /// @throws ai.backtestr.engine.tick.TickSourceException if the bars cannot be read
    boolean next();

    /// Returns the present bar; its [Bar#ticks()] is 1, since it is not known how many it was made of.
    Bar bar();

    @Override
    void close();
}
