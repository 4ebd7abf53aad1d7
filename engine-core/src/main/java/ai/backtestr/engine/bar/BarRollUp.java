package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.TradingCalendar;
import java.util.List;
import java.util.SortedMap;

/// Keeps recorded bars as they are and rolls them up into longer timeframes.
///
/// A longer bar closes with the recorded bar that reaches its end, or, where none does, before the first that
/// begins at its end or later. Engine thread only; the series may be read from any thread.
public final class BarRollUp {
    private final SortedMap<Timeframe, BarSeries> series;
    private final TimeframeBars base;

    /// @param series the series to fill, that of the recorded bars, which are of length `recorded`, among them
    BarRollUp(Timeframe recorded, TradingCalendar calendar, SortedMap<Timeframe, BarSeries> series) {
        this.series = series;
        series.keySet().forEach(timeframe -> requireMultiple(timeframe, recorded));
        base = TimeframeTree.of(recorded, BarPlan.closed(series), calendar).base;
    }

    private static void requireMultiple(Timeframe timeframe, Timeframe recorded) {
        if (!timeframe.traded().isTime()) {
            throw new IllegalArgumentException(timeframe + " bars are made of ticks, and there are " + recorded
                    + " bars alone; take a time, like " + recorded);
        }
        if (!timeframe.traded().isMadeOf(recorded)) {
            throw new IllegalArgumentException(timeframe + " bars cannot be made of " + recorded + " bar data; take "
                    + recorded + " or a multiple of it");
        }
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
