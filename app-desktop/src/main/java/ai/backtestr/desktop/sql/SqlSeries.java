package ai.backtestr.desktop.sql;

import ai.backtestr.data.store.QueryResult;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    static SqlSeries of(SqlRows rows) {
        List<QueryResult.Column> columns = rows.columns();
        int time = first(columns, SqlTime::isIn);
        int along = time >= 0 ? time : firstOfSeveral(columns);
        double[] x = along < 0
                ? IntStream.range(1, rows.rows().size() + 1).asDoubleStream().toArray()
                : values(rows, along, time >= 0);
        List<Line> lines = IntStream.range(0, columns.size())
                .filter(column -> column != along && SqlRows.isNumeric(columns.get(column)))
                .limit(MOST_LINES)
                .mapToObj(column -> line(columns.get(column).name(), x, values(rows, column, false)))
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

    private static double[] values(SqlRows rows, int column, boolean times) {
        double[] values = new double[rows.rows().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(rows.rows().get(i)[column], times);
        }
        return values;
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

    private static Line line(String title, double[] x, double[] y) {
        List<Integer> kept = new ArrayList<>();
        int stretch = Math.max(1, (y.length + STRETCHES - 1) / STRETCHES);
        for (int from = 0; from < y.length; from += stretch) {
            keep(x, y, from, Math.min(y.length, from + stretch), kept);
        }
        return new Line(title, kept.stream().map(i -> new Point(x[i], y[i])).toList());
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
}
