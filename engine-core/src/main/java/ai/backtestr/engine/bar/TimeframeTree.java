package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The timeframes that end with the clock. The base is a part of all; each of the others is made of the longest
/// that it is a whole number of. Engine thread only.
final class TimeframeTree {
    final TimeframeBars base;
    private final TradingCalendar calendar;
    private final TreeMap<Timeframe, TimeframeBars> kept = new TreeMap<>();

    private TimeframeTree(TimeframeBars base, TradingCalendar calendar) {
        this.base = base;
        this.calendar = calendar;
    }

    /// Begins with the longest base that is a part of all of `wanted`: the greatest length that divides all that
    /// are shorter than the day, else the day. It is kept if it is one of them.
    static TimeframeTree of(Map<Timeframe, ClosedBars> wanted, TradingCalendar calendar) {
        TreeMap<Timeframe, ClosedBars> byTime = new TreeMap<>();
        long commonNs = 0;
        for (Map.Entry<Timeframe, ClosedBars> entry : wanted.entrySet()) {
            Timeframe timeframe = entry.getKey();
            if (timeframe.isTime()) {
                byTime.put(timeframe, entry.getValue());
                commonNs = timeframe.isWithinDay() ? greatestDivisor(timeframe.lengthNs(), commonNs) : commonNs;
            }
        }
        boolean isDay = commonNs == 0;
        if (isDay) {
            byTime.putIfAbsent(Timeframe.ONE_DAY, ClosedBars.NOT_KEPT);
        }
        if (isDay || byTime.firstKey().lengthNs() == commonNs) {
            return of(byTime.firstKey(), byTime, calendar);
        }
        BarSpan span = BarSpan.withinDay(commonNs, calendar);
        return new TimeframeTree(new TimeframeBars(span, null, ClosedBars.NOT_KEPT), calendar).with(byTime);
    }

    /// Begins with bars of `base`, one of `wanted`, of each of which it is a part.
    static TimeframeTree of(Timeframe base, Map<Timeframe, ClosedBars> wanted, TradingCalendar calendar) {
        TreeMap<Timeframe, ClosedBars> longer = new TreeMap<>(wanted);
        ClosedBars closed = longer.remove(base);
        if (closed == null) {
            throw new IllegalStateException(base + " is not among the bars that are wanted");
        }
        TimeframeTree tree = new TimeframeTree(new TimeframeBars(BarSpan.of(base, calendar), null, closed), calendar);
        tree.kept.put(base, tree.base);
        return tree.with(longer);
    }

    private TimeframeTree with(Map<Timeframe, ClosedBars> shortestFirst) {
        shortestFirst.forEach((timeframe, closed) -> kept.put(
                timeframe, new TimeframeBars(BarSpan.of(timeframe, calendar), longestPartOf(timeframe), closed)));
        return this;
    }

    private TimeframeBars longestPartOf(Timeframe timeframe) {
        for (Map.Entry<Timeframe, TimeframeBars> shorter : kept.descendingMap().entrySet()) {
            if (timeframe.isMadeOf(shorter.getKey())) {
                return shorter.getValue();
            }
        }
        return base;
    }

    private static long greatestDivisor(long a, long b) {
        return b == 0 ? a : greatestDivisor(b, a % b);
    }

    /// Returns the bar of `timeframe`, one of the tree, as it stands now, or nothing before its first price.
    Optional<Bar> forming(Timeframe timeframe) {
        List<TimeframeBars> path = new ArrayList<>();
        for (TimeframeBars at = kept.get(timeframe.traded()); at != null; at = at.shorter) {
            path.add(at);
        }
        FormingBar whole = new FormingBar();
        for (TimeframeBars part : path) {
            if (part.forming.isOpen()) {
                if (!whole.isOpen()) {
                    path.getFirst().placeAround(whole, part.forming.startNs);
                }
                whole.merge(part.forming);
            }
        }
        return whole.isOpen() ? path.getFirst().closed.shown(whole, timeframe.heikinAshi()) : Optional.empty();
    }
}
