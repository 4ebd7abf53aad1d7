package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.TradingCalendar;

/// Where the bars of a timeframe begin and end. Remembers the trading day it was last asked about, so that the
/// calendar is consulted once a day and the rest is arithmetic. Engine thread only.
final class BarSpan {
    private final long lengthNs;
    private final TradingCalendar calendar;
    private long dayStartNs = Long.MAX_VALUE;
    private long dayEndNs = Long.MIN_VALUE;

    BarSpan(long lengthNs, TradingCalendar calendar) {
        this.lengthNs = lengthNs;
        this.calendar = calendar;
    }

    /// Sets `bar` to span the period that holds `timeNs`. The last bar of a day ends with the day at the latest.
    void place(FormingBar bar, long timeNs) {
        if (timeNs < dayStartNs || timeNs >= dayEndNs) {
            dayStartNs = calendar.dayStart(timeNs);
            dayEndNs = calendar.nextDayStart(timeNs);
        }
        if (lengthNs == Timeframe.ONE_DAY.lengthNs()) {
            bar.span(dayStartNs, dayEndNs);
        } else {
            long start = timeNs - (timeNs - dayStartNs) % lengthNs;
            bar.span(start, Math.min(start + lengthNs, dayEndNs));
        }
    }
}
