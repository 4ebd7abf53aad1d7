package ai.backtestr.engine.order;

/// The prices that an order waits for, from some moment on. All are at the instrument's price scale.
///
/// @param sinceNs since when, nanoseconds since the epoch, UTC: when it was placed, or when a change reached the
///     market
/// @param triggerPrice the stop or the touch; 0 if there is none
/// @param limitPrice 0 if there is none
/// @param best the best price that the side of a trailing stop has seen; 0 before the first, and for other types
public record OrderPrices(long sinceNs, long triggerPrice, long limitPrice, long best) {
    /// Returns what is waited for first: the trigger or, where there is none, the limit; 0 for neither.
    public long first() {
        return triggerPrice == 0 ? limitPrice : triggerPrice;
    }
}
