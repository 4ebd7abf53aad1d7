package ai.backtestr.engine.tick;

import org.jspecify.annotations.Nullable;

/// The lowest and the highest of a stretch of prices. Engine thread only; used again and again.
public final class PriceRange {
    private long @Nullable [] known;
    private int knownFrom;
    private int knownTo;
    private long lowest;
    private long highest;

    /// Holds nothing yet.
    public PriceRange() {}

    /// Looks at `prices[from]` to `prices[to]` (exclusive), at least one; not again if it has since [#forget].
    @SuppressWarnings("ReferenceEquality") // the same column, not one that is equal
    public void of(long[] prices, int from, int to) {
        if (prices != known || from != knownFrom || to != knownTo) {
            look(prices, from, to);
        }
    }

    /// Forgets what it has looked at: the prices may have changed.
    public void forget() {
        known = null;
    }

    private void look(long[] prices, int from, int to) {
        known = prices;
        knownFrom = from;
        knownTo = to;
        long low = prices[from];
        long high = low;
        for (int i = from + 1; i < to; i++) {
            low = Math.min(low, prices[i]);
            high = Math.max(high, prices[i]);
        }
        lowest = low;
        highest = high;
    }

    /// Returns the lowest price.
    public long lowest() {
        return lowest;
    }

    /// Returns the highest price.
    public long highest() {
        return highest;
    }
}
