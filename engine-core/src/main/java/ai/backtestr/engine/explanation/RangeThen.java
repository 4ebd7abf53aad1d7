package ai.backtestr.engine.explanation;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.Atr;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.order.AtrRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An average true range as it stood at a moment, worked out again from the bars that had closed by then.
///
/// @param range which
/// @param units its size in price units, rounded half to even to six decimals
/// @param lastBarNs when the last bar in it began, nanoseconds since the epoch, UTC
record RangeThen(AtrRange range, BigDecimal units, long lastBarNs) {
    private static final int DECIMALS = 6;

    /// Returns it as an order saw it that was filled on the tick after `lastTickNs`: bars close on the first tick
    /// at or after their end, once orders have met that tick. Of bars that do not end with the clock, those count
    /// that began by then and have a successor that did too.
    ///
    /// @return the range; null until enough bars had closed
    static @Nullable RangeThen of(AtrRange range, List<BarSeries> all, TradingCalendar calendar, long lastTickNs) {
        BarSeries bars = all.stream()
                .filter(series -> series.timeframe().equals(range.timeframe()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the run has no bars for the " + range));
        int closed = closed(bars, calendar, lastTickNs);
        Atr atr = new Atr(range.period());
        for (int i = 0; i < closed; i++) {
            atr.onBar(bars, i);
        }
        if (!atr.isReady()) {
            return null;
        }
        BigDecimal units = BigDecimal.valueOf(atr.value())
                .movePointRight(bars.priceScale())
                .setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return new RangeThen(range, units, bars.timeNs(closed - 1));
    }

    private static int closed(BarSeries bars, TradingCalendar calendar, long timeNs) {
        int last = bars.indexAtOrBefore(timeNs);
        if (last < 0) {
            return 0;
        }
        boolean isOver = bars.timeframe().isTime() && bars.timeframe().endNs(bars.timeNs(last), calendar) <= timeNs;
        return isOver ? last + 1 : last;
    }
}
