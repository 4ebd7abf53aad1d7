package ai.backtestr.engine.tick;

import ai.backtestr.engine.instrument.Instrument;

/// A stretch of ticks of one instrument, read once from first to last.
///
/// Used by one thread at a time, the producer's. Whoever opened it closes it.
public interface TickSource extends AutoCloseable {
    /// Returns the instrument whose ticks these are.
    Instrument instrument();

    /// Tells whether any of the ticks are trades. Where there are none, bars are made of the bid.
    boolean hasTrades();

    /// Returns a digest of exactly the ticks that were handed out, as lowercase hexadecimal: equal ticks in equal
    /// order give an equal digest, on every machine and however they were split over pages and imports.
    ///
    /// @throws IllegalStateException before the last of them was handed out
    String dataDigest();

    /// Returns how many ticks there are in all, or -1 where that is not known beforehand.
    long tickCount();

    /// Clears the page and fills it with the ticks that follow.
    ///
    /// @return whether it holds any; `false` means that all were handed out
    /// @throws TickSourceException if the ticks cannot be read
    boolean fill(TickPage page);

    @Override
    void close();
}
