package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.tick.TickPage;

/// Renko bricks. The first price is where they begin. A brick closes when the price has moved a brick's size beyond
/// the end of the last one, in either direction: one size further on, or back by two, the second of which is the
/// new brick.
///
/// ```
///             ┌───┐ ◀─ closes when the price reaches top + size
///         ┌───┤   │
///         │   ├───┤ ◀─ top of the last brick
///         │   │   │
///         │   ├───┤ ◀─ bottom of the last brick
///         └───┤   │
///             └───┘ ◀─ closes when the price reaches bottom - size
/// ```
///
/// One tick can close several, one after the other. All ticks since the brick before, that tick among them, count
/// in the first of these; the others have no volume and no ticks and begin at its time. Bricks have no wicks, end
/// exactly on their levels, and go on over the ends of days. One that is not complete at the end of the data is
/// none.
///
/// Source: Steve Nison, Beyond Candlesticks (1994), chapter 8, on each tick instead of each close. Engine thread
/// only.
final class RenkoBars extends TickBuiltBars {
    private final long size;
    private final FormingBar brick = new FormingBar();
    private boolean begun;
    private long top;
    private long bottom;
    private long lastPrice;
    private long lastNs;

    /// @param size at the scale of the bars' prices
    RenkoBars(long size, ClosedBars closed, TradingCalendar calendar) {
        super(closed, calendar);
        this.size = size;
    }

    @Override
    int closeEnded(long timeNs) {
        return 0;
    }

    @Override
    int add(long timeNs, long price, long quantity) {
        if (!begun) {
            begun = true;
            top = price;
            bottom = price;
        }
        if (!forming.isOpen()) {
            begin(timeNs);
        }
        forming.add(price, quantity);
        lastPrice = price;
        lastNs = timeNs;
        return closeNext();
    }

    @Override
    int closeNext() {
        if (lastPrice >= top + size) {
            bottom = top;
            top += size;
            return closeBrick(bottom, top);
        }
        if (lastPrice <= bottom - size) {
            top = bottom;
            bottom -= size;
            return closeBrick(top, bottom);
        }
        return 0;
    }

    private int closeBrick(long open, long close) {
        brick.startNs = forming.isOpen() ? forming.startNs : lastNs;
        brick.open = open;
        brick.close = close;
        brick.high = top;
        brick.low = bottom;
        brick.volume = forming.volume;
        brick.ticks = forming.ticks;
        forming.clear();
        return closed.append(brick);
    }

    @Override
    int firstToClose(long[] prices, int from, int to, TickPage page, int first) {
        if (!begun) {
            return from;
        }
        long high = top + size;
        long low = bottom - size;
        for (int i = from; i < to; i++) {
            if (prices[i] >= high || prices[i] <= low) {
                return i;
            }
        }
        return to;
    }

    @Override
    void finish() {
        forming.clear();
    }
}
