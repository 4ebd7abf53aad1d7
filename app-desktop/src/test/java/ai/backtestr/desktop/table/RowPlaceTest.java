package ai.backtestr.desktop.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.engine.time.WallClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowPlaceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 0",
                "0 | 0",
                "1,000,000,000 | 999999999",
                "1_000 | 999",
                "9223372036854775807 | 9223372036854775806"
            })
    void shouldCountRowsFromOne(String typed, long row) {
        assertThat(RowPlace.parse(typed, WallClock.UTC)).isEqualTo(new RowPlace(false, row));
    }

    @Test
    void shouldReadMoments() {
        assertThat(RowPlace.parse(" 2014-05-01 00:00:00.5 ", WallClock.UTC))
                .isEqualTo(new RowPlace(true, 1_398_902_400_500_000_000L));
        assertThat(RowPlace.parse("2014-05-01", WallClock.UTC).value()).isEqualTo(1_398_902_400_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "-1", "2014-13-01", "9223372036854775808"})
    void shouldSayWhatIsNeither(String typed) {
        assertThatThrownBy(() -> RowPlace.parse(typed, WallClock.UTC))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("'" + typed + "' is neither a row nor a time");
    }
}
