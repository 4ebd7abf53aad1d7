package ai.backtestr.engine.run;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.time.Times;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Equity and drawdown worked out the obvious way, without the engine: after each tick the position is marked
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
}
