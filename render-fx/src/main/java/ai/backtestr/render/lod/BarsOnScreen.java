package ai.backtestr.render.lod;

import ai.backtestr.render.series.BarSource;
import ai.backtestr.render.series.PriceColumns;

/// The visible part of a series of bars that is held in memory.
///
/// Threads: confined to one, the FX thread.
public final class BarsOnScreen implements VisibleColumns {
    private final BarColumns aggregated = new BarColumns();
    private final PriceColumns columns = new PriceColumns();
    private double left;
    private double step = 1;
    private int count;

    /// Takes bars `from` to `to` (exclusive) one by one.
    public void takeBars(BarSource bars, int from, int to) {
        left = from;
        step = 1;
        count = to - from;
        columns.reserve(count);
        for (int i = 0; i < count; i++) {
            double open = bars.open(from + i);
            double close = bars.close(from + i);
            // A forming bar is read value by value, so its high may be older than its close.
            double high = Math.max(bars.high(from + i), Math.max(open, close));
            double low = Math.min(bars.low(from + i), Math.min(open, close));
            columns.set(i, open, low, high, close, bars.volume(from + i), Math.max(1, bars.ticks(from + i)));
        }
    }

    /// Takes what the bars come to in each of `columnCount` columns from position `from` on.
    public void takeColumns(
            BarSource bars,
            MinMaxPyramid prices,
            MinMaxPyramid volumes,
            int barCount,
            double from,
            double barsPerColumn,
            int columnCount) {
        aggregated.fill(bars, prices, volumes, barCount, from, barsPerColumn, columnCount);
        left = from;
        step = barsPerColumn;
        count = columnCount;
        columns.reserve(count);
        for (int i = 0; i < count; i++) {
            columns.clear(i);
            if (aggregated.isPresent(i)) {
                columns.set(
                        i,
                        aggregated.first(i),
                        aggregated.low(i),
                        aggregated.high(i),
                        aggregated.last(i),
                        aggregated.volume(i),
                        1);
            }
        }
    }

    @Override
    public PriceColumns columns() {
        return columns;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public double position(int i) {
        return left + i * step;
    }

    @Override
    public boolean isBars() {
        return step == 1;
    }
}
