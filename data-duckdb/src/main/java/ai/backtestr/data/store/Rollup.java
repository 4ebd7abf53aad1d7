package ai.backtestr.data.store;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.time.Times;
import java.nio.file.Path;
import java.time.Duration;

/// Makes the bars of minutes and of trading days that are stored beside the ticks of a part. Takes the ticks in the
/// order of time. Used by one thread at a time.
final class Rollup implements AutoCloseable {
    private static final long MINUTE_NS = 60 * Times.SECOND_NS;
    private static final long MS_NS = 1_000_000;

    private final TradingCalendar calendar;
    private final BarSpool minutes;
    private final BarSpool days;
    private final Kind quotes = new Kind(false);
    private final Kind trades = new Kind(true);

    /// @param folder where its temporary files are made
    Rollup(TradingCalendar calendar, Path folder) {
        this.calendar = calendar;
        minutes = new BarSpool(folder);
        try {
            days = new BarSpool(folder);
        } catch (StoreException e) {
            minutes.close();
            throw e;
        }
    }

    void take(TickPage page) {
        for (int i = 0; i < page.count(); i++) {
            boolean trade = TickFlags.isTrade(page.flagBits(i));
            (trade ? trades : quotes)
                    .take(page.timeNs(i), page.bidPrice(i), page.askPrice(i), trade ? page.bidQuantity(i) : 0);
        }
    }

    /// Ends the last bars; no further ticks can be taken.
    void finish() {
        quotes.finish();
        trades.finish();
    }

    BarSpool minutes() {
        return minutes;
    }

    BarSpool days() {
        return days;
    }

    @Override
    public void close() {
        try (minutes) {
            days.close();
        }
    }

    /// The bars under way of quotes, or of trades.
    private final class Kind {
        private final RolledBar minute;
        private final RolledBar day;
        private long minuteEndNs = Long.MIN_VALUE;
        private long dayEndNs = Long.MIN_VALUE;

        Kind(boolean trades) {
            minute = new RolledBar(trades);
            day = new RolledBar(trades);
        }

        void take(long timeNs, long bid, long ask, long quantity) {
            if (timeNs >= minuteEndNs || minute.ticks == 0) {
                finishMinute();
                beginMinute(timeNs, bid, ask);
            }
            minute.take(bid, ask, quantity);
        }

        private void beginMinute(long timeNs, long bid, long ask) {
            long startNs = Math.floorDiv(timeNs, MINUTE_NS) * MINUTE_NS;
            minuteEndNs = startNs + MINUTE_NS;
            minute.begin(startNs / MS_NS, bid, ask);
            if (timeNs >= dayEndNs || day.ticks == 0) {
                finishDay();
                beginDay(timeNs, bid, ask);
            }
        }

        private void beginDay(long timeNs, long bid, long ask) {
            long startNs = calendar.dayStart(timeNs);
            dayEndNs = calendar.nextDayStart(timeNs);
            day.begin(startNs / MS_NS, bid, ask);
            day.day = tradingDay(startNs);
        }

        private void finishMinute() {
            if (minute.ticks > 0) {
                minutes.add(minute);
                day.take(minute);
                minute.ticks = 0;
            }
        }

        private void finishDay() {
            if (day.ticks > 0) {
                days.add(day);
                day.ticks = 0;
            }
        }

        void finish() {
            finishMinute();
            finishDay();
        }
    }

    /// A day that begins in the afternoon is named after the next: Monday of foreign exchange begins on Sunday.
    private long tradingDay(long startNs) {
        return Times.instant(startNs)
                .atZone(calendar.zone())
                .toLocalDateTime()
                .plus(Duration.ofHours(12))
                .toLocalDate()
                .toEpochDay();
    }
}
