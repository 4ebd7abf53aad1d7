package ai.backtestr.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A statement that would never end is stopped whenever that is wanted: before it has begun, while it is prepared,
/// while its rows are read.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class QueryStopTest {
    private static final String COUNTING = "SELECT count(*) FROM range(1000000000000) a, range(1000) b";
    private static final String SEARCHING = "SELECT range FROM range(1000000000000) WHERE hash(range) = 7";

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

    @ParameterizedTest
    @ValueSource(
            longs = {0, 200, 500, 1_000, 1_500, 2_000, 3_000, 4_000, 6_000, 8_000, 12_000, 20_000, 50_000, 300_000})
    void shouldEndSoon(long microseconds) throws Exception {
        for (String endless : new String[] {COUNTING, SEARCHING}) {
            CompletableFuture<Runnable> stop = new CompletableFuture<>();
            CompletableFuture<Boolean> reading = CompletableFuture.supplyAsync(() -> {
                try (QueryResult found = store.query(endless, stop::complete)) {
                    return found.next();
                }
            });
            Runnable stopping = stop.get();
            Thread.sleep(Duration.ofNanos(microseconds * 1_000));
            stopping.run();
            assertThatThrownBy(reading::get)
                    .as(endless)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(StoreException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 500, 1_000, 2_000, 5_000, 20_000, 300_000})
    void shouldKeepNoRows(long microseconds) throws Exception {
        try (RowKeeping keeping = store.keeping("SELECT a.range FROM range(1000000000000) a")) {
            CompletableFuture<Long> counting =
                    CompletableFuture.supplyAsync(() -> keeping.run().count());
            Thread.sleep(Duration.ofNanos(microseconds * 1_000));
            keeping.cancel();
            assertThatThrownBy(counting::get).hasCauseInstanceOf(CancellationException.class);
        }
        assertThat(home.resolve("temp"))
                .satisfiesAnyOf(
                        temporary -> assertThat(temporary).doesNotExist(),
                        temporary -> assertThat(temporary).isEmptyDirectory());
    }
}
