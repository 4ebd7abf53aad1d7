package ai.backtestr.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.store.QueryResult;
import ai.backtestr.desktop.fixture.StoredQuotes;
import ai.backtestr.desktop.sample.Sample;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.render.profile.AggressorRule;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredFlowTest {
    private @Nullable Workspace opened;

    @BeforeAll
    void store(@TempDir Path home) {
        opened = StoredQuotes.besideSample(home, 7, "2019-03-09", 20_000);
    }

    @AfterAll
    void close() {
        workspace().close();
    }

    private Workspace workspace() {
        return Objects.requireNonNull(opened);
    }

    private StoredFlow flow(String symbol) {
        return workspace().flow(workspace().stored(symbol).instrument());
    }

    /// Sums by price and side, of all days.
    private static Map<String, Long> sums(StoredFlow flow) {
        Map<String, Long> sums = new TreeMap<>();
        long dayNs = flow.dayWithTicks(flow.dayStart(0));
        while (dayNs != Long.MAX_VALUE) {
            long endNs = flow.nextDayStart(dayNs);
            flow.read(dayNs, dayNs, endNs, (timeNs, price, quantity, side, basis) -> {
                sums.merge(price + " " + side, quantity, Long::sum);
                return true;
            });
            dayNs = flow.dayWithTicks(endNs);
        }
        return sums;
    }

    @Test
    void shouldCountEachQuoteOnceAtItsBidWhereThereAreQuotesOnly() {
        try (StoredFlow flow = flow(StoredQuotes.SYMBOL)) {
            long count = sums(flow).values().stream().mapToLong(Long::longValue).sum();
            assertThat(count).isEqualTo(workspace().stored(StoredQuotes.SYMBOL).count());
            assertThat(flow.countsTicks()).isTrue();
        }
    }

    /// The store's own sums, in SQL: of all trades by price, and of those whose side is recorded by price and side.
    @Test
    void shouldSumUpTradesAsSqlDoes() {
        Map<String, Long> bySql = new TreeMap<>();
        Instrument instrument = workspace().stored(Sample.SYMBOL).instrument();
        try (QueryResult rows = workspace().store().query("""
                SELECT price, coalesce(aggressor, 'unknown'), sum(size)
                FROM ticks WHERE symbol = '%s' AND kind = 'trade' GROUP BY ALL""".formatted(Sample.SYMBOL))) {
            while (rows.next()) {
                long price = FixedPoint.parse(Objects.requireNonNull(rows.text(0)), instrument.priceScale());
                long size = FixedPoint.parse(Objects.requireNonNull(rows.text(2)), instrument.quantityScale());
                bySql.merge(price + " all", size, Long::sum);
                bySql.merge(price + " " + rows.text(1), size, Long::sum);
            }
        }
        Map<String, Long> sums = new TreeMap<>();
        try (StoredFlow flow = flow(Sample.SYMBOL)) {
            long dayNs = flow.dayWithTicks(flow.dayStart(0));
            while (dayNs != Long.MAX_VALUE) {
                long endNs = flow.nextDayStart(dayNs);
                flow.read(dayNs, dayNs, endNs, (timeNs, price, quantity, side, basis) -> {
                    boolean recorded = basis == AggressorRule.Basis.RECORDED;
                    String known = recorded ? side == AggressorRule.BUY ? "buy" : "sell" : "unknown";
                    sums.merge(price + " all", quantity, Long::sum);
                    sums.merge(price + " " + known, quantity, Long::sum);
                    return true;
                });
                dayNs = flow.dayWithTicks(endNs);
            }
        }
        assertThat(sums).isNotEmpty().isEqualTo(bySql);
    }

    @Test
    void shouldReadNothingOnceItIsClosed() {
        StoredFlow flow = flow(Sample.SYMBOL);
        sums(flow);
        flow.close();

        assertThatThrownBy(() -> flow.dayWithTicks(0)).isInstanceOf(CancellationException.class);
    }
}
