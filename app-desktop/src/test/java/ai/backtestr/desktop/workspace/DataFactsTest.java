package ai.backtestr.desktop.workspace;

import static ai.backtestr.desktop.workspace.DataFacts.Day.CLOSED;
import static ai.backtestr.desktop.workspace.DataFacts.Day.MISSING;
import static ai.backtestr.desktop.workspace.DataFacts.Day.PRESENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.backtestr.data.imports.BarOptions;
import ai.backtestr.data.imports.BarStamp;
import ai.backtestr.data.imports.ImportOptions;
import ai.backtestr.data.store.DayCount;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.time.Times;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFactsTest {
    private static List<DayCount> days(String... starts) {
        return Stream.of(starts)
                .map(start -> new DayCount(Times.parse(start), 7))
                .toList();
    }

    private static List<DataFacts.Day> has(List<DayCount> present, TradingCalendar calendar) {
        return DataFacts.days(present, calendar).stream().map(CoveredDay::has).toList();
    }

    @Test
    void shouldMissDaysOfTheWeekAndNoWeekend() {
        // Trading days of the week of 3 February 2020, begun at 17:00 in New York the evening before; without
        // Wednesday.
        List<DayCount> present = days(
                "2020-02-02T22:00:00Z",
                "2020-02-03T22:00:00Z",
                "2020-02-05T22:00:00Z",
                "2020-02-06T22:00:00Z",
                "2020-02-09T22:00:00Z");
        assertThat(has(present, TradingCalendar.FOREX))
                .containsExactly(PRESENT, PRESENT, MISSING, PRESENT, PRESENT, CLOSED, CLOSED, PRESENT);
    }

    /// Of shares around Thanksgiving 2013: without the holiday, Thursday, and without Monday.
    @Test
    void shouldMissNoHoliday() {
        List<DayCount> present = days("2013-11-27T05:00:00Z", "2013-11-29T05:00:00Z", "2013-12-03T05:00:00Z");
        assertThat(has(present, TradingCalendar.STOCKS))
                .containsExactly(PRESENT, CLOSED, PRESENT, CLOSED, CLOSED, MISSING, PRESENT);
    }

    @Test
    void shouldMissWeekendsOfWhatIsTradedOnThem() {
        List<DayCount> present = days("2020-02-07T00:00:00Z", "2020-02-10T00:00:00Z");
        assertThat(has(present, TradingCalendar.ALWAYS_OPEN)).containsExactly(PRESENT, MISSING, MISSING, PRESENT);
    }

    @Test
    void shouldAddUpWhatStoodOutInAllImports(@TempDir Path home) throws Exception {
        try (Workspace workspace = Workspace.open(new HomeFolder(home))) {
            Path first = Files.writeString(home.resolve("first.csv"), """
                    time,bid,ask
                    2014-05-01T12:00:00Z,1.38720,1.38729
                    2014-05-01T12:00:00Z,1.38720,1.38729
                    2014-05-01T12:00:01Z,1.38721,oops
                    2014-05-01T12:00:05Z,1.38722,1.38731
                    """);
            Path second = Files.writeString(home.resolve("second.csv"), """
                    time,bid,ask
                    2014-05-02T12:00:00Z,1.38720,1.38729
                    2014-05-02T14:00:00Z,1.38720,1.38729
                    """);
            workspace.storing().importing(first, "EURUSD").run();
            workspace.storing().importing(second, "EURUSD").run();
            DataFacts facts = workspace.facts(workspace.stored("EURUSD")).run();
            assertThat(facts.rows()).isEqualTo(6);
            assertThat(facts.rejected()).isEqualTo(1);
            assertThat(facts.duplicates()).isEqualTo(1);
            assertThat(facts.gaps()).isEqualTo(1);
            assertThat(facts.days())
                    .containsExactly(
                            new CoveredDay(Times.parse("2014-04-30T21:00:00Z"), PRESENT, 3),
                            new CoveredDay(Times.parse("2014-05-01T21:00:00Z"), PRESENT, 2));
        }
    }

    @Test
    void shouldCountTheDaysOfMixturesAndOfBars(@TempDir Path home) throws Exception {
        try (Workspace workspace = Workspace.open(new HomeFolder(home))) {
            Path quotes = Files.writeString(home.resolve("quotes.csv"), """
                    time,bid,ask
                    2014-05-01T12:00:00Z,440.1,440.2
                    2014-05-03T12:00:00Z,440.1,440.2
                    """);
            Path trades = Files.writeString(home.resolve("trades.csv"), """
                    time,price,size
                    2014-05-03T13:00:00Z,440.1,1
                    2014-05-04T12:00:00Z,440.1,2
                    """);
            workspace.storing().importing(quotes, "BTCUSD").run();
            workspace.storing().importing(trades, "BTCUSD").run();
            DataFacts mixture = workspace.facts(workspace.stored("BTCUSD")).run();
            assertThat(mixture.days())
                    .extracting(CoveredDay::has, CoveredDay::rows)
                    .containsExactly(tuple(PRESENT, 1L), tuple(MISSING, 0L), tuple(PRESENT, 2L), tuple(PRESENT, 1L));

            Path bars = Files.writeString(home.resolve("bars.csv"), """
                    time,open,high,low,close
                    2013-11-27 10:00:00,10,12,9,11
                    2013-11-27 11:00:00,10,12,9,11
                    2013-12-02 10:00:00,10,12,9,11
                    """);
            ImportOptions inNewYork = ImportOptions.DEFAULT.withZone(ZoneId.of("America/New_York"));
            workspace
                    .storing()
                    .importingBars(List.of(bars), "AAPL", new BarOptions(Timeframe.ONE_HOUR, BarStamp.START, inNewYork))
                    .run();
            DataFacts hours = workspace.facts(workspace.stored("AAPL")).run();
            assertThat(hours.days())
                    .extracting(CoveredDay::has, CoveredDay::rows)
                    .containsExactly(
                            tuple(PRESENT, 2L),
                            tuple(CLOSED, 0L),
                            tuple(MISSING, 0L),
                            tuple(CLOSED, 0L),
                            tuple(CLOSED, 0L),
                            tuple(PRESENT, 1L));
        }
    }
}
