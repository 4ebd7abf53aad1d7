package ai.backtestr.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.BarBacktest;
import ai.backtestr.engine.run.PathAssumption;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.testing.RecordedBars;
import ai.backtestr.engine.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The published SMA cross on GOOG once more, through the engine's own run on bar data: orders of the published
/// sizes, which need the open they are filled at, given on the close before; fills, money and equity are the
/// engine's. Market orders meet opens alone, so every path assumption gives the same.
class GoogOnBarDataTest {
    private static BacktestResult run(PathAssumption path) throws IOException {
        Path csv = SharedData.file("conformance/goog_sma_cross/GOOG.csv");
        SmaCrossRun published = SmaCrossRun.on(DailyBars.read(csv));
        Map<Long, Long> changes = new HashMap<>();
        for (Trade trade : published.account.trades()) {
            long held = trade.side().sign() * trade.quantity();
            changes.merge(trade.entryNs(), held, Long::sum);
            changes.merge(trade.exitNs(), -held, Long::sum);
        }
        List<Bar> bars = bars(csv);
        Strategy orders = new Strategy() {
            @Override
            public void prepare(StrategySetup setup) {
                setup.bars(Timeframe.ONE_DAY);
            }

            @Override
            public void onBar(BarSeries series, StrategyContext context) {
                int next = series.count();
                long change =
                        next < bars.size() ? changes.getOrDefault(bars.get(next).timeNs(), 0L) : 0;
                if (change > 0) {
                    context.buy(change);
                } else if (change < 0) {
                    context.sell(-change);
                }
            }
        };
        BacktestSpec spec = BacktestSpec.of(
                new StrategyDefinition("orders", "Orders", "The published orders.", List.of(), values -> orders),
                Map.of());
        return new BarBacktest(spec, new RecordedBars(DailyBars.STOCK, Timeframe.ONE_DAY, bars), path)
                .run()
                .orElseThrow();
    }

    private static List<Bar> bars(Path csv) throws IOException {
        List<Bar> bars = new ArrayList<>();
        DailyBars days = DailyBars.read(csv);
        for (String line : Files.readAllLines(csv).subList(1, days.count() + 1)) {
            String[] fields = line.split(",", -1);
            int scale = DailyBars.STOCK.priceScale();
            bars.add(new Bar(
                    days.get(bars.size()).startNs(),
                    FixedPoint.parse(fields[1], scale),
                    FixedPoint.parse(fields[2], scale),
                    FixedPoint.parse(fields[3], scale),
                    FixedPoint.parse(fields[4], scale),
                    Long.parseLong(fields[5]),
                    1));
        }
        return bars;
    }

    @ParameterizedTest
    @EnumSource(PathAssumption.class)
    void shouldGiveThePublishedTradesAndEquity(PathAssumption path) throws IOException {
        BacktestResult result = run(path);

        assertThat(result.rejections()).isEmpty();
        assertThat(result.trades()).hasSize(66);
        assertThat(result.ticks()).isEqualTo(2_148);
        assertThat(Money.toDouble(result.equity().last())).isCloseTo(51_422.99, within(0.005));
        assertThat(Money.toDouble(result.equity().peak())).isCloseTo(75_787.44, within(0.005));
        assertThat(100 * result.equity().maxRelativeDrawdown()).isCloseTo(47.98012705, within(1e-8));
    }

    @Test
    void shouldDependOnNoAssumption() throws IOException {
        assertThat(run(PathAssumption.NEAREST).barData())
                .asString()
                .isEqualTo("1d bars, path nearest, on which no fill depends");
    }
}
