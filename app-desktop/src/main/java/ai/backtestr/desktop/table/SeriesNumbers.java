package ai.backtestr.desktop.table;

import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.engine.bar.BarSeries;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Bars in memory, which grow no more.
final class SeriesNumbers implements TimedRows {
    private static final int ROWS_AT_ONCE = 16_384;

    private final BarSeries bars;

    SeriesNumbers(BarSeries bars) {
        this.bars = bars;
    }

    /// Returns the columns of bars: time of the start, open, high, low, close, volume and number of ticks.
    static List<NumberColumn> columns(int priceScale, int quantityScale) {
        return List.of(
                NumberColumn.time(),
                NumberColumn.decimal("open", "Open", priceScale),
                NumberColumn.decimal("high", "High", priceScale),
                NumberColumn.decimal("low", "Low", priceScale),
                NumberColumn.decimal("close", "Close", priceScale),
                NumberColumn.decimal("volume", "Volume", quantityScale),
                NumberColumn.count("ticks", "Ticks"));
    }

    @Override
    public List<NumberColumn> columns() {
        return columns(bars.priceScale(), bars.quantityScale());
    }

    @Override
    public long count() {
        return bars.count();
    }

    @Override
    public void prepare(TaskControl control) {
        // All of them are there.
    }

    @Override
    public int rowsAtOnce() {
        return ROWS_AT_ONCE;
    }

    @Override
    public long firstAtOrAfter(long timeNs) {
        return timeNs == Long.MIN_VALUE ? 0 : bars.indexAtOrBefore(timeNs - 1) + 1L;
    }

    @Override
    public void read(long from, int count, long[] @Nullable [] into, BooleanSupplier cancelled) {
        for (int column = 0; column < into.length; column++) {
            long[] numbers = into[column];
            for (int i = 0; numbers != null && i < count; i++) {
                numbers[i] = number(column, (int) from + i);
            }
        }
    }

    private long number(int column, int bar) {
        return switch (column) {
            case 0 -> bars.timeNs(bar);
            case 1 -> bars.open(bar);
            case 2 -> bars.high(bar);
            case 3 -> bars.low(bar);
            case 4 -> bars.close(bar);
            case 5 -> bars.volume(bar);
            case 6 -> bars.ticks(bar);
            default -> throw new IndexOutOfBoundsException(column);
        };
    }
}
