package ai.backtestr.engine.statistics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The figures that backtesting.py publishes for its own run of an SMA cross, from our account and our statistics.
/// docs/conformance.md lists them side by side.
class GoogConformanceTest {
    private static final double RELATIVE = 1e-9;
    private static final Pattern ENTRY = Pattern.compile("\"([^\"]+)\": \"([^\"]+)\"");
    /// The bar on which the slow average is first known; published buy and hold starts at its close.
    private static final int WARM = 29;

    private static final Map<String, String> PUBLISHED = new HashMap<>();
    private static DailyBars bars;
    private static SmaCrossRun run;
    private static Statistics statistics;

    @BeforeAll
    static void runOnce() throws IOException {
        String json = Files.readString(SharedData.file("conformance/goog_sma_cross/expected.json"));
        Matcher entries = ENTRY.matcher(json);
        while (entries.find()) {
            PUBLISHED.put(entries.group(1), entries.group(2));
        }
        bars = DailyBars.read(SharedData.file("conformance/goog_sma_cross/GOOG.csv"));
        run = SmaCrossRun.on(bars);
        statistics = run.statistics();
    }

    @ParameterizedTest
    @CsvSource({
        "# Trades, trades, 1",
        "Equity Final [$], endEquity, 1",
        "Equity Peak [$], equityPeak, 1",
        "Return [%], returnPercent, 1",
        "Return (Ann.) [%], annualReturnPercent, 1",
        "CAGR [%], cagrPercent, 1",
        "Volatility (Ann.) [%], compoundVolatilityPercent, 1",
        "Sharpe Ratio, compoundSharpe, 1",
        "Sortino Ratio, compoundSortino, 1",
        "Calmar Ratio, calmar, 1",
        "Max. Drawdown [%], maxRelativeDrawdownPercent, -1",
        "Avg. Drawdown [%], averageDrawdownPercent, -1",
        "Win Rate [%], winRate, 1",
        "Best Trade [%], bestTradePercent, 1",
        "Worst Trade [%], worstTradePercent, 1",
        "Avg. Trade [%], averageTradePercent, 1",
        "Expectancy [%], expectancyPercent, 1",
        "Profit Factor, returnProfitFactor, 1",
        "SQN, sqn, 1",
        "Kelly Criterion, kelly, 1",
        "Beta, beta, 1"
    })
    void shouldGiveThePublishedFigure(String name, String id, int sign) {
        assertPublished(name, sign * figure(id));
    }

    @ParameterizedTest
    @CsvSource({
        "Max. Drawdown Duration, maxDrawdownDuration",
        "Avg. Drawdown Duration, averageDrawdownDuration",
        "Max. Trade Duration, maxTradeDuration",
        "Avg. Trade Duration, averageTradeDuration"
    })
    void shouldGiveThePublishedLengthWhenRoundedUpToDays(String name, String id) {
        BigDecimal dayNs = BigDecimal.valueOf(Duration.ofDays(1).toNanos());
        BigDecimal days = requireNonNull(statistics.get(id).value()).divide(dayNs, 0, RoundingMode.CEILING);
        assertThat(days + " days 00:00:00").as(name).isEqualTo(PUBLISHED.get(name));
    }

    @Test
    void shouldCoverThePublishedPeriod() {
        assertThat(bars.get(0).date() + " 00:00:00").isEqualTo(PUBLISHED.get("Start"));
        assertThat(bars.get(bars.count() - 1).date() + " 00:00:00").isEqualTo(PUBLISHED.get("End"));
        long lengthNs = run.curve.timeNs(run.curve.count() - 1) - run.curve.timeNs(0);
        assertThat(Duration.ofNanos(lengthNs).toDays() + " days 00:00:00").isEqualTo(PUBLISHED.get("Duration"));
    }

    /// Ours starts at the first price of the run.
    @Test
    void shouldGiveThePublishedMarketFiguresWhenHoldingStartsWithTheSlowAverage() {
        MarketComparison warm = MarketComparison.of(
                run.account.startingCash(), List.of(), bars.get(WARM).close(), bars.closesFrom(WARM + 1));
        assertPublished("Buy & Hold Return [%]", 100 * warm.holdReturn());
        double alpha = MarketComparison.alpha(figure("returnPercent") / 100, figure("beta"), warm.holdReturn());
        assertPublished("Alpha [%]", 100 * alpha);
    }

    /// Ours measures time; here bars take the place of nanoseconds, and the bar of the exit counts whole.
    @Test
    void shouldGiveThePublishedExposureWhenCountedInBars() {
        Map<Long, Integer> indexOfTime = new HashMap<>();
        for (int i = 0; i < bars.count(); i++) {
            indexOfTime.put(bars.get(i).startNs(), i);
        }
        List<Trade> inBars = run.account.trades().stream()
                .map(trade -> SampleTrades.trade(
                        trade.number(),
                        trade.profit(),
                        requireNonNull(indexOfTime.get(trade.entryNs())),
                        requireNonNull(indexOfTime.get(trade.exitNs())) + 1L))
                .toList();
        assertPublished("Exposure Time [%]", Ratio.percent(TimeInMarket.of(inBars), bars.count()));
    }

    @Test
    void shouldAddUpOverSidesAndMonths() {
        BigDecimal sides = netOfTrades(Side.BUY).add(netOfTrades(Side.SELL));
        long months =
                statistics.byMonth().stream().mapToLong(MonthProfit::profit).sum();
        assertThat(sides).isEqualByComparingTo(statistics.get("netProfit").value());
        assertThat(Money.toDecimal(months))
                .isEqualByComparingTo(statistics.get("netProfit").value());
    }

    private static BigDecimal netOfTrades(Side side) {
        return ofSide(side, "grossProfit").subtract(ofSide(side, "grossLoss"));
    }

    private static BigDecimal ofSide(Side side, String id) {
        return statistics.bySide(side).stream()
                .filter(statistic -> statistic.id().equals(id))
                .map(statistic -> requireNonNull(statistic.value()))
                .findFirst()
                .orElseThrow();
    }

    private static double figure(String id) {
        return requireNonNull(statistics.get(id).value()).doubleValue();
    }

    private static void assertPublished(String name, double ours) {
        double published = Double.parseDouble(requireNonNull(PUBLISHED.get(name), name));
        assertThat(ours).as(name).isCloseTo(published, within(RELATIVE * Math.abs(published)));
    }
}
