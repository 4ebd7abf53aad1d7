package ai.backtestr.engine.order;

import ai.backtestr.engine.instrument.TradingCalendar;

/// When sessions open and close, as far as recorded bars show it. A daily bar is a session. Of shorter bars, the
/// one that holds the opening stands for it with its open, and the one that holds the close with its close: where
/// in a bar the session opens or closes is not known. Engine thread only.
final class BarSessions {
    private final TradingCalendar calendar;
    private final boolean daily;
    private long barEndNs;

    BarSessions(TradingCalendar calendar, boolean daily) {
        this.calendar = calendar;
        this.daily = daily;
    }

    boolean areKnown() {
        return daily || calendar.hasSessions();
    }

    /// Tells that a bar begins which ends at `endNs`.
    void begin(long endNs) {
        barEndNs = endNs;
    }

    long barEndNs() {
        return barEndNs;
    }

    /// Returns when an order for the open acts which arrives at `timeNs`, before the open of that moment; 0 for the
    /// next bar.
    long nextOpen(long timeNs) {
        return daily ? 0 : calendar.nextOpen(timeNs - 1);
    }

    /// Returns the close that an order waits for which has met the open of the bar of `timeNs`.
    long nextClose(long timeNs) {
        return daily ? barEndNs : calendar.sessionClosingAfter(timeNs).closeNs();
    }
}
