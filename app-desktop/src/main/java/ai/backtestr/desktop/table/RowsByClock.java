package ai.backtestr.desktop.table;

import ai.backtestr.engine.time.Times;
import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.table.LongRows;
import ai.backtestr.render.table.RowColumn;
import ai.backtestr.render.table.RowText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Rows with their times as a clock shows them, to be looked at; those they are made of are to be copied and
/// exported. Any thread.
///
/// @param rows with times in UTC
public record RowsByClock(LongRows rows, WallClock clock) implements LongRows {
    private static final double MORE_WIDTH = 1.2; // an offset is longer than a Z

    /// Returns rows with their times as a clock shows them.
    public static LongRows of(LongRows rows, WallClock clock) {
        return clock.isUtc() ? rows : new RowsByClock(rows, clock);
    }

    /// Returns the cells of a row with times as a clock shows them.
    static List<String> texts(List<String> cells, List<RowColumn> columns, WallClock clock) {
        if (clock.isUtc()) {
            return cells;
        }
        List<String> texts = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean isMoment = columns.get(i).isTime() && !cell.isEmpty();
            texts.add(isMoment ? clock.format(Times.parse(cell)) : cell);
        }
        return texts;
    }

    @Override
    public List<RowColumn> columns() {
        return rows.columns().stream().map(this::shown).toList();
    }

    private RowColumn shown(RowColumn column) {
        return column.isTime()
                ? new RowColumn(
                        column.title().replace(WallClock.UTC.name(), clock.name()),
                        column.width() * MORE_WIDTH,
                        false,
                        true)
                : column;
    }

    @Override
    public long count() {
        return rows.count();
    }

    @Override
    public List<RowText> read(long from, int count, BooleanSupplier cancelled) {
        List<RowColumn> columns = rows.columns();
        return rows.read(from, count, cancelled).stream()
                .map(row -> new RowText(row.timeNs(), texts(row.cells(), columns, clock)))
                .toList();
    }

    @Override
    public long rowAt(long timeNs, boolean orBefore) {
        return rows.rowAt(timeNs, orBefore);
    }
}
