package ai.backtestr.desktop.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.store.PagesProgress;
import ai.backtestr.data.store.QueryResult;
import ai.backtestr.desktop.fixture.StoredQuotes;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.BarRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.time.Times;
import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.table.RowText;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Compares tables with what SQL finds in the same store.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketRowsTest {
    private static final String QUOTES = StoredQuotes.SYMBOL;
    private static final String TRADES = "BTCUSD";

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private @Nullable Workspace opened;

    @BeforeAll
    void store(@TempDir Path home) {
        opened = StoredQuotes.besideSample(home, seed, "2019-03-30", 300_000);
    }

    @AfterAll
    void close() {
        workspace().close();
    }

    private Workspace workspace() {
        return Objects.requireNonNull(opened);
    }

    private NumberContent ticks(String symbol) {
        return NumberContent.ticks(workspace().store().pages(symbol, PagesProgress.NONE));
    }

    private NumberContent bars(String symbol, String timeframe) {
        return NumberContent.bars(workspace().store().pages(symbol, PagesProgress.NONE), Timeframe.parse(timeframe));
    }

    private static ArrangedRows arranged(TableContent content, String filter, int column, boolean descending) {
        ArrangedRows rows = content.arrange(filter, WallClock.UTC, column, descending);
        BackgroundTask<Boolean> preparing = new BackgroundTask<>("", control -> {
            rows.prepare(control);
            return true;
        });
        preparing.run();
        return rows;
    }

    private List<List<String>> sql(String sql) {
        List<List<String>> rows = new ArrayList<>();
        try (QueryResult found = workspace().store().query(sql)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 0; i < found.columns().size(); i++) {
                    row.add(Objects.toString(found.text(i), ""));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private long count(String where) {
        return Long.parseLong(
                sql("SELECT count(*) FROM ticks WHERE " + where).getFirst().getFirst());
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }

    @Test
    void shouldShowQuotesAsSqlFindsThem() {
        List<List<String>> expected = sql("SELECT epoch_ns(time), bid, ask, ask - bid, bid_size, ask_size FROM ticks"
                + " WHERE symbol = '" + QUOTES + "' ORDER BY time");
        TableContent content = ticks(QUOTES);
        try {
            ArrangedRows rows = arranged(content, "", -1, false);
            assertThat(rows.count()).isEqualTo(expected.size());
            for (int round = 0; round < 60; round++) {
                int from = random.nextInt(expected.size());
                int count = Math.min(1 + random.nextInt(200), expected.size() - from);
                List<RowText> read = rows.read(from, count, () -> false);
                assertThat(read).hasSize(count);
                for (int i = 0; i < count; i++) {
                    assertSame(read.get(i), expected.get(from + i));
                }
            }
        } finally {
            content.close();
        }
    }

    private void assertSame(RowText row, List<String> expected) {
        String what = "seed " + seed + " " + row + " " + expected;
        assertThat(row.timeNs()).as(what).isEqualTo(Long.parseLong(expected.getFirst()));
        assertThat(Times.parse(row.cells().getFirst())).as(what).isEqualTo(row.timeNs());
        for (int column = 1; column < expected.size(); column++) {
            assertThat(number(row.cells().get(column))).as(what).isEqualTo(number(expected.get(column)));
        }
    }

    @Test
    void shouldShowTradesWithSizeAndSide() {
        TableContent content = ticks(TRADES);
        try {
            ArrangedRows rows = arranged(content, "", -1, false);
            assertThat(rows.columns()).extracting("title").containsExactly("Time (UTC)", "Price", "Size", "Side");
            List<List<String>> expected =
                    sql("SELECT sum(price), sum(size), count(*) FROM ticks WHERE symbol = '" + TRADES + "'");
            BigDecimal prices = BigDecimal.ZERO;
            BigDecimal sizes = BigDecimal.ZERO;
            for (RowText row : rows.read(0, (int) rows.count(), () -> false)) {
                prices = prices.add(new BigDecimal(row.cells().get(1)));
                sizes = sizes.add(new BigDecimal(row.cells().get(2)));
            }
            assertThat(prices).isEqualByComparingTo(expected.getFirst().get(0));
            assertThat(sizes).isEqualByComparingTo(expected.getFirst().get(1));
            assertThat(rows.count())
                    .isEqualTo(Long.parseLong(expected.getFirst().get(2)));
        } finally {
            content.close();
        }
    }

    @Test
    void shouldFilterAsSqlDoes() {
        String middle = sql("SELECT quantile_disc(ask - bid, 0.9) FROM ticks WHERE symbol = '" + QUOTES + "'")
                .getFirst()
                .getFirst();
        TableContent content = ticks(QUOTES);
        try {
            String where = "symbol = '" + QUOTES + "' AND ask - bid > " + middle
                    + " AND time >= '2019-03-06' AND time < '2019-03-20 12:00'";
            List<List<String>> expected =
                    sql("SELECT epoch_ns(time), bid, ask FROM ticks WHERE " + where + " ORDER BY time");
            ArrangedRows rows =
                    arranged(content, "spread > " + middle + ", time 2019-03-06..2019-03-20 12:00", -1, false);
            assertThat(rows.count())
                    .as("seed %d", seed)
                    .isEqualTo(expected.size())
                    .isPositive();
            List<RowText> all = rows.read(0, expected.size(), () -> false);
            for (int i = 0; i < all.size(); i++) {
                assertSame(all.get(i), expected.get(i));
            }
            int some = expected.size() / 2;
            assertSame(rows.read(some, 1, () -> false).getFirst(), expected.get(some));
            long timeNs = Long.parseLong(expected.get(some).getFirst());
            assertThat(rows.rowAt(timeNs, false)).isLessThanOrEqualTo(some);
            assertThat(rows.read(rows.rowAt(timeNs, false), 1, () -> false)
                            .getFirst()
                            .timeNs())
                    .isEqualTo(timeNs);
            assertThat(rows.read(rows.rowAt(timeNs + 1, true), 1, () -> false)
                            .getFirst()
                            .timeNs())
                    .isLessThanOrEqualTo(timeNs + 1);
            assertThat(rows.rowAt(Long.MIN_VALUE, true)).isZero();
            assertThat(rows.rowAt(Long.MAX_VALUE, true)).isEqualTo(expected.size() - 1);
        } finally {
            content.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bid >= 1.1, bid <= 1.2|bid >= 1.1 AND bid <= 1.2",
                "bid 1.09995..1.10005|bid BETWEEN 1.09995 AND 1.10005",
                "ASK<1.10001|ask < 1.10001",
                "bidsize = 0|bid_size = 0",
                "bid < 1.100005|bid < 1.100005",
                "bid = 1.100005|bid = 1.100005",
                "bid > 5|bid > 5",
                "time = 2019-03-05|time = '2019-03-05'"
            })
    void shouldCountAsSqlDoes(String filter, String where) {
        TableContent content = ticks(QUOTES);
        try {
            assertThat(arranged(content, filter, -1, false).count())
                    .as("seed %d", seed)
                    .isEqualTo(count("symbol = '" + QUOTES + "' AND " + where));
        } finally {
            content.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "spread > wide|'wide' is no number for spread",
                "colour = 1|there is no column 'colour' to filter by; there are time",
                "time > soon|'soon' is no time",
                "hello|'hello' is no condition"
            })
    void shouldSayWhatIsWrongWithAFilter(String filter, String problem) {
        TableContent content = ticks(QUOTES);
        try {
            assertThatThrownBy(() -> content.arrange(filter, WallClock.UTC, -1, false))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining(problem);
        } finally {
            content.close();
        }
    }

    @Test
    void shouldSortAsSqlDoes() {
        TableContent content = ticks(TRADES);
        try {
            List<List<String>> expected =
                    sql("SELECT size FROM ticks WHERE symbol = '" + TRADES + "' ORDER BY size DESC");
            ArrangedRows rows = arranged(content, "", 2, true);
            List<RowText> read = rows.read(0, expected.size(), () -> false);
            for (int i = 0; i < read.size(); i++) {
                assertThat(number(read.get(i).cells().get(2)))
                        .isEqualTo(number(expected.get(i).getFirst()));
            }
            ArrangedRows newest = arranged(content, "", 0, true);
            ArrangedRows oldest = arranged(content, "", 0, false);
            assertThat(newest.read(5, 100, () -> false))
                    .isEqualTo(
                            oldest.read(oldest.count() - 105, 100, () -> false).reversed());
            long timeNs = oldest.read(777, 1, () -> false).getFirst().timeNs();
            assertThat(newest.read(newest.rowAt(timeNs, false), 1, () -> false)
                            .getFirst()
                            .timeNs())
                    .isEqualTo(timeNs);
        } finally {
            content.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        QUOTES + ", 1d",
        QUOTES + ", 4h",
        QUOTES + ", 1m",
        QUOTES + ", 1s",
        QUOTES + ", 100ms",
        TRADES + ", 1h",
        TRADES + ", 1m",
        TRADES + ", 1s"
    })
    void shouldShowTheBarsThatTheEngineMakes(String symbol, String timeframe) {
        BarSeries expected = workspace()
                .bars(new BarRequest(symbol, TimeRange.ALL, null, Timeframe.parse(timeframe)))
                .run();
        TableContent content = bars(symbol, timeframe);
        TableContent made = NumberContent.bars(expected);
        try {
            ArrangedRows rows = arranged(content, "", -1, false);
            ArrangedRows all = arranged(made, "", -1, false);
            assertThat(rows.count()).as("seed %d", seed).isEqualTo(expected.count());
            assertThat(rows.read(0, 1, () -> false).getFirst().timeNs()).isEqualTo(expected.timeNs(0));
            for (int round = 0; round < 20; round++) {
                int from = random.nextInt(expected.count());
                int count = Math.min(1 + random.nextInt(300), expected.count() - from);
                assertThat(rows.read(from, count, () -> false))
                        .as("seed %d %s from %d", seed, timeframe, from)
                        .isEqualTo(all.read(from, count, () -> false));
                long timeNs = expected.timeNs(from) + random.nextInt(3) - 1;
                assertThat(rows.rowAt(timeNs, true)).isEqualTo(all.rowAt(timeNs, true));
                assertThat(rows.rowAt(timeNs, false)).isEqualTo(all.rowAt(timeNs, false));
            }
        } finally {
            content.close();
        }
    }

    @Test
    void shouldFilterMinuteBarsAsSqlDoes() {
        TableContent content = bars(QUOTES, "1m");
        try {
            List<List<String>> expected = sql("SELECT epoch_ns(time), open, high, low, close FROM bars_1m"
                    + " WHERE symbol = '" + QUOTES + "' AND ticks >= 12 ORDER BY time");
            ArrangedRows rows = arranged(content, "ticks >= 12", -1, false);
            assertThat(rows.count())
                    .as("seed %d", seed)
                    .isEqualTo(expected.size())
                    .isPositive();
            List<RowText> read = rows.read(0, expected.size(), () -> false);
            for (int i = 0; i < read.size(); i++) {
                assertSame(read.get(i), expected.get(i));
            }
        } finally {
            content.close();
        }
    }

    @Test
    void shouldExportAndCopyWholeCells(@TempDir Path folder) throws Exception {
        TableContent content = ticks(TRADES);
        try {
            ArrangedRows rows = arranged(content, "size > 100", 2, true);
            Path file = folder.resolve("rows.csv");
            assertThat(RowsFile.writing(rows, file).run()).isEqualTo(rows.count());
            List<String> lines = Files.readAllLines(file);
            assertThat(lines).hasSize((int) rows.count() + 1).first().isEqualTo("Time (UTC),Price,Size,Side");
            RowText first = rows.read(0, 1, () -> false).getFirst();
            assertThat(lines.get(1)).isEqualTo(String.join(",", first.cells()));
            assertThat(RowsFile.copying(rows, 0, 1).run())
                    .isEqualTo("Time (UTC)\tPrice\tSize\tSide\n" + String.join("\t", first.cells()) + "\n");
            assertThatThrownBy(() ->
                            RowsFile.copying(rows, 0, RowsFile.MOST_COPIED + 1L).run())
                    .hasMessageContaining("too many to copy");
        } finally {
            content.close();
        }
    }

    @Test
    void shouldEndReadingWhenItIsClosedOrCancelled() {
        TableContent content = ticks(TRADES);
        ArrangedRows rows = arranged(content, "", -1, false);
        assertThatThrownBy(() -> rows.read(0, 10, () -> true)).isInstanceOf(CancellationException.class);
        content.close();
        assertThatThrownBy(() -> rows.read(0, 10, () -> false)).isInstanceOf(CancellationException.class);
    }
}
