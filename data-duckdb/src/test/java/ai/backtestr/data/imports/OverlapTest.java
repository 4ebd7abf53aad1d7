package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.Overlap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of ticks stored within the time of new ones.
class OverlapTest extends ImportTest {
    private static final ImportOptions REPLACE = ImportOptions.DEFAULT.withOverlap(Overlap.REPLACE);
    private static final ImportOptions MERGE = ImportOptions.DEFAULT.withOverlap(Overlap.MERGE);
    private static final long BASE = 1385337600;

    /// A tick: seconds after the base, and a price.
    private record Tick(int second, int price) {
        String row() {
            return BASE + second + "," + price + ",1\n";
        }

        String stored() {
            return BASE + second + S + " " + price + " 1";
        }
    }

    private static List<Tick> ticks(int price, int... seconds) {
        List<Tick> ticks = new ArrayList<>();
        for (int second : seconds) {
            ticks.add(new Tick(second, price));
        }
        return ticks;
    }

    private ImportReport load(ImportOptions options, List<Tick> ticks) throws IOException {
        StringBuilder text = new StringBuilder("time,price,size\n");
        ticks.forEach(tick -> text.append(tick.row()));
        return load("BTCUSD", options, write("f" + ticks.hashCode() + ".csv", text.toString()));
    }

    private void assertStored(List<Tick> expected) {
        assertThat(Ticks.all(store, "BTCUSD"))
                .isEqualTo(expected.stream().map(Tick::stored).toList());
        assertThat(Ticks.query(store, "SELECT count(*) FROM ticks")).containsExactly("" + expected.size());
        assertThat(Ticks.query(store, "SELECT sum(ticks) FROM part")).containsExactly("" + expected.size());
        assertThat(store.symbols().getFirst().ticks()).isEqualTo(expected.size());
        assertThat(Ticks.query(store, """
                        SELECT count(*) FROM part a JOIN part b
                        ON a.id != b.id AND a.first_time <= b.last_time AND b.first_time <= a.last_time""")).containsExactly("0");
        assertThat(Ticks.query(store, """
                        SELECT count(*) FROM part p JOIN
                        (SELECT part, min(ms * 1000000 + ns) f, max(ms * 1000000 + ns) l, count(*) n FROM tick GROUP BY part) t ON t.part = p.id
                        WHERE (f, l, n) != (first_time, last_time, ticks)""")).containsExactly("0");
        assertBars("SELECT time, open, high, low, close, volume, ticks FROM bars_1m", "minute");
        assertBars("SELECT day::TIMESTAMP, open, high, low, close, volume, ticks FROM daily_ohlcv", "day");
    }

    /// The symbol's calendar is around the clock, so that its days are those of UTC.
    private void assertBars(String kept, String unit) {
        assertThat(Ticks.query(store, kept + " ORDER BY 1")).isEqualTo(Ticks.query(store, """
                        SELECT date_trunc('%s', time)::TIMESTAMP, arg_min(price, row), max(price), min(price),
                            arg_max(price, row), sum(size), count(*)
                        FROM (SELECT *, row_number() OVER (ORDER BY p.first_time, t.rowid) AS row,
                                  make_timestamp_ns(ms * 1000000 + ns) AS time,
                                  t.bid::DECIMAL(19, 0) * i.price_unit AS price,
                                  t.bid_size::DECIMAL(19, 0) * i.quantity_unit AS size
                              FROM tick t JOIN part p ON p.id = t.part JOIN instrument i ON i.symbol = p.symbol)
                        GROUP BY 1 ORDER BY 1""".formatted(unit)));
    }

    @Test
    void shouldReplaceFromTheFirstToTheLastNewTickAndSplitWhatSurrounds() throws IOException {
        load(ImportOptions.DEFAULT, ticks(800, 0, 1, 2, 3, 4, 5, 6));
        ImportReport report = load(REPLACE, ticks(900, 2, 4));

        assertThat(report.stored().replaced()).isEqualTo(3);
        assertStored(List.of(
                new Tick(0, 800),
                new Tick(1, 800),
                new Tick(2, 900),
                new Tick(4, 900),
                new Tick(5, 800),
                new Tick(6, 800)));
    }

    @Test
    void shouldPutNewTicksBehindStoredOnesOfEqualTime() throws IOException {
        load(ImportOptions.DEFAULT, ticks(800, 0, 2, 2, 4));
        ImportReport report = load(MERGE, ticks(900, 2, 3, 2));

        assertThat(report.stored().replaced()).isZero();
        assertStored(List.of(
                new Tick(0, 800),
                new Tick(2, 800),
                new Tick(2, 800),
                new Tick(2, 900),
                new Tick(2, 900),
                new Tick(3, 900),
                new Tick(4, 800)));
    }

    @Test
    void shouldTakeContentAgainWhoseTicksWereReplaced() throws IOException {
        List<Tick> first = ticks(800, 0, 1, 2);
        load(ImportOptions.DEFAULT, first);
        load(REPLACE, ticks(900, 1));
        ImportReport again = load(REPLACE, first);

        assertThat(again.alreadyImported()).isFalse();
        assertStored(first);
        assertThat(load(MERGE, first).alreadyImported()).isTrue();
        assertThat(Ticks.query(store, "SELECT id, replaced, whole FROM imports ORDER BY id"))
                .containsExactly("1 0 false", "2 1 false", "3 3 true");
    }

    @Test
    void shouldReadContentAgainUnderOtherOptionsOnlyToReplaceIt() throws IOException {
        Path file = write("f.csv", "20200101 170000065,1.10,1.11,0\n20200102 170000065,1.10,1.11,0\n");
        load("EURUSD", file);
        ImportOptions shifted = REPLACE.withZone(ZoneOffset.ofHours(-4));

        assertThat(load("EURUSD", ImportOptions.DEFAULT.withZone(ZoneOffset.ofHours(-4)), file)
                        .alreadyImported())
                .isTrue();
        ImportReport report = load("EURUSD", shifted, file);
        assertThat(report.alreadyImported()).isFalse();
        assertThat(report.stored().firstNs()).isEqualTo(Ticks.ns("2020-01-01T21:00:00.065Z"));
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLACE", "MERGE"})
    void shouldHoldWhatASlowReferenceHolds(Overlap overlap) throws IOException {
        long seed = System.nanoTime();
        System.out.println("OverlapTest " + overlap + " seed " + seed);
        Random random = new Random(seed);
        List<Tick> expected = new ArrayList<>();
        for (int round = 1; round <= 12; round++) {
            int from = random.nextInt(100);
            int[] seconds = random.ints(1 + random.nextInt(20), from, from + 1 + random.nextInt(40))
                    .sorted()
                    .toArray();
            List<Tick> added = ticks(1000 + round, seconds);
            load(ImportOptions.DEFAULT.withOverlap(overlap), added);
            if (overlap == Overlap.REPLACE) {
                expected.removeIf(tick -> tick.second >= seconds[0] && tick.second <= seconds[seconds.length - 1]);
            }
            expected.addAll(added);
            expected.sort(Comparator.comparingInt(Tick::second));
            assertStored(expected);
        }
    }
}
