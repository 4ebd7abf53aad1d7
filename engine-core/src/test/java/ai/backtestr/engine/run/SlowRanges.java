package ai.backtestr.engine.run;

import ai.backtestr.engine.order.AtrRange;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Wilder's average true range of bids, worked out anew for every tick from all bars that had ended by it.
final class SlowRanges {
    private record Bar(long slot, long high, long low, long close) {}

    private final List<Tick> ticks;
    private final long barNs;
    private final int period;

    SlowRanges(List<Tick> ticks, long barNs, AtrRange range) {
        this.ticks = ticks;
        this.barNs = barNs;
        period = range.period();
    }

    /// Returns the range, in price units, once tick `index` and what it ended were taken in; null if too few bars
    /// had ended.
    @Nullable
    BigDecimal after(int index) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i <= index; i++) {
            long slot = Math.floorDiv(ticks.get(i).timeNs(), barNs);
            long bid = ticks.get(i).bid();
            if (bars.isEmpty() || bars.getLast().slot() < slot) {
                bars.add(new Bar(slot, bid, bid, bid));
            } else {
                Bar last = bars.removeLast();
                bars.add(new Bar(slot, Math.max(last.high(), bid), Math.min(last.low(), bid), bid));
            }
        }
        return of(bars.subList(0, Math.max(0, bars.size() - 1))); // the last one is still open
    }

    private @Nullable BigDecimal of(List<Bar> closed) {
        if (closed.size() <= period) {
            return null;
        }
        double sum = 0;
        for (int i = 1; i <= period; i++) {
            sum += trueRange(closed, i);
        }
        double atr = sum / period;
        for (int i = period + 1; i < closed.size(); i++) {
            atr += (trueRange(closed, i) - atr) / period;
        }
        return BigDecimal.valueOf(atr).setScale(6, RoundingMode.HALF_EVEN);
    }

    private static long trueRange(List<Bar> bars, int at) {
        long before = bars.get(at - 1).close();
        return Math.max(bars.get(at).high(), before) - Math.min(bars.get(at).low(), before);
    }
}
