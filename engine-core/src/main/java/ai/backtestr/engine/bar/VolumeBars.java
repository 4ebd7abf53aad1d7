package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.tick.TickPage;

/// Bars of so much volume. A bar closes on the tick by which its volume reaches the size or exceeds it. A tick is
/// never divided: what it is too much stays in its bar, and the next begins at nothing. A tick of unknown quantity,
/// which is 0, adds none. Engine thread only.
final class VolumeBars extends TickBuiltBars {
    private final long size;

    /// @param size at the scale of quantities
    VolumeBars(long size, ClosedBars closed, TradingCalendar calendar) {
        super(closed, calendar);
        this.size = size;
    }

    @Override
    int add(long timeNs, long price, long quantity) {
        if (!forming.isOpen()) {
            begin(timeNs);
        }
        forming.add(price, quantity);
        return forming.volume >= size ? close() : 0;
    }

    @Override
    int firstToClose(long[] prices, int from, int to, TickPage page, int first) {
        long missing = size - forming.volume;
        for (int i = from; i < to; i++) {
            missing -= page.bidQuantity(first + i);
            if (missing <= 0) {
                return i;
            }
        }
        return to;
    }
}
