package ai.backtestr.engine.bar;

import ai.backtestr.engine.tick.PriceRange;

/// The bar of one timeframe that is still open; it has no ticks before the first. Engine thread only.
final class FormingBar {
    long startNs;
    long endNs = Long.MIN_VALUE;
    long open;
    long high;
    long low;
    long close;
    long volume;
    long ticks;

    boolean isOpen() {
        return ticks != 0;
    }

    void span(long start, long end) {
        startNs = start;
        endNs = end;
    }

    void add(long price, long quantity) {
        if (ticks == 0) {
            open = price;
            high = price;
            low = price;
        } else if (price > high) {
            high = price;
        } else if (price < low) {
            low = price;
        }
        close = price;
        volume += quantity;
        ticks++;
    }

    /// Takes in `prices[from]` to `prices[to]` (exclusive), at least one, whose range is `range`.
    void addRun(long[] prices, int from, int to, PriceRange range, long quantity) {
        if (ticks == 0) {
            open = prices[from];
            high = range.highest();
            low = range.lowest();
        } else {
            high = Math.max(high, range.highest());
            low = Math.min(low, range.lowest());
        }
        close = prices[to - 1];
        volume += quantity;
        ticks += to - from;
    }

    /// Takes in a shorter bar that follows what it holds.
    void merge(FormingBar shorter) {
        if (ticks == 0) {
            open = shorter.open;
            high = shorter.high;
            low = shorter.low;
        } else {
            high = Math.max(high, shorter.high);
            low = Math.min(low, shorter.low);
        }
        close = shorter.close;
        volume += shorter.volume;
        ticks += shorter.ticks;
    }

    void clear() {
        volume = 0;
        ticks = 0;
    }

    Bar toBar() {
        return new Bar(startNs, open, high, low, close, volume, ticks);
    }
}
