package ai.backtestr.desktop.sql;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.store.QueryResult;
import ai.backtestr.data.store.QueryResult.Column;
import ai.backtestr.data.store.RowKeeping;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.desktop.sql.SqlSeries.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlSeriesTest {
    private static SqlRows rows(List<Column> columns, List<@Nullable String[]> rows) {
        return new SqlRows("", columns, rows, true, 0);
    }

    private static SqlRows row(List<Column> columns, @Nullable String... values) {
        List<@Nullable String[]> rows = new ArrayList<>();
        rows.add(values);
        return rows(columns, rows);
    }

    private static SqlSeries of(SqlRows rows) {
        return SqlSeries.of(rows, stop -> {});
    }

    private static @Nullable String[] row(@Nullable String... values) {
        return values;
    }

    @Test
    void shouldDrawNumbersOverTime() {
        SqlSeries series = of(rows(
                List.of(
                        new Column("symbol", "VARCHAR"),
                        new Column("n", "BIGINT"),
                        new Column("time", "TIMESTAMP_NS"),
                        new Column("bid", "DECIMAL(18,5)")),
                List.of(
                        row("A", "1", "1970-01-01 00:00:01.5", "1.25"),
                        row("A", null, "1970-01-02 00:00:00", "1.5"),
                        row("A", "3", "1970-01-02 00:00:01+00", null))));

        assertThat(series.isTime()).isTrue();
        assertThat(series.xTitle()).isEqualTo("time");
        assertThat(series.lines().stream().map(SqlSeries.Line::title)).containsExactly("n", "bid");
        assertThat(series.lines().get(0).points()).containsExactly(new Point(1.5, 1), new Point(86_401, 3));
        assertThat(series.lines().get(1).points()).containsExactly(new Point(1.5, 1.25), new Point(86_400, 1.5));
    }

    @Test
    void shouldDrawOverDaysNumbersOrRows() {
        Column day = new Column("day", "DATE");
        Column a = new Column("a", "INTEGER");
        Column b = new Column("b", "DOUBLE");

        assertThat(of(row(List.of(a, day), "7", "1970-01-03"))
                        .lines()
                        .getFirst()
                        .points())
                .containsExactly(new Point(2 * 86_400, 7));
        assertThat(of(row(List.of(a, b), "7", "8")).lines().getFirst().points()).containsExactly(new Point(7, 8));
        assertThat(of(rows(List.of(b), List.of(row("7"), row("8"))))
                        .lines()
                        .getFirst()
                        .points())
                .containsExactly(new Point(1, 7), new Point(2, 8));
        assertThat(of(row(List.of(new Column("s", "VARCHAR")), "x")).lines()).isEmpty();
    }

    @Test
    void shouldKeepEverySpikeOfManyRows() {
        List<@Nullable String[]> many = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            many.add(row(Integer.toString(i), i == 54_321 ? "900" : i == 77_777 ? "-900" : "1"));
        }
        SqlSeries series = of(rows(List.of(new Column("i", "BIGINT"), new Column("v", "BIGINT")), many));

        List<Point> points = series.lines().getFirst().points();
        assertThat(points)
                .hasSizeLessThan(2_000)
                .contains(new Point(54_321, 900), new Point(77_777, -900))
                .isSortedAccordingTo(Comparator.comparingDouble(Point::x));
    }

    /// What the store works out for rows that it keeps is what comes of the same rows in memory.
    @Test
    void shouldDrawTheSameOfRowsInTheStore(@TempDir Path home) {
        String sql = "SELECT TIMESTAMP '2020-01-01' + INTERVAL 1 SECOND * range AS time, range * 7919 % 1000003 AS n,"
                + " CASE WHEN range % 3 = 0 THEN NULL WHEN range % 7 = 0 THEN 'nan'::DOUBLE ELSE range / 7 END AS n,"
                + " 'x' AS text FROM range(30000)";
        try (TickStore store = TickStore.open(home);
                RowKeeping keeping = store.keeping(sql)) {
            SqlRows inMemory = read(store, sql);
            SqlRows inStore = read(store, sql);
            inStore.keep(keeping.run(), 0);
            SqlSeries series = of(inStore);
            assertThat(series.lines()).hasSize(2);
            assertThat(series.lines().getFirst().points()).hasSizeGreaterThan(1000);
            assertThat(series).isEqualTo(of(inMemory));
            inStore.close();
        }
    }

    private static SqlRows read(TickStore store, String sql) {
        try (QueryResult found = store.query(sql)) {
            List<@Nullable String[]> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(SqlRows.row(found));
            }
            return rows(found.columns(), rows);
        }
    }
}
