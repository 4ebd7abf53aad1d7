package ai.backtestr.render.table;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(CellText.time(-1)).isEqualTo("1969-12-31 23:59:59.999");
    }
}
