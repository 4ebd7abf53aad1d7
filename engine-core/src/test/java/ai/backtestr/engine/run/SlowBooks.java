package ai.backtestr.engine.run;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.time.Times;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Bars, equity and drawdown worked out the obvious way, without the engine: after each tick the position is marked
/// and everything is looked at anew. No costs, positions netted.
final class SlowBooks {
    private static final long HOUR_NS = 3600 * Times.SECOND_NS;

    private final TradingCalendar calendar;
    private final long moneyPerUnit;
    private long cash;
    private long position;

    /// Equity at a time.
    record Point(long timeNs, long equity) {}

    final List<Point> points = new ArrayList<>();
    final List<Long> dayEnds = new ArrayList<>();
    long equity;
    private long peak;
    long maxDrawdown;
    private BigInteger steepestFall = BigInteger.ZERO;
    private BigInteger steepestPeak = BigInteger.ONE;

    /// @param moneyPerUnit what one unit of price times one unit of quantity comes to as money
    SlowBooks(TradingCalendar calendar, long startingCash, long moneyPerUnit) {
        this.calendar = calendar;
        this.moneyPerUnit = moneyPerUnit;
        cash = startingCash;
        equity = startingCash;
        peak = startingCash;
    }

    void run(List<Tick> ticks, List<SlowMatcher.Execution> executions) {
        points.add(new Point(ticks.getFirst().timeNs(), equity));
        int booked = 0;
        for (int i = 0; i < ticks.size(); i++) {
            Tick tick = ticks.get(i);
            for (; booked < executions.size() && executions.get(booked).tick() == i; booked++) {
                SlowMatcher.Execution execution = executions.get(booked);
                cash -= execution.quantity() * execution.price() * moneyPerUnit;
                position += execution.quantity();
            }
            mark(tick);
            boolean last = i == ticks.size() - 1;
            endPeriods(tick.timeNs(), last ? Long.MAX_VALUE : ticks.get(i + 1).timeNs());
        }
    }

    private void mark(Tick tick) {
        long price = position > 0 ? Math.min(tick.bid(), tick.ask()) : Math.max(tick.bid(), tick.ask());
        equity = cash + position * price * moneyPerUnit;
        peak = Math.max(peak, equity);
        long fall = peak - equity;
        maxDrawdown = Math.max(maxDrawdown, fall);
        boolean steeper = BigInteger.valueOf(fall)
                        .multiply(steepestPeak)
                        .compareTo(steepestFall.multiply(BigInteger.valueOf(peak)))
                > 0;
        if (steeper) {
            steepestFall = BigInteger.valueOf(fall);
            steepestPeak = BigInteger.valueOf(peak);
        }
    }

    private void endPeriods(long timeNs, long nextNs) {
        long dayEndNs = calendar.nextDayStart(timeNs);
        long hourEndNs = Math.min(timeNs - timeNs % HOUR_NS + HOUR_NS, dayEndNs);
        if (nextNs == Long.MAX_VALUE) {
            points.add(new Point(timeNs, equity));
        } else if (nextNs >= hourEndNs) {
            points.add(new Point(hourEndNs, equity));
        }
        if (nextNs >= dayEndNs) {
            dayEnds.add(equity);
        }
    }

    double maxRelativeDrawdown() {
        return steepestFall.doubleValue() / steepestPeak.doubleValue();
    }

    /// Each bid into the bar whose start it falls on.
    static List<Bar> bars(TradingCalendar calendar, Timeframe timeframe, List<Tick> ticks) {
        List<Bar> bars = new ArrayList<>();
        long dayStart = Long.MAX_VALUE;
        long dayEnd = Long.MIN_VALUE;
        for (Tick tick : ticks) {
            if (tick.timeNs() >= dayEnd) {
                dayStart = calendar.dayStart(tick.timeNs());
                dayEnd = calendar.nextDayStart(tick.timeNs());
            }
            long length = timeframe.lengthNs();
            boolean isDay = timeframe.equals(Timeframe.ONE_DAY);
            long start = isDay ? dayStart : dayStart + (tick.timeNs() - dayStart) / length * length;
            long bid = tick.bid();
            if (bars.isEmpty() || bars.getLast().timeNs() != start) {
                bars.add(new Bar(start, bid, bid, bid, bid, 0, 1));
            } else {
                Bar bar = bars.removeLast();
                long high = Math.max(bar.high(), bid);
                long low = Math.min(bar.low(), bid);
                bars.add(new Bar(start, bar.open(), high, low, bid, 0, bar.ticks() + 1));
            }
        }
        return bars;
    }
}
