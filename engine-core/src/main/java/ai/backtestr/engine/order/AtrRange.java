package ai.backtestr.engine.order;

import ai.backtestr.engine.bar.Timeframe;

/// An average true range by which orders or models measure: Wilder's, as of the bars that have closed.
///
/// @param timeframe of which bars
/// @param period over how many, from 1
public record AtrRange(Timeframe timeframe, int period) {
    public AtrRange {
        if (period < 1) {
            throw new IllegalArgumentException("an average true range of " + period + " bars");
        }
    }

    /// Says it in words: `atr 14 of 1h`.
    @Override
    public String toString() {
        return "atr " + period + " of " + timeframe;
    }
}
