package ai.backtestr.render.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {
    private static final long SEED = 7;

    @ParameterizedTest
    @CsvSource({
        "2017-04-19T00:00:00Z, Wed 19 Apr 2017",
        "2017-04-19T09:00:00Z, Wed 19 Apr 2017 09:00",
        "2017-04-09T09:00:07Z, Sun 9 Apr 2017 09:00:07",
        "1969-12-31T23:59:59.500Z, Wed 31 Dec 1969 23:59:59.500",
        "2020-01-06T00:00:00.040Z, Mon 6 Jan 2020 00:00:00.040"
    })
    void shouldSayNoMoreThanAMomentHas(Instant moment, String text) {
        assertThat(TimeText.of(nanos(moment))).isEqualTo(text);
    }

    @Test
    void shouldWriteMomentsAsTheCalendarOfTheJdkDoes() {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm:ss.SSS", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            Instant moment = Instant.ofEpochMilli(random.nextLong(-2_000_000_000_000L, 4_000_000_000_000L) | 1);

            assertThat(TimeText.of(nanos(moment))).as("seed %d", SEED).isEqualTo(format.format(moment));
        }
    }

    private static long nanos(Instant moment) {
        return moment.getEpochSecond() * 1_000_000_000L + moment.getNano();
    }
}
