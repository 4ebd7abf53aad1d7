package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.tick.PriceRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Builds the bars of any number of timeframes from one stream of prices.
///
/// A price touches the base bar only, whatever the number of timeframes. When the base bar closes it is merged into
/// the timeframes that are multiples of it, theirs into multiples of theirs when they close, and so on; the bar
/// still forming in a longer timeframe is put together when someone asks. The base is the longest timeframe that
/// divides all: usually the shortest one asked for, else one of its own that is not kept.
///
/// ```
///   price ──▶ 1s ──▶ 1m ──▶ 5m ──▶ 15m ──▶ 1h ──▶ 4h ──▶ 1d
/// ```
///
/// A bar closes when a price at or after its end arrives, before that price enters the next. Engine thread only;
/// the series may be read from any thread.
public final class MultiTimeframeBars {
    private final BarPrice price;
    private final TreeMap<Long, TimeframeBars> byLengthNs = new TreeMap<>();
    private final SortedMap<Timeframe, BarSeries> series;
    private final TimeframeBars base;
    private final FormingBar baseBar;

    /// Prepares empty bars of the timeframes in `series`, at least one.
    MultiTimeframeBars(BarPrice price, TradingCalendar calendar, SortedMap<Timeframe, BarSeries> series) {
        this.price = price;
        this.series = series;
        long baseNs = commonDivisorNs(series.keySet());
        if (baseNs != series.firstKey().lengthNs()) {
            byLengthNs.put(baseNs, new TimeframeBars(baseNs, calendar, null, null));
        }
        series.forEach((timeframe, bars) -> {
            long lengthNs = timeframe.lengthNs();
            byLengthNs.put(lengthNs, new TimeframeBars(lengthNs, calendar, longestDivisorOf(lengthNs), bars));
        });
        base = byLengthNs.firstEntry().getValue();
        baseBar = base.forming;
    }

    private @Nullable TimeframeBars longestDivisorOf(long lengthNs) {
        for (Map.Entry<Long, TimeframeBars> shorter : byLengthNs.descendingMap().entrySet()) {
            if (lengthNs % shorter.getKey() == 0) {
                return shorter.getValue();
            }
        }
        return null;
    }

    private static long commonDivisorNs(Collection<Timeframe> timeframes) {
        long divisorNs = 0;
        for (Timeframe timeframe : timeframes) {
            divisorNs = greatestCommonDivisor(timeframe.lengthNs(), divisorNs);
        }
        return divisorNs;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /// Closes every bar that ended at or before `timeNs`. Times never go back.
    ///
    /// @return how many bars closed, over all timeframes
    public int closeEnded(long timeNs) {
        return timeNs < baseBar.endNs ? 0 : base.closeEnded(timeNs);
    }

    /// Takes in a price; bars that it ends must have been closed with [#closeEnded] before.
    public void add(long timeNs, long barPrice, long quantity) {
        if (timeNs >= baseBar.endNs) {
            base.begin(timeNs);
        }
        baseBar.add(barPrice, quantity);
    }

    /// Takes in a run of prices at once, `prices[from]` to `prices[to]` (exclusive): at least one, all before
    /// [#nextEndNs], whose range is `range` and whose quantities add up to `quantity`. A price must have begun
    /// the base bar before, by [#add].
    public void addRun(long[] prices, int from, int to, PriceRange range, long quantity) {
        baseBar.addRun(prices, from, to, range, quantity);
    }

    /// Returns when the base bar ends, which is when [#closeEnded] has something to do next.
    public long nextEndNs() {
        return baseBar.endNs;
    }

    /// Closes all bars as they stand, at the end of the data. Nothing may be added after.
    public void finish() {
        base.closeEnded(Long.MAX_VALUE);
    }

    /// Returns which price the bars are made of.
    public BarPrice price() {
        return price;
    }

    /// Returns the closed bars of `timeframe`.
    ///
    /// @throws IllegalArgumentException if that was not asked for at the start
    public BarSeries series(Timeframe timeframe) {
        BarSeries bars = series.get(timeframe);
        if (bars == null) {
            throw new IllegalArgumentException(timeframe + " bars are not being made; there are " + series.keySet());
        }
        return bars;
    }

    /// Returns the closed bars of every timeframe asked for, shortest first.
    public List<BarSeries> allSeries() {
        return List.copyOf(series.values());
    }

    /// Returns the bar of `timeframe` as it stands now, or nothing before its first price. Engine thread only.
    public Optional<Bar> forming(Timeframe timeframe) {
        List<TimeframeBars> path = new ArrayList<>();
        for (TimeframeBars at = byLengthNs.get(timeframe.lengthNs()); at != null; at = at.shorter) {
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
        return whole.isOpen() ? Optional.of(whole.toBar()) : Optional.empty();
    }
}
