package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.TradingCalendar;

/// Where bars that end with the clock begin and end. Remembers the day, week or month it was last asked about, so
/// that the calendar is consulted once for each and the rest is arithmetic. Engine thread only.
final class BarSpan {
    private final Timeframe.Unit period;
    private final int months;
    private final long lengthNs;
    private final TradingCalendar calendar;
    private long periodStartNs = Long.MAX_VALUE;
    private long periodEndNs = Long.MIN_VALUE;

    private BarSpan(Timeframe.Unit period, int months, long lengthNs, TradingCalendar calendar) {
        this.period = period;
        this.months = months;
        this.lengthNs = lengthNs;
        this.calendar = calendar;
    }

    /// Spans of a timeframe, which ends with the clock.
    static BarSpan of(Timeframe timeframe, TradingCalendar calendar) {
        return timeframe.isWithinDay()
                ? withinDay(timeframe.lengthNs(), calendar)
                : new BarSpan(timeframe.unit(), timeframe.count(), 0, calendar);
    }

    /// Spans of that length, counted from the start of the trading day.
    static BarSpan withinDay(long lengthNs, TradingCalendar calendar) {
        return new BarSpan(Timeframe.Unit.DAY, 1, lengthNs, calendar);
    }

    /// Sets `bar` to span the period that holds `timeNs`. The last bar of a day ends with the day at the latest.
    void place(FormingBar bar, long timeNs) {
        if (timeNs < periodStartNs || timeNs >= periodEndNs) {
            enter(timeNs);
        }
        if (lengthNs == 0) {
            bar.span(periodStartNs, periodEndNs);
        } else {
            long start = timeNs - (timeNs - periodStartNs) % lengthNs;
            bar.span(start, Math.min(start + lengthNs, periodEndNs));
        }
    }

    private void enter(long timeNs) {
        switch (period) {
            case WEEK -> {
                periodStartNs = calendar.weekStart(timeNs);
                periodEndNs = calendar.nextWeekStart(timeNs);
            }
            case MONTH -> {
                periodStartNs = calendar.monthStart(timeNs, months);
                periodEndNs = calendar.nextMonthStart(timeNs, months);
            }
            default -> {
                periodStartNs = calendar.dayStart(timeNs);
                periodEndNs = calendar.nextDayStart(timeNs);
            }
        }
    }
}
