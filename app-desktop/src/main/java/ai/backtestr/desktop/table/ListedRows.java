package ai.backtestr.desktop.table;

import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.table.RowColumn;
import ai.backtestr.render.table.RowText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A list as a table shows it: its rows are written when they are asked for. A filter keeps the rows of which some
/// cell contains what is typed, in any case of letters; columns sort by number where all their cells are numbers,
/// else by text. Any thread.
public final class ListedRows implements TableContent {
    private final List<RowColumn> columns;
    private final int count;
    private final IntToLongFunction times;
    private final IntFunction<List<String>> cells;

    /// @param count how many rows there are; they do not change
    /// @param times returns the moment of the row of that place; any thread
    /// @param cells writes the row of that place; any thread
    public ListedRows(List<RowColumn> columns, int count, IntToLongFunction times, IntFunction<List<String>> cells) {
        this.columns = List.copyOf(columns);
        this.count = count;
        this.times = times;
        this.cells = cells;
    }

    @Override
    public ArrangedRows arrange(String filter, WallClock clock, int column, boolean descending) {
        return new Arranged(filter.strip().toLowerCase(Locale.ROOT), clock, column, descending);
    }

    @Override
    public String filterHint() {
        return "What a cell contains";
    }

    @Override
    public void close() {
        // There is nothing open.
    }

    private final class Arranged implements ArrangedRows {
        private final String filter;
        private final WallClock clock;
        private final int column;
        private final boolean descending;
        private volatile int[] order = {};

        Arranged(String filter, WallClock clock, int column, boolean descending) {
            this.filter = filter;
            this.clock = clock;
            this.column = column;
            this.descending = descending;
        }

        @Override
        public void prepare(TaskControl control) {
            IntPredicate wanted = row -> {
                control.throwIfCancelled();
                return RowsByClock.texts(cells.apply(row), columns, clock).stream()
                        .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(filter));
            };
            int[] found = IntStream.range(0, count)
                    .filter(filter.isEmpty() ? row -> true : wanted)
                    .toArray();
            order = column < 0 ? found : sorted(found, control);
        }

        private int[] sorted(int[] found, TaskControl control) {
            List<Key> keys = new ArrayList<>(found.length);
            boolean numbers = true;
            for (int row : found) {
                control.throwIfCancelled();
                Key key = Key.of(row, cells.apply(row).get(column));
                numbers &= key.number != null || key.text.isEmpty();
                keys.add(key);
            }
            Comparator<Key> order = numbers
                    ? Comparator.comparing(
                            key -> key.number, Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()))
                    : Comparator.comparing(key -> key.text);
            keys.sort(descending ? order.reversed() : order);
            return keys.stream().mapToInt(key -> key.row).toArray();
        }

        @Override
        public List<RowColumn> columns() {
            return columns;
        }

        @Override
        public long count() {
            return order.length;
        }

        @Override
        public List<RowText> read(long from, int wanted, BooleanSupplier cancelled) {
            return Arrays.stream(order, (int) from, (int) from + wanted)
                    .mapToObj(row -> new RowText(times.applyAsLong(row), cells.apply(row)))
                    .toList();
        }

        @Override
        public long rowAt(long timeNs, boolean orBefore) {
            int[] shown = order;
            int best = -1;
            long bestNs = 0;
            for (int place = 0; place < shown.length; place++) {
                long ns = times.applyAsLong(shown[place]);
                boolean fits = orBefore ? ns <= timeNs : ns >= timeNs;
                if (fits && (best < 0 || Math.abs(ns - timeNs) < Math.abs(bestNs - timeNs))) {
                    best = place;
                    bestNs = ns;
                }
            }
            return best < 0 && shown.length > 0 ? 0 : best;
        }
    }

    private record Key(int row, String text, @Nullable BigDecimal number) {
        static Key of(int row, String text) {
            try {
                return new Key(row, text, new BigDecimal(text));
            } catch (NumberFormatException e) {
                return new Key(row, text, null); // it is a word
            }
        }
    }
}
