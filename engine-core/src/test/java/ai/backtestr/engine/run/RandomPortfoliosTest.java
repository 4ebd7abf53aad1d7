package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.account.AccountTerms;
import ai.backtestr.engine.account.MarginEvent;
import ai.backtestr.engine.account.SwapModel;
import ai.backtestr.engine.currency.ConversionRule;
import ai.backtestr.engine.instrument.ContractTerms;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.thread.RunThreads;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/// Random ticks and orders on three instruments in up to three currencies against a slow and obvious account, and the
/// same result however it is run and however much of the future is cut off.
class RandomPortfoliosTest {
    private static final long START_NS = Times.parse("2024-03-05T12:00");
    private static final InstrumentTerms PLAIN =
            new InstrumentTerms(new CommissionModel.None(), ExecutionModel.DEFAULT, new SwapModel.None());

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final int ticks = 600 + random.nextInt(600);
    private final List<SlowPortfolio.Series> series = List.of(
            series("EURUSD", 4, 11_000, true),
            series("GBPJPY", 2, 18_000, true),
            series("EURGBP", 4, 8_600, true),
            series(random.nextBoolean() ? "USDJPY" : "EURJPY", 2, 15_000, false),
            series("GBPUSD", 4, 12_500, false));
    private final String currency = random.nextBoolean() ? "USD" : "EUR";
    private final boolean middle = random.nextBoolean();
    private final BigDecimal leverage = BigDecimal.valueOf(1 + random.nextInt(30));
    private final List<SlowPortfolio.Planned> plan = plan();
    private final String as = "seed " + seed + ", " + currency + ", leverage " + leverage + ", middle " + middle;

    @RepeatedTest(60)
    void shouldEqualTheSlowAccount() {
        SlowPortfolio slow = new SlowPortfolio(
                series,
                plan,
                currency,
                middle,
                BigDecimal.valueOf(10_000),
                leverage,
                BigDecimal.valueOf(100),
                BigDecimal.valueOf(50));
        slow.run();

        BacktestResult result = run(series, 1 + random.nextInt(500));

        assertThat(result.fills().stream().map(fill -> text(fill, result)).toList())
                .as(as)
                .isEqualTo(slow.fills)
                .isNotEmpty();
        assertThat(result.trades().stream().map(trade -> plain(trade.profit())).toList())
                .as(as)
                .isEqualTo(slow.profits);
        assertThat(result.marginEvents().stream()
                        .map(event -> (event.kind() == MarginEvent.Kind.STOP_OUT ? "out " : "call ") + event.timeNs())
                        .toList())
                .as(as)
                .isEqualTo(slow.events);
        assertThat(result.rejections().stream()
                        .map(rejection -> (int) rejection.order().id())
                        .toList())
                .as(as)
                .isEqualTo(slow.refused);
        assertThat(Money.toDecimal(result.equity().last())).as(as).isEqualByComparingTo(slow.equity);
        assertThat(Money.toDecimal(result.equity().maxDrawdown())).as(as).isEqualByComparingTo(slow.drawdown);
        requirePartsAddUp(result);
    }

    /// Balance is what was booked, equity balance and what is open; what the instruments came to adds up to both.
    private void requirePartsAddUp(BacktestResult result) {
        long closed =
                result.trades().stream().mapToLong(trade -> trade.profit()).sum();
        long open = Objects.requireNonNull(result.portfolio()).instruments().stream()
                .mapToLong(Portfolio.Traded::openProfit)
                .sum();
        assertThat(Money.parse("10000") + closed + open)
                .as(as)
                .isEqualTo(result.equity().last());
    }

    @RepeatedTest(5)
    void shouldComeToTheSameHoweverItIsCutIntoBatches() {
        String hash = run(series, 65_536).resultHash();
        assertThat(run(series, 1).resultHash()).as(as).isEqualTo(hash);
        assertThat(run(series, 7).resultHash()).as(as).isEqualTo(hash);
    }

    /// Ticks of all instruments after a moment can be anything: what was before is the same.
    @RepeatedTest(10)
    void shouldHaveTheSamePastWhateverAnyInstrumentDoesLater() {
        BacktestResult whole = run(series, 1000);
        long cutNs = START_NS + random.nextLong(ticks * Times.SECOND_NS);
        List<SlowPortfolio.Series> other = series.stream()
                .map(one -> new SlowPortfolio.Series(
                        one.base(), one.quote(), one.scale(), one.traded(), changedAfter(one.ticks(), cutNs)))
                .toList();
        BacktestResult changed = run(other, 1000);
        assertThat(before(changed, cutNs)).as(as + ", cut " + cutNs).isEqualTo(before(whole, cutNs));
    }

    /// What is told while a run goes on, against runs on no more ticks than were taken in.
    @RepeatedTest(5)
    void shouldTellOnItsWayWhatARunThatEndsThereComesTo() {
        PortfolioBacktest watched = backtest(series, 200);
        PartsOfRun parts = new PartsOfRun(taker -> watched.wishForPart(System.nanoTime(), taker));

        assertThat(watched.run().orElseThrow().resultHash())
                .as(as)
                .isEqualTo(run(series, 200).resultHash());

        int compared = 0;
        for (BacktestResult part : parts.all()) {
            BacktestResult ended = run(until(part.lastNs()), 200);
            if (ended.ticks() == part.ticks()) { // else more of that moment were to come
                PartsOfRun.requireSame(part, ended, as + ", until " + part.lastNs());
                assertThat(openProfits(part)).isEqualTo(openProfits(ended));
                compared++;
            }
        }
        assertThat(compared).as(as).isPositive();
    }

