package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.instrument.TradingCalendar;

/// Tells where trading days begin. Asks the calendar once a day, which allocates, and not at all of daily and
/// longer bars.
final class TradingDay {
    private final TradingCalendar calendar;
    private long endNs = Long.MIN_VALUE;

    TradingDay(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    /// Tells whether the bar is the first of its day.
    boolean begins(BarSeries bars, int index) {
        if (bars.timeframe().isDayOrLonger()) {
            return true;
        }
        long timeNs = bars.timeNs(index);
        if (timeNs < endNs) {
            return false;
        }
        endNs = calendar.nextDayStart(timeNs);
        return true;
    }
}
