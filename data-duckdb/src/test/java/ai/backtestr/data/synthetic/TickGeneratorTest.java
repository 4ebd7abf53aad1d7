package ai.backtestr.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.StoredImport;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.synthetic.SyntheticMarket;
import ai.backtestr.engine.synthetic.SyntheticQuotes;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.time.Times;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TickGeneratorTest {
    private static final SyntheticMarket MARKET =
            SyntheticMarket.ofTicks(1, Times.parse("2014-01-01"), 200_000, 115_000, 110_000, 8);

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
    void shouldStoreWhatTheGeneratorHandsOut() {
        List<Long> bids = new ArrayList<>();
        List<Long> stored = new ArrayList<>();
        try (TickPage page = new TickPage(1000)) {
            SyntheticQuotes quotes = new SyntheticQuotes(MARKET);
            while (quotes.fill(page)) {
                take(page, bids);
            }
            new TickGenerator(store).generate("EURUSD", MARKET, GenerationProgress.NONE);
            try (var source = store.ticks("SYN.EURUSD", Long.MIN_VALUE, Long.MAX_VALUE)) {
                while (source.fill(page)) {
                    take(page, stored);
                }
            }
        }
        assertThat(stored).isEqualTo(bids).hasSize(1_000_000);
    }

    private static void take(TickPage page, List<Long> values) {
        for (int i = 0; i < page.count(); i++) {
            values.addAll(List.of(
                    page.timeNs(i), page.bidPrice(i), page.askPrice(i), page.bidQuantity(i), page.askQuantity(i)));
        }
    }

    @Test
    void shouldRememberWhatTheTicksWereMadeBy() {
        GenerationReport report = new TickGenerator(store).generate("SYN.EURUSD", MARKET, GenerationProgress.NONE);

        StoredImport remembered = store.imports("SYN.EURUSD").getFirst();
        assertThat(remembered).isEqualTo(report.stored());
        assertThat(remembered.origin().format())
                .isEqualTo("synthetic quotes, seed 1, generator version 1, from 2014-01-01T00:00:00Z, 200000 ticks,"
                        + " 115000 ticks a day, price 1.10000, spread 0.00008");
        assertThat(Ticks.query(store, "SELECT symbol, format LIKE 'synthetic%' FROM imports"))
                .containsExactly("SYN.EURUSD true");
    }

    @Test
    void shouldStoreNothingWhenCancelledHalfway() {
        GenerationProgress halfway = new GenerationProgress() {
            private long ticks;

            @Override
            public void update(long newTicks, long timeNs) {
                ticks = newTicks;
            }

            @Override
            public boolean cancelled() {
                return ticks >= 100_000;
            }
        };

        assertThatThrownBy(() -> new TickGenerator(store).generate("EURUSD", MARKET, halfway))
                .isInstanceOf(CancellationException.class);

        assertThat(store.symbols()).isEmpty();
        assertThat(Ticks.query(store, "SELECT count(*) FROM tick")).containsExactly("0");
    }

    @Test
    void shouldRefuseASymbolWithOtherTicksBeforeMakingAny() {
        TickGenerator generator = new TickGenerator(store);
        generator.generate("EURUSD", MARKET, GenerationProgress.NONE);
        SyntheticMarket other = SyntheticMarket.ofTicks(2, MARKET.startNs(), 200_000, 115_000, 110_000, 8);

        assertThatThrownBy(() -> generator.generate("EURUSD", other, (ticks, timeNs) -> {
                    throw new AssertionError("nothing is to be generated");
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("SYN.EURUSD already has 200000 other ticks");
    }
}
