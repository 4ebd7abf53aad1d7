package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.tick.TickPage;

/// Bars whose highest and lowest price are so far apart at most. The first tick outside closes the bar, as the
/// ticks before it left it, and opens the next at its own price. So a bar opens outside the one before; a price
/// that jumps leaves a gap, and no bars are made up to fill it.
///
/// ```
/// closes before price p  if  p > low + range  or  p < high - range
/// ```
///
/// Source: CQG IC 2025, Range Bar calculation; likewise Sierra Chart, "Range Per Bar - Standard". Engine thread
/// only.
final class RangeBars extends TickBuiltBars {
    private final long range;

    /// @param range at the scale of the bars' prices
    RangeBars(long range, ClosedBars closed, TradingCalendar calendar) {
        super(closed, calendar);
        this.range = range;
    }

    @Override
    int add(long timeNs, long price, long quantity) {
        boolean leaves = forming.isOpen() && (price - forming.low > range || forming.high - price > range);
        int taken = leaves ? close() : 0;
        if (!forming.isOpen()) {
            begin(timeNs);
        }
        forming.add(price, quantity);
        return taken;
    }

    @Override
    int firstToClose(long[] prices, int from, int to, TickPage page, int first) {
        long low = forming.isOpen() ? forming.low : prices[from];
        long high = forming.isOpen() ? forming.high : low;
        for (int i = from; i < to; i++) {
            long price = prices[i];
            if (price - low > range || high - price > range) {
                return i;
            }
            low = Math.min(low, price);
            high = Math.max(high, price);
        }
        return to;
    }
}
