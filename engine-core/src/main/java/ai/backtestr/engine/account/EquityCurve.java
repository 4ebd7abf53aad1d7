package ai.backtestr.engine.account;

import ai.backtestr.engine.instrument.TradingCalendar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// How equity went: a point at the end of every hour that had ticks, the equity and the instrument's price at the
/// end of every trading day, and the deepest falls from a peak, in money and as a share, over every single tick.
/// Engine thread only; read by others after the run.
public final class EquityCurve {
    private static final long HOUR_NS = 3_600_000_000_000L;

    private final TradingCalendar calendar;
    private final List<Long> dayEnds = new ArrayList<>();
    private final List<Long> dayTimes = new ArrayList<>();
    private final List<Long> dayCloses = new ArrayList<>();
    private long[] times = new long[64];
    private long[] values = new long[64];
    private int count;
    private long nextPointNs = Long.MIN_VALUE;
    private long dayEndNs = Long.MIN_VALUE;
    private long equity;
    private long peak;
    private long deepest;
    private long deepestPeak;
    private long steepest;
    private long steepestPeak;
    private long firstPrice;
    private long price;

    /// Starts at `startingCash`, as [ai.backtestr.engine.number.Money].
    public EquityCurve(TradingCalendar calendar, long startingCash) {
        this.calendar = calendar;
        this.equity = startingCash;
        this.peak = startingCash;
        this.steepestPeak = startingCash;
    }

    private EquityCurve(EquityCurve other) {
        calendar = other.calendar;
        dayEnds.addAll(other.dayEnds);
        dayTimes.addAll(other.dayTimes);
        dayCloses.addAll(other.dayCloses);
        count = other.count;
        times = Arrays.copyOf(other.times, count + 1);
        values = Arrays.copyOf(other.values, count + 1);
        nextPointNs = other.nextPointNs;
        dayEndNs = other.dayEndNs;
        equity = other.equity;
        peak = other.peak;
        deepest = other.deepest;
        deepestPeak = other.deepestPeak;
        steepest = other.steepest;
        steepestPeak = other.steepestPeak;
        firstPrice = other.firstPrice;
        price = other.price;
    }

    /// Returns a curve of its own that has gone as far as this one and ends there, as if `timeNs` were the time of
    /// the last tick; one without points where there was none. This one goes on.
    public EquityCurve upTo(long timeNs) {
        EquityCurve ended = new EquityCurve(this);
        if (count > 0) {
            ended.finish(timeNs);
        }
        return ended;
    }

    /// Tells that time has come to `timeNs`, before the tick of that time is taken in. Ends the hour and the day.
    public void onTime(long timeNs) {
        if (timeNs >= nextPointNs) {
            endHour(timeNs);
        }
    }

    private void endHour(long timeNs) {
        addPoint(count == 0 ? timeNs : nextPointNs);
        if (timeNs >= dayEndNs) {
            if (dayEndNs != Long.MIN_VALUE) {
                endDay();
            }
            dayEndNs = calendar.nextDayStart(timeNs);
        }
        long hourEndNs = timeNs - Math.floorMod(timeNs, HOUR_NS) + HOUR_NS;
        nextPointNs = Math.min(hourEndNs, dayEndNs);
    }

    private void endDay() {
        dayEnds.add(equity);
        dayTimes.add(dayEndNs);
        dayCloses.add(price);
    }

    /// Takes in the price of the instrument on a tick, at the instrument's price scale.
    public void onPrice(long newPrice) {
        if (firstPrice == 0) {
            firstPrice = newPrice;
        }
        price = newPrice;
    }

    /// Takes in the equity after a tick.
    public void onEquity(long newEquity) {
        equity = newEquity;
        if (newEquity >= peak) {
            peak = newEquity;
        } else {
            onFall(peak - newEquity);
        }
    }

