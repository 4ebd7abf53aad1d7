package ai.backtestr.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.time.Times;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawdownsTest {
    /// From 100 at time 0: down to 90 and back by time 3 (10 %), up to 200, down to 150 (25 %) until the end at 7.
    @Test
    void shouldMeasureEachFallFromItsPeakToItsRecoveryOrTheEnd() {
        Drawdowns drawdowns =
                Drawdowns.of(0, 100, List.of(1L, 2L, 3L, 4L, 6L, 7L), List.of(95L, 90L, 100L, 200L, 150L, 180L));
        assertThat(drawdowns.averageShare()).isCloseTo((0.10 + 0.25) / 2, within(1e-15));
        assertThat(drawdowns.lengths()).isEqualTo(new Durations(3L, 3L, 3L));
        double squares = 0.05 * 0.05 + 0.1 * 0.1 + 0.25 * 0.25 + 0.1 * 0.1;
        assertThat(drawdowns.ulcerIndex()).isCloseTo(Math.sqrt(squares / 6), within(1e-15));
    }

    @Test
    void shouldBeUndefinedWhenEquityNeverFell() {
        Drawdowns drawdowns = Drawdowns.of(0, 100, List.of(1L, 2L), List.of(100L, 101L));
        assertThat(drawdowns.averageShare()).isNaN();
        assertThat(drawdowns.lengths().mean()).isNull();
        assertThat(drawdowns.ulcerIndex()).isZero();
    }

    /// 100 to 60 is 40 %; 1000 to 900 is more money but 10 %.
    @Test
    void shouldTellTheDeepestShareFromTheDeepestFallInMoney() {
        EquityCurve curve = new EquityCurve(TradingCalendar.ALWAYS_OPEN, 100);
        for (long equity : new long[] {60, 1000, 900}) {
            curve.onEquity(equity);
        }
        assertThat(curve.maxDrawdown()).isEqualTo(100);
        assertThat(curve.maxDrawdownPeak()).isEqualTo(1000);
        assertThat(curve.maxRelativeDrawdown()).isEqualTo(0.4);
        assertThat(curve.peak()).isEqualTo(1000);
    }

    @Test
    void shouldGiveEachDayToTheMonthInWhichItEnds() {
        EquityCurve curve = new EquityCurve(TradingCalendar.ALWAYS_OPEN, 100);
        take(curve, "2024-01-30T12:00:00", 110);
        take(curve, "2024-01-31T23:59:59", 130);
        take(curve, "2024-02-01T00:00:00", 125);
        curve.finish(Times.parse("2024-02-01T00:00:01"));
        assertThat(MonthProfit.of(curve, 100))
                .containsExactly(
                        new MonthProfit(YearMonth.of(2024, 1), 100, 30),
                        new MonthProfit(YearMonth.of(2024, 2), 130, -5));
    }

    private static void take(EquityCurve curve, String time, long equity) {
        curve.onTime(Times.parse(time));
        curve.onEquity(equity);
    }

    /// Peak at 1, deepest at 2, back at 4; then down again until the end, deepest on the last day.
    @Test
    void shouldMeasureRecoveryFromTheDeepestDay() {
        Drawdowns drawdowns = Drawdowns.of(0, 100, List.of(1L, 2L, 3L, 4L, 5L), List.of(110L, 90L, 100L, 115L, 100L));
        assertThat(drawdowns.recoveries()).isEqualTo(new Durations(0L, 2L, 1L));
    }
}
