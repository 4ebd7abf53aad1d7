package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.TradingCalendar;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Keeps recorded bars as they are and rolls them up into longer timeframes.
///
/// A longer bar closes with the recorded bar that reaches its end, or, where none does, before the first that
/// begins at its end or later. Engine thread only; the series may be read from any thread.
public final class BarRollUp {
    private final TreeMap<Long, TimeframeBars> byLengthNs = new TreeMap<>();
    private final SortedMap<Timeframe, BarSeries> series;
    private final TimeframeBars base;

    /// @param series the series to fill, that of the recorded bars, which are of length `recorded`, among them
    BarRollUp(Timeframe recorded, TradingCalendar calendar, SortedMap<Timeframe, BarSeries> series) {
        this.series = series;
        series.forEach((timeframe, bars) -> {
            requireMultiple(timeframe, recorded);
            long lengthNs = timeframe.lengthNs();
            byLengthNs.put(lengthNs, new TimeframeBars(lengthNs, calendar, longestDivisorOf(lengthNs), bars));
        });
        base = byLengthNs.firstEntry().getValue();
    }

    private static void requireMultiple(Timeframe timeframe, Timeframe recorded) {
        if (timeframe.lengthNs() % recorded.lengthNs() != 0) {
            throw new IllegalArgumentException(timeframe + " bars cannot be made of " + recorded + " bar data; take "
                    + recorded + " or a multiple of it");
        }
    }

    // The recorded bars come first, and all others are multiples of them.
    private @Nullable TimeframeBars longestDivisorOf(long lengthNs) {
        for (Map.Entry<Long, TimeframeBars> shorter : byLengthNs.descendingMap().entrySet()) {
            if (lengthNs % shorter.getKey() == 0) {
                return shorter.getValue();
            }
        }
        return null;
    }

    /// Closes every bar that ended at or before `timeNs`. Times never go back.
    ///
    /// @return how many bars closed, over all timeframes
    public int closeEnded(long timeNs) {
        return base.closeEnded(timeNs);
    }

    /// Takes in a recorded bar that ends at `endNs`, and closes it with all longer ones that end there; those that
    /// ended before it began must have been closed with [#closeEnded] before.
    ///
    /// @return how many bars closed, over all timeframes
    public int add(Bar bar, long endNs) {
        FormingBar forming = base.forming;
        forming.span(bar.timeNs(), endNs);
        forming.open = bar.open();
        forming.high = bar.high();
        forming.low = bar.low();
        forming.close = bar.close();
        forming.volume = bar.volume();
        forming.ticks = bar.ticks();
        return base.closeEnded(endNs);
    }

    /// Closes all bars as they stand, at the end of the data. Nothing may be added after.
    public void finish() {
        base.closeEnded(Long.MAX_VALUE);
    }

    /// Returns the closed bars of every timeframe asked for and of the recorded one, shortest first.
    public List<BarSeries> allSeries() {
        return List.copyOf(series.values());
    }
}
