package ai.backtestr.render.table;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.time.WallClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.000s",
        "12345000000, 12.345s",
        "450000000000, 7m 30s",
        "7500000000000, 2h 05m",
        "273600000000000, 3d 04h",
        "864000000000000, 10d 00h"
    })
    void shouldWriteDurationsWithTwoUnits(long nanoseconds, String text) {
        assertThat(CellText.duration(nanoseconds)).isEqualTo(text);
    }

    @Test
    void shouldWriteTimesInUtcAlsoBeforeTheEpoch() {
        assertThat(CellText.time(-1, WallClock.UTC)).isEqualTo("1969-12-31 23:59:59.999");
    }

    @ParameterizedTest
    @CsvSource({"-157340000, 8, -1.57", "36115430000, 8, 361.15", "5, 1, 0.50", "500000, 8, 0.00", "1500000, 8, 0.02"})
    void shouldRoundAmountsToCents(long units, int scale, String text) {
        assertThat(CellText.cents(units, scale)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"500000000, 8, 5", "27838049, 8, 0.27838049", "1000, 0, 1000", "10000, 2, 100", "0, 8, 0"})
    void shouldLeaveOutZerosAtTheEnd(long units, int scale, String text) {
        assertThat(CellText.withoutNeedlessZeros(units, scale)).isEqualTo(text);
    }
}
