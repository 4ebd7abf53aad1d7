package ai.backtestr.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.Ticks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class KeptRowsTest {
    private static final String SHUFFLED =
            "SELECT range * 7919 % 1000003 AS number, 'n' || range AS name FROM range(500000)";

    @TempDir
    Path home;

    private TickStore store;

    @BeforeEach
    void open() {
        store = TickStore.open(home);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void shouldHoldTheRowsInTheOrderOfTheQuery() throws IOException {
        try (KeptRows kept = kept(SHUFFLED + ";")) {
            assertThat(kept.count()).isEqualTo(500_000);
            for (long row : List.of(0L, 1L, 122_879L, 122_880L, 250_001L, 499_999L)) {
                assertThat(rows(kept, "SELECT c1, c2 FROM " + kept.table() + " WHERE rowid = " + row))
                        .containsExactly(row * 7919 % 1000003 + " n" + row);
            }
            assertThat(rows(kept, "SELECT count(*), max(rowid) FROM " + kept.table()))
                    .containsExactly("500000 499999");
            assertThat(files()).isNotEmpty();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void shouldKeepARowOfEachType() {
        String select =
                "SELECT 1 AS a, 2 AS a, 3 AS rowid, NULL AS nothing, 0.10::DECIMAL(9, 2) AS d, DATE '2014-05-01' AS day,"
                        + " make_timestamp_ns(1398902400000000001) AS t, [1, NULL] AS l, {'k': 'v'} AS s, 'x\"y' AS \"q\"\"\"";
        try (KeptRows kept = kept(select);
                QueryResult found = store.query(select);
                QueryResult again = kept.query("FROM " + kept.table(), stop -> {})) {
            assertThat(found.next()).isTrue();
            assertThat(again.next()).isTrue();
            assertThat(again.columns()).hasSameSizeAs(found.columns());
            for (int i = 0; i < found.columns().size(); i++) {
                assertThat(again.text(i)).as(found.columns().get(i).name()).isEqualTo(found.text(i));
            }
        }
    }

    @Test
    void shouldCountRowsWhateverTheirColumnsAreCalled() {
        try (KeptRows kept = kept("SELECT 10 - range AS rowid, range AS n FROM range(10)")) {
            assertThat(rows(kept, "SELECT c1, c2 FROM " + kept.table() + " WHERE rowid >= 3 AND rowid < 5"))
                    .containsExactly("7 3", "6 4");
        }
    }

    @Test
    void shouldStayBesideOthersAndLeaveTheStoreAlone() {
        try (KeptRows first = kept("SELECT 1 AS one");
                KeptRows second = kept("SELECT 2 AS two WHERE false")) {
            assertThat(rows(first, "FROM " + first.table())).containsExactly("1");
            assertThat(second.count()).isZero();
            assertThat(rows(second, "FROM " + second.table())).isEmpty();
            assertThat(Ticks.query(store, "SHOW TABLES")).noneMatch(name -> name.contains("found"));
        }
        for (String wrong : List.of("DROP TABLE tick", "SELECT 1; DROP TABLE tick", "SELECT nonsense", "1) x")) {
            assertThatThrownBy(() -> kept(wrong)).as(wrong).isInstanceOf(StoreException.class);
        }
        assertThat(Ticks.query(store, "SELECT count(*) FROM tick")).containsExactly("0");
    }

    @Test
    void shouldLeaveNothingWhenItFailsOrIsCancelled() throws Exception {
        assertThatThrownBy(() -> kept("SELECT error('at ' || range) FROM range(300000) WHERE range > 200000"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("at 20");
        assertThat(files()).isEmpty();

        String endless = "SELECT a.range FROM range(100000000) a, range(100000000) b WHERE a.range + b.range >= 0";
        try (RowKeeping keeping = store.keeping(endless)) {
            Thread canceller = Thread.ofPlatform().daemon().start(() -> cancelOnceWritten(keeping));
            assertThatThrownBy(keeping::run).isInstanceOf(CancellationException.class);
            canceller.join();
        }
        assertThat(files()).isEmpty();
    }

    private void cancelOnceWritten(RowKeeping keeping) {
        try {
            while (files().isEmpty()) {
                Thread.sleep(5);
            }
            Thread.sleep(200);
            keeping.cancel();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldBeReadToTheEndByWhoeverHasBegunAndByNobodyLater() {
        KeptRows kept = kept(SHUFFLED);
        try (QueryResult reading = kept.query("SELECT c2 FROM " + kept.table(), stop -> {})) {
            assertThat(reading.next()).isTrue();
            kept.close();
            long count = 1;
            while (reading.next()) {
                count++;
            }
            assertThat(count).isEqualTo(500_000);
        }
        assertThatThrownBy(() -> kept.query("FROM " + kept.table(), stop -> {}))
                .isInstanceOf(CancellationException.class);
        kept.close();
    }

    @Test
    void shouldBeDeletedAtTheNextOpeningIfNobodyDid() throws IOException {
        Path left = Files.createDirectories(home.resolve("temp")).resolve("kept_7.duckdb");
        Files.writeString(left, "of a process that was killed");
        store.close();
        store = TickStore.open(home);
        assertThat(left).doesNotExist();
    }

    private KeptRows kept(String sql) {
        try (RowKeeping keeping = store.keeping(sql)) {
            return keeping.run();
        }
    }

    private static List<String> rows(KeptRows kept, String sql) {
        List<String> rows = new ArrayList<>();
        try (QueryResult found = kept.query(sql, stop -> {})) {
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 0; i < found.columns().size(); i++) {
                    row.append(i == 0 ? "" : " ").append(found.text(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private List<Path> files() throws IOException {
        Path temporary = home.resolve("temp");
        if (!Files.exists(temporary)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("kept_"))
                    .toList();
        }
    }
}
