package ai.backtestr.engine.replay;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickPage;

/// The ticks of one instrument at any place, counted from 0 in order of time.
///
/// Any thread, several at a time. Whoever opened it closes it.
public interface ReplayTicks extends AutoCloseable {
    /// The right to read a page until it is given back.
    interface Lease extends AutoCloseable {
        /// Returns the page, which nobody changes.
        TickPage page();

        /// Returns where in the page the ticks begin that are this source's.
        int from();

        /// Returns where in the page they end, exclusive.
        int to();

        /// Returns the number of the tick at [#from].
        long firstTick();

        @Override
        void close();
    }

    /// Returns the instrument.
    Instrument instrument();

    /// Tells whether any of the ticks are trades.
    boolean hasTrades();

    /// Returns how many ticks there are.
    long count();

    /// Returns the number of the first tick at or after `timeNs`, or [#count] if there is none.
    long indexOf(long timeNs);

    /// Returns the time of tick number `tick`, nanoseconds since the epoch, UTC.
    ///
    /// @throws IndexOutOfBoundsException if there is no such tick
    long timeNs(long tick);

    /// Leases the page that holds tick number `tick`.
    ///
    /// @throws IndexOutOfBoundsException if there is no such tick
    /// @throws ai.backtestr.engine.tick.TickSourceException if it cannot be read
    Lease page(long tick);

    @Override
    void close();
}
