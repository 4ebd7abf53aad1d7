package ai.backtestr.desktop.chart;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.render.series.IndicatorBars;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Bars in memory as indicators take them in, all from the first on; those of other timeframes are made when they
/// are asked for, and kept.
public final class LoadedBars implements IndicatorBars {
    private final BarSeries bars;
    private final TradingCalendar calendar;
    private final Function<Timeframe, BarSeries> others;
    private final Map<Timeframe, BarSeries> made = new ConcurrentHashMap<>();

    /// @param bars those of the chart
    /// @param calendar when trading days begin
    /// @param others makes bars of another timeframe; called on the thread that reads
    public LoadedBars(BarSeries bars, TradingCalendar calendar, Function<Timeframe, BarSeries> others) {
        this.bars = bars;
        this.calendar = calendar;
        this.others = others;
    }

    @Override
    public Stretch read(Timeframe timeframe, long fromNs, long toNs, int before, BooleanSupplier cancelled) {
        BarSeries read = timeframe.equals(bars.timeframe()) ? bars : made.computeIfAbsent(timeframe, others);
        return new Stretch(read, read.count(), true);
    }

    @Override
    public TradingCalendar calendar() {
        return calendar;
    }
}
