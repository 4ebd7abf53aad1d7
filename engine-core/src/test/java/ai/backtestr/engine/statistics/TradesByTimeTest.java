package ai.backtestr.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.time.Times;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradesByTimeTest {
    // 2024-03-10 was the Sunday on which New York went to summer time at 07:00 UTC.
    private static final List<Trade> TRADES = List.of(
            SampleTrades.trade(1, 50, Times.parse("2024-03-11T03:30"), Times.parse("2024-03-12T09:00")),
            SampleTrades.trade(2, -20, Times.parse("2024-03-11T04:30"), Times.parse("2024-03-11T05:00")),
            SampleTrades.trade(3, 0, Times.parse("2024-03-31T23:59"), Times.parse("2024-04-01T00:01")),
            SampleTrades.trade(4, 7, Times.parse("2024-04-01T00:00"), Times.parse("2024-04-01T00:01")));

    @Test
    void shouldCountToTheWeekdayOfTheEntryInTheZone() {
        List<TradesByTime.Row> newYork = TradesByTime.weekdays(TRADES, ZoneId.of("America/New_York"));
        assertThat(newYork)
                .extracting(TradesByTime.Row::label)
                .containsExactly("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
        assertThat(newYork.getFirst()).isEqualTo(new TradesByTime.Row("Monday", 1, 0, 1, 0, 20));
        assertThat(newYork.getLast()).isEqualTo(new TradesByTime.Row("Sunday", 3, 2, 0, 57, 0));
        List<TradesByTime.Row> utc = TradesByTime.weekdays(TRADES, ZoneOffset.UTC);
        assertThat(utc.getFirst()).isEqualTo(new TradesByTime.Row("Monday", 3, 2, 1, 57, 20));
        assertThat(utc.getFirst().profit()).isEqualTo(37);
    }

    /// 03:30 UTC was 23:30 in New York, 04:30 was 00:30.
    @Test
    void shouldCountToTheHourOfTheEntryInTheZone() {
        List<TradesByTime.Row> hours = TradesByTime.hours(TRADES, ZoneId.of("America/New_York"));
        assertThat(hours).hasSize(24);
        assertThat(hours.get(23)).isEqualTo(new TradesByTime.Row("23", 1, 1, 0, 50, 0));
        assertThat(hours.get(0)).isEqualTo(new TradesByTime.Row("00", 1, 0, 1, 0, 20));
        assertThat(hours.get(20)).isEqualTo(new TradesByTime.Row("20", 1, 1, 0, 7, 0));
        assertThat(hours.get(19)).isEqualTo(new TradesByTime.Row("19", 1, 0, 0, 0, 0));
    }

    @Test
    void shouldCountToTheMonthOfTheEntry() {
        assertThat(TradesByTime.months(TRADES, ZoneOffset.UTC))
                .containsExactly(
                        new TradesByTime.Row("2024-03", 3, 1, 1, 50, 20),
                        new TradesByTime.Row("2024-04", 1, 1, 0, 7, 0));
        assertThat(TradesByTime.months(TRADES, ZoneId.of("America/New_York"))).hasSize(1);
    }
}
