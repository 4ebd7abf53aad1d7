package ai.backtestr.engine.account;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.time.Times;
import java.time.DayOfWeek;

/// Books swap at the end of each trading day over which a position is held. Engine thread only.
///
/// The end of a day is seen when the first tick of a later one arrives, before that tick has any effect: the
/// position is the one held over night and its worth that of the last tick before.
public final class Rollover {
    private final SwapModel model;
    private final TradingCalendar calendar;
    private final Holdings account;
    private long nextNs;

    /// Books to `account`, on days of `calendar`.
    public Rollover(SwapModel model, TradingCalendar calendar, Holdings account) {
        this.model = model;
        this.calendar = calendar;
        this.account = account;
        this.nextNs = model instanceof SwapModel.None ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    /// Returns the time at which the present day ends; `Long.MAX_VALUE` where there is no swap.
    public long nextNs() {
        return nextNs;
    }

    /// Tells that a tick of a later day has come; `market` still stands as it was before.
    public void onTime(long timeNs, Market market) {
        if (nextNs == Long.MIN_VALUE || !account.hasPosition()) {
            nextNs = calendar.nextDayStart(timeNs);
            return;
        }
        while (nextNs <= timeNs) {
            int days = daysEndingAt(nextNs);
            if (days > 0) {
                account.bookSwap(model, days, market);
            }
            nextNs = calendar.nextDayStart(nextNs);
        }
    }

    private int daysEndingAt(long endNs) {
        DayOfWeek triple = model.tripleDay();
        if (triple == null) {
            return 1;
        }
        DayOfWeek day = Times.instant(endNs - 1).atZone(calendar.zone()).getDayOfWeek();
        if (day == triple) {
            return 3;
        }
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? 0 : 1;
    }
}
