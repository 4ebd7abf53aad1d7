package ai.backtestr.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.statistics.MonthProfit;
import ai.backtestr.engine.time.Times;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawingsTest {
    private static final long UNIT = 100_000_000L;

    @Test
    void shouldStepByRoundNumbers() {
        Scale scale = new Scale(-3, 97, 0, 1000);
        assertThat(scale.step(5)).isEqualTo(20);
        assertThat(scale.multiples(20)).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0);
        assertThat(scale.at(47)).isEqualTo(500);
        assertThat(Scale.label(0.25, 0.05)).isEqualTo("0.25");
        assertThat(Scale.label(12_500, 500)).isEqualTo("12,500");
        assertThat(Scale.label(-40_000, 20_000)).isEqualTo("-40k");
        assertThat(Scale.label(3_000_000, 1_000_000)).isEqualTo("3M");
    }

    @Test
    void shouldLabelRoundTimesOnTheClockOfTheZone() {
        long from = Times.parse("2024-03-09T12:00");
        assertThat(TimeLabels.between(from, Times.parse("2024-03-11T12:00"), ZoneId.of("America/New_York")))
                .extracting(TimeLabels.Label::text)
                .startsWith("9 Mar 12:00", "9 Mar 18:00")
                .hasSizeBetween(6, 9);
        assertThat(TimeLabels.between(from, Times.parse("2024-12-31T00:00"), ZoneOffset.UTC))
                .extracting(TimeLabels.Label::text)
                .contains("Jul 2024");
        assertThat(TimeLabels.between(from, Times.parse("2034-12-31T00:00"), ZoneOffset.UTC))
                .extracting(TimeLabels.Label::text)
                .contains("2026", "2030");
    }

    /// Bars of 0.1 from -0.5 on, five of them below 0; the mean of -0.5, 0.1, 0.8 and 3 is 0.85.
    @Test
    void shouldCountEveryTradeInTheHistogram() {
        String svg = ResultHistogram.of(trades(-50, 10, 80, 300), "USD");
        assertThat(svg).contains("1 trades from -0.50 to -0.40 USD", "1 trades from 0.10 to 0.20 USD", "mean 0.85 USD");
        assertThat(svg.split("loss-fill", -1)).hasSize(1 + 5);
    }

    @Test
    void shouldPutMonthsInYearsAndAddThemUp() {
        List<Map<String, Object>> rows = MonthTable.rows(List.of(
                new MonthProfit(YearMonth.of(2023, 12), 1000 * UNIT, 100 * UNIT),
                new MonthProfit(YearMonth.of(2024, 1), 1100 * UNIT, -11 * UNIT),
                new MonthProfit(YearMonth.of(2024, 3), 1089 * UNIT, 121 * UNIT)));
        assertThat(rows).extracting(row -> row.get("year")).containsExactly("2023", "2024");
        assertThat(String.valueOf(rows.getLast().get("total"))).contains("text=10.0", "kind=up");
        assertThat(String.valueOf(rows.getLast().get("cells"))).contains("text=-1.00", "kind=down", "text=11.1");
    }

    private static List<Trade> trades(long... cents) {
        List<Trade> trades = new ArrayList<>();
        for (long profit : cents) {
            trades.add(new Trade(trades.size() + 1, Side.BUY, 1, 0, 1, 1, 1, 0, profit * UNIT / 100, 0, 0));
        }
        return trades;
    }
}
