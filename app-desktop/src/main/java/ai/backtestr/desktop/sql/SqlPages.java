package ai.backtestr.desktop.sql;

import ai.backtestr.data.store.KeptRows;
import ai.backtestr.data.store.QueryResult;
import ai.backtestr.render.table.LongRows;
import ai.backtestr.render.table.LongTable;
import ai.backtestr.render.table.RowColumn;
import ai.backtestr.render.table.RowText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The rows of an answer as a table reads them: those that were there when this was made, so that they stay the same.
/// Any thread.
///
/// @param rows the answer
/// @param kept where all of them are kept; null for the first alone
/// @param columns as wide as its first rows need
/// @param moments when its rows were
/// @param isShown whether cells are written as they are looked at: without zeros at the end of a fraction, and
///     with a word where there is no value; else as they are copied, whole and empty
record SqlPages(SqlRows rows, @Nullable KeptRows kept, List<RowColumn> columns, SqlMoments moments, boolean isShown)
        implements LongRows {
    private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d+");
    private static final Pattern TRAILING_ZEROS = Pattern.compile("\\.?0+$");
    private static final double CHARACTER = 8;
    private static final int LOOKED_AT = 200;
    private static final int WIDEST = 48;

    /// As they are looked at.
    static SqlPages shown(SqlRows rows) {
        List<RowColumn> columns = IntStream.range(0, rows.columns().size())
                .mapToObj(i -> column(rows, i))
                .toList();
        return new SqlPages(rows, rows.kept(), columns, SqlMoments.of(rows.columns()), true);
    }

    /// The same with columns as wide as they were before.
    SqlPages with(List<RowColumn> before) {
        return new SqlPages(rows, kept, before, moments, isShown);
    }

    /// As they are copied.
    SqlPages whole() {
        return new SqlPages(rows, kept, columns, moments, false);
    }

    private static RowColumn column(SqlRows rows, int index) {
        QueryResult.Column of = rows.columns().get(index);
        int characters = of.name().length() + 2;
        for (@Nullable
        String[] row : rows.first().subList(0, Math.min(LOOKED_AT, rows.first().size()))) {
            characters = Math.max(characters, Objects.toString(row[index], "").length());
        }
        return new RowColumn(of.name(), (Math.min(WIDEST, characters) + 3) * CHARACTER, SqlRows.isNumeric(of));
    }

    @Override
    public long count() {
        return kept == null ? rows.first().size() : kept.count();
    }

    @Override
    public List<RowText> read(long from, int count, BooleanSupplier cancelled) {
        List<RowText> texts = new ArrayList<>();
        if (kept == null) {
            int to = (int) Math.min(rows.first().size(), from + count);
            rows.first().subList((int) from, to).forEach(row -> texts.add(text(row)));
            return texts;
        }
        try (QueryResult found = kept.query(
                "FROM " + kept.table() + " WHERE rowid >= " + from + " AND rowid < " + (from + count)
                        + " ORDER BY rowid",
                stop -> {})) {
            while (found.next()) {
                texts.add(text(SqlRows.row(found)));
            }
        }
        return texts;
    }

    private RowText text(@Nullable String[] row) {
        List<String> cells = new ArrayList<>(row.length);
        for (String value : row) {
            cells.add(isShown ? shown(value) : Objects.toString(value, ""));
        }
        return new RowText(moments.timeNs(row), cells);
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return LongTable.NOTHING;
        }
        return FRACTION.matcher(value).matches() ? TRAILING_ZEROS.matcher(value).replaceFirst("") : value;
    }

    /// Rows are in any order: the latest one that is not after the moment, else the first.
    @Override
    public long rowAt(long timeNs, boolean orBefore) {
        return count() == 0
                ? -1
                : moments.latest(rows, null, timeNs, stop -> {}).orElse(0);
    }
}
