package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.SharedFile;
import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Recorded files of bars with bytes cut off or changed: an import fails in one line, or counts what it rejects.
class DamagedBarsTest extends BarImportTest {
    private static final int CASES = 60;

    private void damage(String name, byte[] whole, String timeframe) throws IOException {
        long seed = System.nanoTime();
        System.out.println("DamagedBarsTest " + name + " seed " + seed);
        Random random = new Random(seed);
        Path file = files.resolve(name);
        Files.write(file, whole);
        loadBars("WHOLE", timeframe, file);
        Set<String> bars = new HashSet<>(values("WHOLE"));
        for (int i = 0; i < CASES; i++) {
            String symbol = "D." + i;
            Files.write(file, damaged(whole, random));
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> loadOrFail(symbol, timeframe, file), "seed " + seed + " case " + i);
            long strange =
                    values(symbol).stream().filter(bar -> !bars.contains(bar)).count();
            // A changed byte touches one row, or two that it runs together; eight of them at most sixteen.
            assertThat(strange).as("seed %d case %d", seed, i).isLessThanOrEqualTo(16);
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        if (random.nextInt(3) == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
            // The rows, not the header: a changed name is another layout.
            bytes[60 + random.nextInt(bytes.length - 60)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private void loadOrFail(String symbol, String timeframe, Path file) {
        try {
            ImportReport report = loadBars(symbol, timeframe, file);
            assertThat(report.stored().tally().rowsRead())
                    .isEqualTo(report.stored().tally().accepted()
                            + report.stored().tally().rejected());
        } catch (StoreException e) {
            assertThat(e.getMessage()).doesNotContain("\n").contains(String.valueOf(file.getFileName()));
        }
    }

    private Set<String> values(String symbol) {
        return new HashSet<>(Ticks.query(
                store,
                "SELECT concat_ws(' ', epoch_ns(time), open, high, low, close, volume) FROM bars WHERE symbol = '"
                        + symbol + "'"));
    }

    @Test
    void shouldSurviveDamagedText() throws IOException {
        damage("f.csv", Files.readAllBytes(SharedFile.of("bars_ohlcv/ta4j_AAPL_1d_2013.csv")), "1d");
    }

    @Test
    void shouldSurviveDamagedZips() throws IOException {
        Path zip = SharedFile.of("fx_lean_fxcm_EURUSD/minute/20140504_quote.zip");
        damage("20140504_quote.zip", Files.readAllBytes(zip), "1m");
    }

    @Test
    void shouldSurviveDamagedGzip() throws IOException {
        Path packed = SharedFile.of("bars_ohlcv/ninjatrader_SPY_minute_2011.csv.gz");
        damage("f.csv.gz", Files.readAllBytes(packed), "1m");
    }
}
