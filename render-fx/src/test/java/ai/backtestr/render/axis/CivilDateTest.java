package ai.backtestr.render.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CivilDateTest {
    @Test
    void shouldAgreeWithTheCalendarOfThePlatform() {
        long last = LocalDate.of(2300, 1, 1).toEpochDay();
        for (long day = LocalDate.of(1677, 1, 1).toEpochDay(); day < last; day++) {
            LocalDate expected = LocalDate.ofEpochDay(day);
            long date = CivilDate.of(day);
            assertThat(LocalDate.of(CivilDate.year(date), CivilDate.month(date), CivilDate.day(date)))
                    .isEqualTo(expected);
            if (expected.getDayOfMonth() == 1) {
                assertThat(CivilDate.epochDay(expected.getYear(), expected.getMonthValue()))
                        .isEqualTo(day);
            }
        }
        assertThat(CivilDate.epochDay(2020, 13))
                .isEqualTo(LocalDate.of(2021, 1, 1).toEpochDay());
    }
}
