package ai.backtestr.desktop.workspace;

import static ai.backtestr.desktop.workspace.DataFacts.Day.CLOSED;
import static ai.backtestr.desktop.workspace.DataFacts.Day.MISSING;
import static ai.backtestr.desktop.workspace.DataFacts.Day.PRESENT;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.time.Times;
import ai.backtestr.render.series.TradingDays;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFactsTest {
    private static TradingDays days(String... starts) {
        long[] from = new long[starts.length];
        long[] to = new long[starts.length];
        for (int i = 0; i < starts.length; i++) {
            from[i] = Times.parse(starts[i]);
            to[i] = from[i] + 86_400_000_000_000L;
        }
        return new TradingDays(from, to);
    }

    @Test
    void shouldMissDaysOfTheWeekAndNoWeekend() {
        // Trading days of the week of 3 February 2020, begun at 17:00 in New York the evening before; without
        // Wednesday.
        TradingDays present = days(
                "2020-02-02T22:00:00Z",
                "2020-02-03T22:00:00Z",
                "2020-02-05T22:00:00Z",
                "2020-02-06T22:00:00Z",
                "2020-02-09T22:00:00Z");
        assertThat(DataFacts.days(present, TradingCalendar.FOREX))
                .containsExactly(PRESENT, PRESENT, MISSING, PRESENT, PRESENT, CLOSED, CLOSED, PRESENT);
    }

    /// Of shares around Thanksgiving 2013: without the holiday, Thursday, and without Monday.
    @Test
    void shouldMissNoHoliday() {
        TradingDays present = days("2013-11-27T05:00:00Z", "2013-11-29T05:00:00Z", "2013-12-03T05:00:00Z");
        assertThat(DataFacts.days(present, TradingCalendar.STOCKS))
                .containsExactly(PRESENT, CLOSED, PRESENT, CLOSED, CLOSED, MISSING, PRESENT);
    }

    @Test
    void shouldMissWeekendsOfWhatIsTradedOnThem() {
        TradingDays present = days("2020-02-07T00:00:00Z", "2020-02-10T00:00:00Z");
        assertThat(DataFacts.days(present, TradingCalendar.ALWAYS_OPEN))
                .containsExactly(PRESENT, MISSING, MISSING, PRESENT);
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
            assertThat(facts.days()).isEqualTo(List.of(PRESENT, PRESENT));
        }
    }
}
