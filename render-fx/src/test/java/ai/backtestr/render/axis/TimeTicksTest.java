package ai.backtestr.render.axis;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.fixture.ListedBars;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTicksTest {
    @Test
    void shouldLabelMonthsAndEmphasiseTheYear() {
        List<Long> times = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2019, 9, 15);
                day.isBefore(LocalDate.of(2020, 3, 15));
                day = day.plusDays(1)) {
            times.add(nanos(day.atStartOfDay().toInstant(ZoneOffset.UTC)));
        }

        assertThat(labels(ListedBars.at(times), 28)).containsExactly("Oct", "Nov", "Dec", "*2020*", "Feb", "Mar");
    }

    @Test
    void shouldLabelHoursAndEmphasiseTheDay() {
        ListedBars bars = every(Duration.ofHours(1), "2020-01-06T20:00:00Z", 20);

        assertThat(labels(bars, 3)).containsExactly("21:00", "*7 Jan*", "03:00", "06:00", "09:00", "12:00", "15:00");
    }

    @Test
    void shouldLabelSecondsWhenBarsAreThatShort() {
        ListedBars bars = every(Duration.ofSeconds(1), "2020-01-06T09:59:50Z", 31);

        assertThat(labels(bars, 10)).containsExactly("10:00:00", "10:00:15");
    }

    @Test
    void shouldLabelMillisecondsWhenBarsAreThatShort() {
        ListedBars bars = every(Duration.ofMillis(100), "2020-01-06T10:00:00Z", 11);

        assertThat(labels(bars, 5)).containsExactly("10:00:00.000", "10:00:00.500", "10:00:01.000");
    }

    @Test
    void shouldLabelEveryTradingDayAcrossAWeekend() {
        List<Long> times = new ArrayList<>();
        Instant end = Instant.parse("2020-01-15T00:00:00Z");
        for (Instant at = Instant.parse("2020-01-09T00:00:00Z"); at.isBefore(end); at = at.plus(Duration.ofHours(1))) {
            DayOfWeek day = at.atZone(ZoneOffset.UTC).getDayOfWeek();
            if (day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY) {
                times.add(nanos(at));
            }
        }

        assertThat(labels(ListedBars.at(times), 20)).containsExactly("9", "10", "13", "14");
    }

    @Test
    void shouldLabelTheMidnightsOfAZoneOnDaysOf23And25Hours() {
        ListedBars spring = every(Duration.ofHours(1), "2020-03-07T05:00:00Z", 72);
        ListedBars autumn = every(Duration.ofHours(1), "2020-10-31T04:00:00Z", 74);
        TimeTicks ticks = new TimeTicks();
        ticks.setClock(WallClock.of(ZoneId.of("America/New_York")));

        ticks.choose(spring, 0, spring.count(), 20);
        assertThat(positions(ticks)).containsExactly(0.0, 24.0, 47.0, 71.0);
        assertThat(labels(ticks)).containsExactly("7", "8", "9", "10");
        ticks.choose(autumn, 0, autumn.count(), 20);
        assertThat(positions(ticks)).containsExactly(0.0, 24.0, 49.0, 73.0);
        assertThat(labels(ticks)).containsExactly("31", "*Nov*", "2", "3");
    }

    @Test
    void shouldLabelTheHoursThatAClockShowsAcrossAChange() {
        ListedBars autumn = every(Duration.ofHours(1), "2020-11-01T03:00:00Z", 7);
        TimeTicks ticks = new TimeTicks();
        ticks.setClock(WallClock.of(ZoneId.of("America/New_York")));

        ticks.choose(autumn, 0, autumn.count(), 1);

        assertThat(labels(ticks)).containsExactly("23:00", "*1 Nov*", "01:00", "01:00", "02:00", "03:00", "04:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "America/Sao_Paulo", "America/Havana", "Australia/Lord_Howe"})
    void shouldBeginEachDayWhereTheCalendarOfJavaDoes(String name) {
        ZoneId zone = ZoneId.of(name);
        WallClock clock = WallClock.of(zone);
        LocalDate first = LocalDate.of(2015, 1, 2);
        long at = nanos(first.atStartOfDay(zone).toInstant());
        for (LocalDate day = first; day.isBefore(LocalDate.of(2019, 1, 1)); day = day.plusDays(1)) {
            assertThat(TimeLevel.DAYS_1.atOrAfter(at, clock))
                    .as(name + " " + day)
                    .isEqualTo(nanos(day.atStartOfDay(zone).toInstant()));
            if (day.getDayOfMonth() == 1) {
                assertThat(TimeLevel.MONTHS_1.atOrAfter(at - Duration.ofDays(3).toNanos(), clock))
                        .as(name + " " + day)
                        .isEqualTo(nanos(day.atStartOfDay(zone).toInstant()));
            }
            at = nanos(day.atStartOfDay(zone).toInstant()) + 1;
        }
    }

    @Test
    void shouldKeepLabelsApart() {
        ListedBars bars = every(Duration.ofMinutes(7), "2019-12-30T03:00:00Z", 2_000);
        for (double gap : new double[] {1, 3, 10, 40, 170, 900}) {
            TimeTicks ticks = new TimeTicks();
            ticks.choose(bars, 0, bars.count(), gap);
            for (int i = 1; i < ticks.count(); i++) {
                assertThat(ticks.position(i) - ticks.position(i - 1))
                        .as("gap " + gap)
                        .isGreaterThanOrEqualTo(gap);
            }
        }
    }

    @Test
    void shouldHaveNoTicksWithoutBars() {
        TimeTicks ticks = new TimeTicks();

        ticks.choose(new ListedBars(), 0, 0, 10);

        assertThat(ticks.count()).isZero();
    }

    private static ListedBars every(Duration step, String from, int count) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(nanos(Instant.parse(from).plus(step.multipliedBy(i))));
        }
        return ListedBars.at(times);
    }

    private static long nanos(Instant instant) {
        return instant.toEpochMilli() * 1_000_000;
    }

    private static List<String> labels(ListedBars bars, double gap) {
        TimeTicks ticks = new TimeTicks();
        ticks.choose(bars, 0, bars.count(), gap);
        return labels(ticks);
    }

    private static List<Double> positions(TimeTicks ticks) {
        return IntStream.range(0, ticks.count()).mapToObj(ticks::position).toList();
    }

    private static List<String> labels(TimeTicks ticks) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < ticks.count(); i++) {
            String label = ticks.label(i);
            labels.add(ticks.isEmphasised(i) ? "*" + label + "*" : label);
        }
        return labels;
    }
}