    private List<SlowPortfolio.Series> until(long lastNs) {
        return series.stream()
                .map(one -> new SlowPortfolio.Series(
                        one.base(),
                        one.quote(),
                        one.scale(),
                        one.traded(),
                        one.ticks().stream()
                                .filter(tick -> tick.timeNs() <= lastNs)
                                .toList()))
                .toList();
    }

    private static List<Long> openProfits(BacktestResult result) {
        return Objects.requireNonNull(result.portfolio()).instruments().stream()
                .map(Portfolio.Traded::openProfit)
                .toList();
    }

    private List<Tick> changedAfter(List<Tick> all, long cutNs) {
        return all.stream()
                .map(tick -> tick.timeNs() < cutNs
                        ? tick
                        : RecordedTicks.quote(tick.timeNs(), tick.bid() + 500, tick.ask() + 501))
                .toList();
    }

    private static List<String> before(BacktestResult result, long cutNs) {
        return Stream.concat(
                        result.fills().stream()
                                .filter(fill -> fill.timeNs() < cutNs)
                                .map(fill -> text(fill, result)),
                        result.marginEvents().stream()
                                .filter(event -> event.timeNs() < cutNs)
                                .map(MarginEvent::toString))
                .toList();
    }

    private static String text(Fill fill, BacktestResult result) {
        int scale = result.instrumentOf(fill.orderId()).priceScale();
        return fill.timeNs() + " #" + fill.orderId() + " " + fill.side().sign() * fill.quantity() + "x"
                + FixedPoint.format(fill.price(), scale);
    }

    private static String plain(long amount) {
        BigDecimal decimal = Money.toDecimal(amount).stripTrailingZeros();
        return decimal.signum() == 0 ? "0" : decimal.toPlainString();
    }

    private SlowPortfolio.Series series(String symbol, int scale, long from, boolean traded) {
        List<Tick> walk = new ArrayList<>();
        long timeNs = START_NS + random.nextLong(20 * Times.SECOND_NS);
        long bid = from;
        for (int i = 0; i < ticks; i++) {
            timeNs += random.nextInt(3) * Times.SECOND_NS; // many ticks of several instruments share their time
            bid += random.nextInt(50) == 0 ? random.nextInt(1001) - 500 : random.nextInt(41) - 20;
            bid = Math.max(bid, from / 2);
            walk.add(RecordedTicks.quote(timeNs, bid, bid + random.nextInt(12) - 1));
        }
        return new SlowPortfolio.Series(symbol.substring(0, 3), symbol.substring(3), scale, traded, walk);
    }

    private List<SlowPortfolio.Planned> plan() {
        List<SlowPortfolio.Planned> planned = new ArrayList<>();
        for (int i = 1; i < 3 * ticks; i++) {
            if (random.nextInt(12) == 0) {
                long quantity = 1L + random.nextInt(40_000);
                planned.add(
                        new SlowPortfolio.Planned(i, random.nextInt(3), random.nextBoolean() ? quantity : -quantity));
            }
        }
        return planned;
    }

    private BacktestResult run(List<SlowPortfolio.Series> all, int batch) {
        return backtest(all, batch).run().orElseThrow();
    }

    private PortfolioBacktest backtest(List<SlowPortfolio.Series> all, int batch) {
        StrategyDefinition definition = new StrategyDefinition(
                        "planned", "Planned", "Planned.", List.of(), values -> new Planner(plan))
                .trading(3);
        BacktestSpec spec = BacktestSpec.of(definition, Map.of())
                .withCash(Money.parse("10000"), leverage)
                .withAccount(AccountTerms.DEFAULT);
        PortfolioSpec several = new PortfolioSpec(
                spec, currency, middle ? ConversionRule.MID : ConversionRule.TAKER, List.of(), List.of(PLAIN, PLAIN));
        List<RecordedTicks> sources =
                all.stream().map(RandomPortfoliosTest::source).toList();
        return new PortfolioBacktest(
                several, sources.subList(0, 3), sources.subList(3, 5), batch, RunThreads.DEFAULT, null);
    }

    private static RecordedTicks source(SlowPortfolio.Series one) {
        Instrument instrument = new Instrument(
                        one.base() + one.quote(), one.scale(), 0, one.quote(), TradingCalendar.FOREX)
                .withContract(ContractTerms.plain(one.base()));
        return new RecordedTicks(instrument, one.ticks());
    }

    /// Does what the plan says, told of every tick of all three.
    private static final class Planner implements Strategy {
        private final Map<Integer, List<SlowPortfolio.Planned>> plan;
        private int heard;

        Planner(List<SlowPortfolio.Planned> plan) {
            this.plan = plan.stream().collect(Collectors.groupingBy(SlowPortfolio.Planned::tick));
        }

        @Override
        public void prepare(StrategySetup setup) {
            for (int i = 0; i < setup.instruments(); i++) {
                setup.of(i).listenToTicks();
            }
        }

        @Override
        public void onTick(StrategyContext context) {
            heard++;
            for (SlowPortfolio.Planned planned : plan.getOrDefault(heard, List.of())) {
                StrategyContext of = context.of(planned.instrument());
                if (planned.quantity() > 0) {
                    of.buy(planned.quantity());
                } else {
                    of.sell(-planned.quantity());
                }
            }
        }
    }
}
