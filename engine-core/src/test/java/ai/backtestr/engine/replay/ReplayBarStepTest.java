package ai.backtestr.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.tick.DecodedTicks;
import ai.backtestr.engine.time.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where steps by bars lead whose lengths differ, in days that begin at 17:00 New York: 21:00 UTC in summer, 22:00 in
/// winter, which began on 3 November 2013.
class ReplayBarStepTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 2, 1, "USD", TradingCalendar.FOREX);

    @Test
    void shouldStepByWeeksAlsoOverAnEarlyQuote() {
        List<String> times = List.of(
                "2013-11-06T12:00",
                "2013-11-07T12:00",
                "2013-11-10T23:00", // Monday's trading day
                "2013-11-12T12:00",
                "2013-11-15T12:00",
                "2013-11-16T23:00", // Sunday's trading day, of the week that follows
                "2013-11-18T12:00");
        assertThat(forward("1w", times)).containsExactly(1L, 3L, 6L, 7L);
        assertThat(back("1w", times)).containsExactly(6L, 3L, 1L, 0L);
    }

    @Test
    void shouldStepByMonths() {
        List<String> times = List.of(
                "2013-10-30T12:00",
                "2013-10-31T20:59",
                "2013-10-31T21:00", // 1 November's trading day
                "2013-11-15T12:00",
                "2013-11-29T21:59",
                "2013-12-02T12:00");
        assertThat(forward("1mo", times)).containsExactly(1L, 3L, 6L);
        assertThat(back("1mo", times)).containsExactly(3L, 1L, 0L);
        assertThat(forward("3mo", times)).containsExactly(1L, 6L);
        assertThat(back("3mo", times)).containsExactly(1L, 0L);
    }

    @Test
    void shouldStepByADayOf25HoursInHeikinAshiToo() {
        List<String> times = List.of("2013-11-02T22:00", "2013-11-03T21:30", "2013-11-03T22:30");
        assertThat(forward("ha:1d", times)).containsExactly(1L, 3L);
        assertThat(back("ha:1d", times)).containsExactly(1L, 0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500t", "1000v", "20r", "renko:20", "ha:500t"})
    void shouldStepByMinutesWhereBarsDoNotEndWithTheClock(String timeframe) {
        List<String> times =
                List.of("2013-11-06T12:00:00", "2013-11-06T12:00:30", "2013-11-06T12:01:10", "2013-11-06T12:03:00");
        assertThat(forward(timeframe, times)).containsExactly(1L, 3L, 4L);
        assertThat(back(timeframe, times)).containsExactly(3L, 1L, 0L);
    }

    /// Where each step from the beginning leads, to the end.
    private static List<Long> forward(String timeframe, List<String> times) {
        return walk(timeframe, times, 0, 1);
    }

    /// Where each step from the end leads, to the beginning.
    private static List<Long> back(String timeframe, List<String> times) {
        return walk(timeframe, times, times.size(), -1);
    }

    private static List<Long> walk(String timeframe, List<String> times, long from, int by) {
        Step step = new Step.Bars(Timeframe.parse(timeframe), by);
        List<Long> places = new ArrayList<>();
        try (DecodedTicks decoded = DecodedTicks.of(new RecordedTicks(INSTRUMENT, quotes(times)));
                Replay replay =
                        new Replay(BacktestSpec.of(HandTraded.NOTHING, Map.of()), new DecodedReplayTicks(decoded))) {
            replay.step(new Step.Position(from));
            while (replay.target(step) != replay.position()) {
                replay.step(step);
                places.add(replay.position());
            }
        }
        return places;
    }

    private static List<RecordedTicks.Tick> quotes(List<String> times) {
        Stream<Long> moments = times.stream().map(Times::parse);
        return moments.map(timeNs -> RecordedTicks.quote(timeNs, 100, 101)).toList();
    }
}