    /// Tells whether equity that went anywhere between these two would leave the peak and the deepest falls as they
    /// are.
    public boolean isUnmovedBetween(long lowest, long highest) {
        long fall = peak - lowest;
        return highest < peak && fall <= deepest && !isMore(fall, steepestPeak, steepest, peak);
    }

    private void onFall(long fall) {
        if (fall > deepest) {
            deepest = fall;
            deepestPeak = peak;
        }
        if (isMore(fall, steepestPeak, steepest, peak)) {
            steepest = fall;
            steepestPeak = peak;
        }
    }

    /// Tells whether `a * b > c * d`, of numbers not below 0. Exact, so that a fall that another exceeds leaves no
    /// trace,
    /// whether it was looked at or not.
    private static boolean isMore(long a, long b, long c, long d) {
        long left = Math.multiplyHigh(a, b);
        long right = Math.multiplyHigh(c, d);
        return left != right ? left > right : Long.compareUnsigned(a * b, c * d) > 0;
    }

    /// Returns when [#onTime] has something to do next.
    public long nextPointNs() {
        return nextPointNs;
    }

    /// Ends the curve after the last tick.
    public void finish(long timeNs) {
        addPoint(timeNs);
        endDay();
    }

    private void addPoint(long timeNs) {
        if (count == times.length) {
            times = Arrays.copyOf(times, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        times[count] = timeNs;
        values[count] = equity;
        count++;
    }

    /// The points of a curve up to a moment, which those added later leave as they are. Immutable; any thread that it
    /// was handed to safely.
    public static final class SoFar {
        private final long[] times;
        private final long[] values;
        private final int count;

        /// The curve writes behind `count` alone, or into other arrays.
        private SoFar(long[] times, long[] values, int count) {
            this.times = times;
            this.values = values;
            this.count = count;
        }

        /// Returns how many points there are.
        public int count() {
            return count;
        }

        /// Returns the time of point `index`, nanoseconds since the epoch, UTC.
        public long timeNs(int index) {
            return times[Objects.checkIndex(index, count)];
        }

        /// Returns the equity at point `index`, as [ai.backtestr.engine.number.Money].
        public long equity(int index) {
            return values[Objects.checkIndex(index, count)];
        }
    }

    /// Returns the points up to now, for other threads; nothing is copied.
    public SoFar soFar() {
        return new SoFar(times, values, count);
    }

    /// Returns how many points there are.
    public int count() {
        return count;
    }

    /// Returns the time of point `index`, nanoseconds since the epoch, UTC.
    public long timeNs(int index) {
        return times[index];
    }

    /// Returns the equity at point `index`, as [ai.backtestr.engine.number.Money].
    public long equity(int index) {
        return values[index];
    }

    /// Returns the equity now.
    public long last() {
        return equity;
    }

    /// Returns the equity at the end of each trading day that had ticks.
    public List<Long> dayEnds() {
        return List.copyOf(dayEnds);
    }

    /// Returns when each of those trading days ended by the calendar, nanoseconds since the epoch, UTC.
    public List<Long> dayTimes() {
        return List.copyOf(dayTimes);
    }

    /// Returns the instrument's last price on each of those trading days, at its price scale.
    public List<Long> dayCloses() {
        return List.copyOf(dayCloses);
    }

    /// Returns the instrument's first price; 0 if there was none.
    public long firstPrice() {
        return firstPrice;
    }

    /// Returns the highest equity, the starting cash included.
    public long peak() {
        return peak;
    }

    /// Returns the deepest fall of equity below its highest value so far, not negative.
    public long maxDrawdown() {
        return deepest;
    }

    /// Returns the peak from which the deepest fall was measured; the starting cash if there was none.
    public long maxDrawdownPeak() {
        return deepest == 0 ? peak : deepestPeak;
    }

    /// Returns the deepest fall of equity below its highest value so far as a share of that value, not negative.
    ///
    /// It need not be the deepest fall in money: while equity is small, a smaller fall can be a larger share.
    public double maxRelativeDrawdown() {
        return (double) steepest / steepestPeak;
    }
}
