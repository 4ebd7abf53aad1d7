package ai.backtestr.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.Ticks;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The runs that are kept.
class RunArchiveTest {
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

    private static RunRecord run(String symbol, String netProfit) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("slow", "26");
        parameters.put("fast", "12");
        return new RunRecord(
                1_385_337_600_123_456_789L,
                symbol,
                "ema-cross",
                parameters,
                "abc",
                100,
                1,
                2,
                3,
                Long.MIN_VALUE,
                "backtestr 1",
                "hash",
                new RunRecord.Figures("USD", new BigDecimal(netProfit), 1.5, null, -0.25, 7),
                "{\"a\": \"'quoted'\"}");
    }

    @Test
    void shouldKeepEverythingAcrossReopening() {
        StoredRun added = store.runs().add(run("EURUSD", "12.34500000"), List.of("good", "über, alles"), "it's a note");
        close();
        open();

        assertThat(store.runs().find(added.id())).contains(added);
        assertThat(List.copyOf(store.runs()
                        .find(added.id())
                        .orElseThrow()
                        .run()
                        .parameters()
                        .keySet()))
                .containsExactly("slow", "fast");
        assertThat(store.runs().find(added.id() + 1)).isEmpty();
    }

    @Test
    void shouldListTheLatestFirst() {
        RunArchive runs = store.runs();
        StoredRun first = runs.add(run("EURUSD", "1"), List.of("a"), "");
        StoredRun second = runs.add(run("USDJPY", "2"), List.of(), "");
        StoredRun third = runs.add(run("EURUSD", "3"), List.of("a", "b"), "");

        assertThat(runs.list(null, null))
                .extracting(StoredRun::id)
                .containsExactly(third.id(), second.id(), first.id());
        assertThat(runs.list("EURUSD", null)).extracting(StoredRun::id).containsExactly(third.id(), first.id());
        assertThat(runs.list("EURUSD", "b")).extracting(StoredRun::id).containsExactly(third.id());
        assertThat(runs.list(null, "c")).isEmpty();
    }

    @Test
    void shouldBringBackWhatWasRemovedAndNeverUseANumberAgain() {
        RunArchive runs = store.runs();
        StoredRun run = runs.add(run("EURUSD", "1.00000000"), List.of("a"), "note");

        assertThat(runs.remove(run.id())).contains(run);
        assertThat(runs.remove(run.id())).isEmpty();
        assertThat(runs.add(run("EURUSD", "1"), List.of(), "").id()).isGreaterThan(run.id());
        runs.restore(run);

        assertThat(runs.find(run.id())).contains(run);
    }

    @Test
    void shouldChangeTagsAndNote() {
        RunArchive runs = store.runs();
        StoredRun run = runs.add(run("EURUSD", "1.00000000"), List.of("a"), "note");

        assertThat(runs.describe(run.id(), List.of("b", "c"), ""))
                .contains(new StoredRun(run.id(), run.run(), List.of("b", "c"), ""));
        assertThat(runs.describe(run.id() + 1, List.of(), "")).isEmpty();
    }

    @Test
    void shouldShowRunsToSql() {
        store.runs().add(run("EURUSD", "12.5"), List.of("a"), "");

        assertThat(Ticks.query(store, """
                SELECT symbol, started, parameters['fast'], net_profit, max_drawdown_percent, tags[1], seconds
                FROM runs WHERE list_contains(tags, 'a')"""))
                .containsExactly("EURUSD 2013-11-25 00:00:00.123456789 12 12.50000000 null a 3e-09");
    }
}
