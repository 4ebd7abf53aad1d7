package ai.backtestr.render.series;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import java.util.function.BooleanSupplier;

/// Closed bars of an instrument as indicators take them in: the same as the engine makes.
///
/// Threads: any but the FX thread, one at a time, since reading may take files. After what it reads from was
/// closed, [#read] throws [java.util.concurrent.CancellationException].
public interface IndicatorBars {
    /// Bars one after the other.
    ///
    /// @param bars the bars
    /// @param count how many of them are to be taken, from the first
    /// @param fromFirst whether the first of them is the first of the instrument
    record Stretch(BarSeries bars, int count, boolean fromFirst) {}

    /// Reads the bars of `timeframe` that begin from `fromNs` up to `toNs`, and `before` bars, or as many as there
    /// are, ahead of them. There may be more of both.
    ///
    /// @param timeframe that of the chart, or a longer one
    /// @param cancelled whether nobody waits for the bars any more
    /// @throws java.util.concurrent.CancellationException if so
    Stretch read(Timeframe timeframe, long fromNs, long toNs, int before, BooleanSupplier cancelled);

    /// Returns when trading days begin.
    TradingCalendar calendar();
}
