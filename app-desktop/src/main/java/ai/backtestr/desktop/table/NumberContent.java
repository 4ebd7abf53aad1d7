package ai.backtestr.desktop.table;

import ai.backtestr.data.cache.TickPages;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.table.RowColumn;
import ai.backtestr.render.table.RowText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Ticks or bars as a table shows them. Filters are conditions on columns, see [FilterText]; any column sorts, all
/// but time up to [SortedNumbers#MOST_ROWS] rows.
public final class NumberContent implements TableContent {
    private final TimedRows all;
    private final Runnable onClose;

    private NumberContent(TimedRows all, Runnable onClose) {
        this.all = all;
        this.onClose = onClose;
    }

    /// Returns all stored ticks; takes over `pages`.
    public static NumberContent ticks(TickPages pages) {
        TickNumbers ticks = new TickNumbers(pages);
        return new NumberContent(ticks, ticks::close);
    }

    /// Returns the bars that stored ticks of one kind make, of a timeframe that
    /// [ai.backtestr.desktop.chart.StoredHistory#shows]; takes over `pages`.
    ///
    /// @throws IllegalArgumentException if these would be too many
    public static NumberContent bars(TickPages pages, Timeframe timeframe) {
        StoredBarNumbers bars = new StoredBarNumbers(pages, timeframe);
        return new NumberContent(bars, bars::close);
    }

    /// Returns bars in memory.
    public static NumberContent bars(BarSeries series) {
        return new NumberContent(new SeriesNumbers(series), () -> {});
    }

    @Override
    public ArrangedRows arrange(String filter, WallClock clock, int column, boolean descending) {
        List<RowCondition> conditions = FilterText.parse(filter, all.columns(), clock);
        TimedRows rows = conditions.isEmpty() ? all : new FilteredNumbers(all, conditions);
        if (column > 0) {
            return new Texts(new SortedNumbers(rows, column, descending));
        }
        return new Texts(column == 0 && descending ? new NewestFirst(rows) : rows);
    }

    @Override
    public String filterHint() {
        return "Conditions on " + FilterText.names(all.columns())
                + ", separated by commas: time 2020-03-09..2020-03-10, "
                + all.columns().getLast().name() + " > 1";
    }

    @Override
    public void close() {
        onClose.run();
    }

    private record Texts(NumberRows rows) implements ArrangedRows {
        @Override
        public void prepare(TaskControl control) {
            rows.prepare(control);
        }

        @Override
        public List<RowColumn> columns() {
            return rows.columns().stream().map(NumberColumn::shown).toList();
        }

        @Override
        public long count() {
            return rows.count();
        }

        @Override
        public List<RowText> read(long from, int count, BooleanSupplier cancelled) {
            List<NumberColumn> columns = rows.columns();
            long[] @Nullable [] numbers = new long[columns.size()][count];
            rows.read(from, count, numbers, cancelled);
            List<RowText> texts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                texts.add(text(columns, numbers, i));
            }
            return texts;
        }

        private static RowText text(List<NumberColumn> columns, long[] @Nullable [] numbers, int row) {
            List<String> cells = new ArrayList<>(columns.size());
            long timeNs = 0;
            for (int column = 0; column < columns.size(); column++) {
                long[] read = numbers[column];
                long number = read == null ? 0 : read[row];
                cells.add(columns.get(column).text(number));
                timeNs = column == 0 ? number : timeNs;
            }
            return new RowText(timeNs, cells);
        }

        @Override
        public long rowAt(long timeNs, boolean orBefore) {
            return rows.rowAt(timeNs, orBefore);
        }
    }
}
