package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.ChildProcess;
import ai.backtestr.data.SharedFile;
import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.TickStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kills a process in the middle of an import, at several moments; the store holds none of its ticks, and works on.
class KilledImportTest {
    @TempDir
    Path home;

    // Of the bytes of both passes: while surveying, early and late while storing.
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.6, 0.95})
    void shouldHoldNoneOfTheTicksAfterAKill(double share) throws Exception {
        Path file = SharedFile.of("crypto_bitflyer_BTCJPY/BTC_JPY_trades_20180121_20180128.clean.csv.gz");
        try (ChildProcess child = ChildProcess.importing(home, file, share)) {
            assertThat(child.pid()).isPositive();
        }

        try (TickStore store = TickStore.open(home)) {
            assertThat(store.symbols()).isEmpty();
            assertThat(Ticks.query(store, "SELECT count(*) FROM tick")).containsExactly("0");
            ImportReport report = new TickImporter(store).importFile("BTCUSD", file, ImportProgress.NONE);
            assertThat(report.alreadyImported()).isFalse();
            assertThat(Ticks.query(store, "SELECT count(*) FROM tick")).containsExactly("1045501");
        }
    }

    @Test
    void shouldHoldAllTicksAfterAKillThatFollowsTheImport() throws Exception {
        Path file = SharedFile.of("crypto_bitstamp/bitcoincharts_bitstampUSD.csv");
        try (ChildProcess child = ChildProcess.holdingStore(home, file)) {
            assertThat(child.pid()).isPositive();
        }

        try (TickStore store = TickStore.open(home)) {
            assertThat(Ticks.all(store, "BTCUSD")).hasSize(9_999);
        }
    }
}
