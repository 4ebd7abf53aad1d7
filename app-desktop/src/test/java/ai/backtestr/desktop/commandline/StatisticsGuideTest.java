package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.statistics.Statistic;
import ai.backtestr.engine.statistics.Statistics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The guide has every statistic under the name, with the unit and the formula that the program has, and no other.
class StatisticsGuideTest {
    private static final Map<Statistic.Unit, String> UNITS = Map.of(
            Statistic.Unit.MONEY, "money",
            Statistic.Unit.PERCENT, "%",
            Statistic.Unit.RATIO, "ratio",
            Statistic.Unit.COUNT, "count",
            Statistic.Unit.DURATION, "nanoseconds");

    private static final Statistics NONE = Statistics.of(
            new Account(new Instrument("TEST", 2, 0, "USD", TradingCalendar.ALWAYS_OPEN), 1_000),
            new EquityCurve(TradingCalendar.ALWAYS_OPEN, 1_000),
            365);

    @Test
    void shouldListEveryStatisticAsItIs() throws IOException {
        List<String> rows = Guide.read("statistics.md")
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .isEqualTo(NONE.all().stream().map(StatisticsGuideTest::row).toList());
    }

    @Test
    void shouldHaveTheFiguresOfTradesForEachSideToo() {
        List<String> all = NONE.all().stream().map(Statistic::id).toList();
        List<String> ofTrades = all.subList(all.indexOf("trades"), all.size());

        assertThat(NONE.bySide(Side.BUY)).extracting(Statistic::id).isEqualTo(ofTrades);
        assertThat(NONE.bySide(Side.SELL)).extracting(Statistic::id).isEqualTo(ofTrades);
    }

    private static String row(Statistic statistic) {
        return "| `" + statistic.id() + "` | " + statistic.title() + " | " + UNITS.get(statistic.unit()) + " | "
                + statistic.definition() + " |";
    }
}
