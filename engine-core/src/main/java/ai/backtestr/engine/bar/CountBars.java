package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.tick.TickPage;

/// Bars of so many ticks. A bar closes on its last tick. Engine thread only.
final class CountBars extends TickBuiltBars {
    private final int count;

    CountBars(int count, ClosedBars closed, TradingCalendar calendar) {
        super(closed, calendar);
        this.count = count;
    }

    @Override
    int add(long timeNs, long price, long quantity) {
        if (!forming.isOpen()) {
            begin(timeNs);
        }
        forming.add(price, quantity);
        return forming.ticks == count ? close() : 0;
    }

    @Override
    int firstToClose(long[] prices, int from, int to, TickPage page, int first) {
        return (int) Math.min(to, from + (count - forming.ticks) - 1);
    }
}
