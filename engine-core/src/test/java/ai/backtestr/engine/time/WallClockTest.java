package ai.backtestr.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallClockTest {
    private static final long SEED = 20_260_329;
    private static final long FROM = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
    private static final long TO = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "+05:30",
                "America/New_York",
                "Europe/London",
                "America/Sao_Paulo",
                "America/Havana",
                "Australia/Lord_Howe",
                "Asia/Kolkata",
                "Pacific/Apia"
            })
    void shouldShowAndReadWhatTheCalendarOfJavaDoes(String name) {
        ZoneId zone = ZoneId.of(name);
        WallClock clock = WallClock.of(zone);
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            Instant moment = Instant.ofEpochSecond(random.nextLong(FROM, TO), random.nextInt(1_000_000_000));
            LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
            assertThat(clock.localNs(Times.nanos(moment)))
                    .as("%s %s, seed %d", name, moment, SEED)
                    .isEqualTo(Times.nanos(local.toInstant(ZoneOffset.UTC)));
            assertThat(Times.instant(clock.timeNs(Times.nanos(local.toInstant(ZoneOffset.UTC)))))
                    .as("%s %s, seed %d", name, local, SEED)
                    .isEqualTo(local.atZone(zone).toInstant());
        }
    }

    @Test
    void shouldTakeTheEarlierOfTwoMomentsAndTheChangeForALeftOutTime() {
        WallClock newYork = WallClock.of(ZoneId.of("America/New_York"));

        assertThat(newYork.parse("2020-11-01 01:30")).isEqualTo(Times.parse("2020-11-01T05:30:00Z"));
        assertThat(newYork.parse("2020-03-08 02:30")).isEqualTo(Times.parse("2020-03-08T07:00:00Z"));
        assertThat(newYork.parse("2020-03-08")).isEqualTo(Times.parse("2020-03-08T05:00:00Z"));
    }

    @Test
    void shouldWriteTheOffsetOfTheMomentAndReadItBack() {
        WallClock newYork = WallClock.of(ZoneId.of("America/New_York"));
        long first = Times.parse("2020-11-01T05:30:00Z");
        long second = Times.parse("2020-11-01T06:30:00.000000250Z");

        assertThat(newYork.format(first)).isEqualTo("2020-11-01T01:30:00-04:00");
        assertThat(newYork.format(second)).isEqualTo("2020-11-01T01:30:00.000000250-05:00");
        assertThat(newYork.parse(newYork.format(second))).isEqualTo(second);
        assertThat(newYork.formatLocal(first)).isEqualTo("2020-11-01T01:30:00");
    }

    @Test
    void shouldKnowItsNames() {
        assertThat(WallClock.of(ZoneId.of("Etc/UTC"))).isSameAs(WallClock.UTC);
        assertThat(WallClock.UTC.name()).isEqualTo("UTC");
        assertThat(WallClock.UTC.format(0)).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(WallClock.of(ZoneId.of("America/New_York")).shortName()).isEqualTo("New York");
        assertThatThrownBy(() -> WallClock.UTC.parse("noon")).isInstanceOf(DateTimeException.class);
    }
}
