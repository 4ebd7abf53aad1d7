package ai.backtestr.desktop.chart;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.render.series.PriceColumns;
import ai.backtestr.render.series.TickHistory;
import ai.backtestr.render.series.TickPoints;
import java.util.Arrays;

/// Bars in memory that a chart of other bars lays its columns over, as it does over ticks. Each bar stands at the last
/// moment of its own time, so that none is shown before its close was known.
///
/// Any thread; immutable, since the bars are not added to any more.
public final class ClosesInMemory implements TickHistory {
    private final BarSeries bars;
    private final long[] endsNs;

    /// @param bars bars of time, all of them
    /// @param calendar when trading days begin
    public ClosesInMemory(BarSeries bars, TradingCalendar calendar) {
        this.bars = bars;
        endsNs = new long[bars.count()];
        Timeframe timeframe = bars.timeframe();
        for (int bar = 0; bar < endsNs.length; bar++) {
            long startNs = bars.timeNs(bar);
            endsNs[bar] = timeframe.isWithinDay()
                    ? startNs + timeframe.lengthNs() - 1
                    : timeframe.endNs(startNs, calendar) - 1;
        }
    }

    private int firstEndingFrom(long timeNs) {
        int found = Arrays.binarySearch(endsNs, timeNs);
        return found < 0 ? -found - 1 : found;
    }

    @Override
    public void columns(long[] startsNs, boolean exact, PriceColumns into, int from, int to) {
        int bar = firstEndingFrom(startsNs[0]);
        for (int column = from; column < to; column++) {
            int first = bar;
            while (bar < endsNs.length && endsNs[bar] < startsNs[column - from + 1]) {
                bar++;
            }
            set(into, column, first, bar);
        }
    }

    private void set(PriceColumns into, int column, int from, int to) {
        into.clear(column);
        if (from == to) {
            return;
        }
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        long ticks = 0;
        for (int bar = from; bar < to; bar++) {
            low = Math.min(low, bars.low(bar));
            high = Math.max(high, bars.high(bar));
            ticks += Math.max(1, bars.ticks(bar));
        }
        into.set(
                column,
                price(bars.open(from)),
                price(low),
                price(high),
                price(bars.close(to - 1)),
                (double) ticks,
                ticks);
    }

    private double price(long units) {
        return units / unitsPerPrice();
    }

    /// There are none.
    @Override
    public boolean ticks(long fromNs, long toNs, TickPoints into) {
        into.clear();
        return false;
    }

    @Override
    public double unitsPerPrice() {
        return FixedPoint.powerOfTen(bars.priceScale());
    }

    @Override
    public boolean hasVolume() {
        return false;
    }
}
