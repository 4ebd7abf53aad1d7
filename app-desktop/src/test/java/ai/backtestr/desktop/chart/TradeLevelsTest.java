package ai.backtestr.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.sample.Sample;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import ai.backtestr.render.chart.PriceLevel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradeLevelsTest {
    /// Against the ticks of the sample, from a trade's entry to its exit, both included.
    @Test
    void shouldMarkTheWorstAndTheBestPriceOfATrade(@TempDir Path home) {
        try (Workspace workspace = Workspace.open(new HomeFolder(home))) {
            BacktestResult result = workspace
                    .backtest(Sample.backtest(Sample.loadInto(workspace).run()))
                    .run();
            int scale = result.instrument().priceScale();
            int checked = 0;
            for (int i = 0; i < result.trades().size(); i++) {
                Trade trade = result.trades().get(i);
                long[] range = pricesOf(workspace, trade);
                boolean isLong = trade.side() == Side.BUY;
                List<PriceLevel> levels = TradeLevels.of(result, i);
                checked += check(levels, PriceLevel.Kind.ADVERSE, "MAE ", isLong ? range[0] : range[1], trade, scale);
                checked +=
                        check(levels, PriceLevel.Kind.FAVOURABLE, "MFE ", isLong ? range[1] : range[0], trade, scale);
            }
            assertThat(checked).isGreaterThan(10);
        }
    }

    private static int check(
            List<PriceLevel> levels, PriceLevel.Kind kind, String name, long extreme, Trade trade, int scale) {
        List<PriceLevel> found =
                levels.stream().filter(level -> level.kind() == kind).toList();
        if (extreme == trade.entryPrice()) {
            assertThat(found).as(trade.toString()).isEmpty();
            return 0;
        }
        assertThat(found).as(trade.toString()).singleElement().satisfies(level -> {
            assertThat(level.label()).startsWith(name);
            assertThat(level.price()).isEqualTo(FixedPoint.toDouble(extreme, scale));
            assertThat(level.fromNs()).isEqualTo(trade.entryNs());
            assertThat(level.toNs()).isEqualTo(trade.exitNs());
        });
        return 1;
    }

    /// The lowest and the highest price while it was held, its own included.
    private static long[] pricesOf(Workspace workspace, Trade trade) {
        long lowest = Math.min(trade.entryPrice(), trade.exitPrice());
        long highest = Math.max(trade.entryPrice(), trade.exitPrice());
        TimeRange held = new TimeRange(trade.entryNs(), trade.exitNs() + 1);
        try (TickSource ticks = workspace.open(Sample.SYMBOL, held);
                TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY)) {
            while (ticks.fill(page)) {
                for (int i = 0; i < page.count(); i++) {
                    lowest = Math.min(lowest, page.bidPrice(i));
                    highest = Math.max(highest, page.bidPrice(i));
                }
            }
        }
        return new long[] {lowest, highest};
    }
}
