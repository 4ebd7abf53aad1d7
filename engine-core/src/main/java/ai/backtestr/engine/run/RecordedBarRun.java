package ai.backtestr.engine.run;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarDataSource;
import ai.backtestr.engine.bar.BarPlan;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.BarRollUp;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import java.util.Optional;

/// Reads recorded bars into a series, rolled up into a longer timeframe if one is asked for. Made, run once on the
/// thread that calls [#run()], cancelled from any other.
public final class RecordedBarRun {
    private final BarDataSource source;
    private final BarSeries series;
    private final BarRollUp bars;
    private volatile boolean cancelled;

    /// Prepares bars of `timeframe`. The source stays the caller's to close.
    ///
    /// @throws IllegalArgumentException if that is no multiple of the source's
    public RecordedBarRun(BarDataSource source, Timeframe timeframe) {
        this.source = source;
        BarPlan plan = new BarPlan(source.instrument(), BarPrice.TRADE);
        series = plan.series(timeframe);
        bars = plan.buildOn(source.timeframe());
    }

    /// Reads from the first bar to the last; the last is as the data left it.
    ///
    /// @return the bars, or nothing if it was cancelled
    /// @throws ai.backtestr.engine.tick.TickSourceException if the bars cannot be read
    public Optional<BarSeries> run() {
        BarEnds ends = new BarEnds(source.instrument().calendar(), source.timeframe());
        boolean more = source.next();
        while (more && !cancelled) {
            Bar bar = source.bar();
            more = source.next();
            bars.closeEnded(bar.timeNs());
            bars.add(bar, ends.endNs(bar, more ? source.bar().timeNs() : Long.MAX_VALUE));
        }
        bars.finish();
        return cancelled ? Optional.empty() : Optional.of(series);
    }

    /// Ends it soon. Any thread.
    public void cancel() {
        cancelled = true;
    }
}
