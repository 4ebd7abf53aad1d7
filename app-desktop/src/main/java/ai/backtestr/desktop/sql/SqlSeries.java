package ai.backtestr.desktop.sql;

import ai.backtestr.data.store.KeptRows;
import ai.backtestr.data.store.QueryResult;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Rows as lines of a chart: the first column that holds times or, where none does, numbers lies along the bottom,
/// every other column of numbers is a line. Immutable.
///
/// Of many rows each line keeps the lowest and the highest of every stretch, so that no spike is lost.
///
/// @param xTitle what lies along the bottom
/// @param isTime whether that is time, in seconds since the epoch, UTC
/// @param lines the lines, at most [#MOST_LINES]
record SqlSeries(String xTitle, boolean isTime, List<Line> lines) {
    static final int MOST_LINES = 6;

    private static final int STRETCHES = 800;

    /// A column of numbers.
    ///
    /// @param title name of the column
    /// @param points from left to right where the rows are in that order
    record Line(String title, List<Point> points) {}

    /// A value of it.
    ///
    /// @param x where it lies along the bottom
    /// @param y the value
    record Point(double x, double y) {}

    /// Takes in the rows that are there; where they are kept it reads all of them.
    ///
    /// @param onBegin takes what stops that; it can be called from any thread
    static SqlSeries of(SqlRows rows, Consumer<Runnable> onBegin) {
        List<QueryResult.Column> columns = rows.columns();
        int time = first(columns, SqlTime::isIn);
        int along = time >= 0 ? time : firstOfSeveral(columns);
        KeptRows kept = rows.kept();
        IntFunction<List<Point>> points =
                kept == null ? inMemory(rows.first(), along, time >= 0) : inStore(kept, along, time >= 0, onBegin);
        List<Line> lines = IntStream.range(0, columns.size())
                .filter(column -> column != along && SqlRows.isNumeric(columns.get(column)))
                .limit(MOST_LINES)
                .mapToObj(column -> new Line(columns.get(column).name(), points.apply(column)))
                .toList();
        return new SqlSeries(along < 0 ? "row" : columns.get(along).name(), time >= 0, lines);
    }

    private static int first(List<QueryResult.Column> columns, Predicate<QueryResult.Column> condition) {
        return IntStream.range(0, columns.size())
                .filter(i -> condition.test(columns.get(i)))
                .findFirst()
                .orElse(-1);
    }

    /// A single column of numbers is a line over the rows.
    private static int firstOfSeveral(List<QueryResult.Column> columns) {
        return columns.stream().filter(SqlRows::isNumeric).count() > 1 ? first(columns, SqlRows::isNumeric) : -1;
    }

    private static IntFunction<List<Point>> inMemory(List<@Nullable String[]> rows, int along, boolean time) {
        double[] x =
                along < 0 ? IntStream.range(1, rows.size() + 1).asDoubleStream().toArray() : values(rows, along, time);
        return column -> points(x, values(rows, column, false));
    }

    private static double[] values(List<@Nullable String[]> rows, int column, boolean times) {
        return rows.stream().mapToDouble(row -> value(row[column], times)).toArray();
    }

    /// What cannot be placed is no number, and no point.
    private static double value(@Nullable String text, boolean time) {
        if (text == null) {
            return Double.NaN;
        }
        try {
            return time ? seconds(text) : Double.parseDouble(text);
        } catch (NumberFormatException | DateTimeException e) {
            return Double.NaN;
        }
    }

    private static double seconds(String text) {
        Instant instant = SqlTime.parse(text);
        return instant.getEpochSecond() + instant.getNano() / 1e9;
    }

    private static List<Point> points(double[] x, double[] y) {
        List<Integer> kept = new ArrayList<>();
        int stretch = Math.max(1, (y.length + STRETCHES - 1) / STRETCHES);
        for (int from = 0; from < y.length; from += stretch) {
            keep(x, y, from, Math.min(y.length, from + stretch), kept);
        }
        return kept.stream().map(i -> new Point(x[i], y[i])).toList();
    }

    private static void keep(double[] x, double[] y, int from, int to, List<Integer> kept) {
        int lowest = -1;
        int highest = -1;
        for (int i = from; i < to; i++) {
            if (Double.isFinite(y[i]) && Double.isFinite(x[i])) {
                lowest = lowest < 0 || y[i] < y[lowest] ? i : lowest;
                highest = highest < 0 || y[i] > y[highest] ? i : highest;
            }
        }
        if (lowest >= 0) {
            kept.add(Math.min(lowest, highest));
            if (lowest != highest) {
                kept.add(Math.max(lowest, highest));
            }
        }
    }

    /// The same, worked out by the store.
    private static IntFunction<List<Point>> inStore(
            KeptRows kept, int along, boolean time, Consumer<Runnable> onBegin) {
        long stretch = Math.max(1, (kept.count() + STRETCHES - 1) / STRETCHES);
        String x = along < 0 ? "rowid + 1" : time ? "epoch(c" + (along + 1) + ")" : "c" + (along + 1);
        return column -> {
            String placed = "SELECT rowid AS number, CAST(" + x + " AS DOUBLE) AS x, CAST(c" + (column + 1)
                    + " AS DOUBLE) AS y FROM " + kept.table();
            String point = "({'number': number, 'x': x, 'y': y}, y)";
            String ends = "SELECT [min_by" + point + ", max_by" + point + "] AS ends FROM (" + placed
                    + ") WHERE isfinite(x) AND isfinite(y) GROUP BY number // " + stretch;
            return points(
                    kept,
                    "SELECT DISTINCT p.x AS x, p.y AS y, p.number AS number FROM (SELECT unnest(ends) AS p FROM ("
                            + ends + ")) ORDER BY number",
                    onBegin);
        };
    }

    private static List<Point> points(KeptRows kept, String select, Consumer<Runnable> onBegin) {
        List<Point> points = new ArrayList<>();
        try (QueryResult found = kept.query(select, onBegin)) {
            while (found.next()) {
                points.add(new Point(number(found.text(0)), number(found.text(1))));
            }
        }
        return points;
    }

    private static double number(@Nullable String text) {
        return Double.parseDouble(String.valueOf(text));
    }
}
