package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.SharedFile;
import ai.backtestr.data.store.Quality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Gaps and hours of recorded bars, by the sessions of their calendar.
class BarQualityTest extends BarImportTest {
    private Quality quality(ImportReport report) {
        return store.bars().quality(report.stored());
    }

    /// Recorded daily bars of shares, over years with every holiday there is: one for every session and no other.
    @ParameterizedTest
    @CsvSource({"AAPL, bars_ohlcv/ta4j_AAPL_1d_2013.csv", "GOOG, conformance/goog_sma_cross/GOOG.csv"})
    void shouldFindABarForEverySessionOfRecordedShares(String symbol, String file) {
        Quality quality = quality(loadBars(symbol, "1d", SharedFile.of(file)));

        assertThat(quality.gaps()).isZero();
        assertThat(quality.offHours()).isZero();
    }

    @Test
    void shouldMissTheSessionsThatAreTakenOut() throws IOException {
        Path file = SharedFile.of("bars_ohlcv/ta4j_AAPL_1d_2013.csv");
        List<String> rows = Files.readAllLines(file).stream()
                .filter(row ->
                        !row.contains("2013-11-29") && !row.contains("2013-06-03") && !row.contains("2013-06-04"))
                .toList();
        assertThat(rows).hasSize(1 + 252 - 3);

        Quality quality = quality(loadBars("AAPL", "1d", write("f.csv", String.join("\n", rows))));

        assertThat(quality.gaps()).isEqualTo(2); // the early close of 29 November, and two days in June
        assertThat(quality.longestGapNs()).isEqualTo(2 * (6 * 60 + 30) * 60_000_000_000L);
    }

    @Test
    void shouldFindADailyBarOnAHoliday() throws IOException {
        Quality quality = quality(loadBars("AAPL", "1d", "f.csv", """
                time,open,high,low,close
                2013-11-27,10,12,9,11
                2013-11-28,10,12,9,11
                2013-11-29,10,12,9,11
                2013-12-02,10,12,9,11
                """));

        assertThat(quality.offHours()).isEqualTo(1);
        assertThat(quality.gaps()).isZero();
    }
}
