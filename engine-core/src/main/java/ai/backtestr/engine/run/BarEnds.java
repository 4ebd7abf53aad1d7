package ai.backtestr.engine.run;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;

/// When recorded bars end: a length after they began, a daily one with its trading day, and none after the next
/// begins, which can be earlier where clocks change.
///
/// @param calendar that of the instrument
/// @param timeframe how long the bars last
record BarEnds(TradingCalendar calendar, Timeframe timeframe) {
    /// @param nextNs when the bar after it begins; `Long.MAX_VALUE` if there is none
    long endNs(Bar bar, long nextNs) {
        long endNs = timeframe.equals(Timeframe.ONE_DAY)
                ? calendar.nextDayStart(bar.timeNs())
                : bar.timeNs() + timeframe.lengthNs();
        return Math.min(nextNs, endNs);
    }
}
