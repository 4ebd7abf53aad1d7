package ai.backtestr.render.profile;

/// The ticks of an instrument as quantities bought and sold.
///
/// Threads: one thread at a time, never the FX thread, since reading may wait for files. Once it was closed by its
/// owner, reading throws [java.util.concurrent.CancellationException].
public interface OrderFlow {
    /// Takes ticks one by one, in their order.
    @FunctionalInterface
    interface Taker {
        /// Takes one tick.
        ///
        /// @param timeNs nanoseconds since the epoch, UTC
        /// @param price at the price scale
        /// @param quantity at the quantity scale; 1 where ticks are counted
        /// @param side who was the aggressor, as [AggressorRule] says
        /// @param basis how that is known
        /// @return whether to go on
        boolean take(long timeNs, long price, long quantity, int side, AggressorRule.Basis basis);
    }

    /// Hands over the ticks of a trading day, from `fromNs` up to, but not including, `toNs`. Sides are as if the
    /// day had been read from its start.
    ///
    /// @param fromNs within the trading day that begins at `dayNs`
    /// @param toNs not after its end
    void read(long dayNs, long fromNs, long toNs, Taker taker);

    /// Returns the start of the trading day that holds a moment.
    long dayStart(long timeNs);

    /// Returns the start of the trading day after that.
    long nextDayStart(long timeNs);

    /// Returns the start of the first trading day at or after `dayNs` that has a tick, `Long.MAX_VALUE` if none
    /// has.
    ///
    /// @param dayNs the start of a trading day
    long dayWithTicks(long dayNs);

    /// Returns the decimals of prices.
    int priceScale();

    /// Returns the decimals of quantities.
    int quantityScale();

    /// Returns the step of prices, at the price scale, above 0.
    long tickSize();

    /// Tells whether quantities are numbers of ticks, because there are quotes only, which have none.
    boolean countsTicks();
}
