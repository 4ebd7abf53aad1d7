package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.AccountTerms;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.account.SwapModel;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.currency.ConversionRule;
import ai.backtestr.engine.instrument.ContractTerms;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.LatencyModel;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.order.SpreadModel;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/// Stretches of ticks of several instruments that are taken in at once come to what their ticks do one by one: a spread
/// of its own, here once the recorded one, has every tick looked at by itself.
class QuietSlicesTest {
    private static final long START_NS = Times.parse("2024-03-05T12:00");
    private static final ExecutionModel SINGLY =
            ExecutionModel.DEFAULT.withSpread(new SpreadModel.Times(BigDecimal.ONE));

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<Recorded> recorded = List.of(
            ticks("EURUSD", 4, 11_000, 2),
            ticks("GBPJPY", 2, 18_000, 1 + random.nextInt(40)),
            ticks("EURGBP", 4, 8_600, 1 + random.nextInt(5)),
            ticks("USDJPY", 2, 15_000, 1 + random.nextInt(30)),
            ticks("GBPUSD", 4, 12_500, 4));
    private final String currency = List.of("USD", "EUR", "JPY").get(random.nextInt(3));
    private final ConversionRule rule = random.nextBoolean() ? ConversionRule.TAKER : ConversionRule.MID;
    private final BigDecimal leverage = BigDecimal.valueOf(1 + random.nextInt(40));
    private final boolean together = random.nextBoolean();
    private final boolean listens = random.nextInt(3) == 0;
    private final AccountMode mode = random.nextBoolean() ? AccountMode.NETTING : AccountMode.HEDGING;
    private final LatencyModel latency = LatencyModel.fixed(random.nextBoolean() ? 0 : random.nextLong(5_000_000_000L));
    private final SwapModel swap = random.nextBoolean()
            ? new SwapModel.None()
            : new SwapModel.PerUnit(new BigDecimal("-0.0005"), new BigDecimal("0.0002"), null);
    private final List<Timeframe> bars = List.of(
            Timeframe.parse(random.nextBoolean() ? "10s" : "1m"),
            Timeframe.parse("5m"),
            Timeframe.parse(random.nextBoolean() ? "40t" : "15m"));

    @RepeatedTest(40)
    void shouldComeToWhatTicksComeToOneByOne() {
        String as = "seed " + seed + ", " + currency + " " + rule + ", leverage " + leverage + ", " + mode
                + (together ? ", together" : "") + (listens ? ", listens" : "") + ", " + latency;
        BacktestResult singly = run(SINGLY, 1);
        BacktestResult result = run(ExecutionModel.DEFAULT, 1 + random.nextInt(65_536));

        assertThat(result.fills()).as(as).isEqualTo(singly.fills()).isNotEmpty();
        assertThat(result.trades()).as(as).isEqualTo(singly.trades());
        assertThat(result.orders()).as(as).isEqualTo(singly.orders());
        assertThat(result.rejections()).as(as).isEqualTo(singly.rejections());
        assertThat(result.marginEvents()).as(as).isEqualTo(singly.marginEvents());
        assertThat(result.ticks()).as(as).isEqualTo(singly.ticks());
        assertThat(points(result.equity())).as(as).isEqualTo(points(singly.equity()));
        assertThat(result.equity().dayCloses()).as(as).isEqualTo(singly.equity().dayCloses());
        assertThat(result.equity().maxDrawdown())
                .as(as)
                .isEqualTo(singly.equity().maxDrawdown());
        assertThat(result.equity().maxRelativeDrawdown())
                .as(as)
                .isEqualTo(singly.equity().maxRelativeDrawdown());
        assertThat(result.equity().peak()).as(as).isEqualTo(singly.equity().peak());
        assertThat(bars(result)).as(as).isEqualTo(bars(singly));
    }

    private static List<String> points(EquityCurve curve) {
        return IntStream.range(0, curve.count())
                .mapToObj(i -> curve.timeNs(i) + " " + curve.equity(i))
                .toList();
    }

    private static List<Object> bars(BacktestResult result) {
        List<Object> all = new ArrayList<>();
        for (Portfolio.Traded traded :
                Objects.requireNonNull(result.portfolio()).instruments()) {
            all.add(traded.instrument().symbol() + " " + traded.data());
            for (BarSeries series : traded.bars()) {
                IntStream.range(0, series.count()).mapToObj(series::bar).forEach(all::add);
            }
        }
        return all;
    }

    private Recorded ticks(String symbol, int scale, long from, int gapSeconds) {
        List<Tick> walk = new ArrayList<>();
        long timeNs = START_NS + random.nextLong(40 * Times.SECOND_NS);
        long endNs = START_NS + 12 * 3600 * Times.SECOND_NS;
        long bid = from;
        while (timeNs < endNs) {
            timeNs += random.nextInt(2 * gapSeconds + 1) * Times.SECOND_NS / 2; // many share their time
            timeNs += random.nextInt(4000) == 0 ? 3600 * Times.SECOND_NS : 0;
            bid += random.nextInt(400) == 0 ? random.nextInt(401) - 200 : random.nextInt(13) - 6;
            bid = Math.max(bid, from / 2);
            walk.add(RecordedTicks.quote(timeNs, bid, bid + random.nextInt(9)));
        }
        Instrument instrument = new Instrument(symbol, scale, 0, symbol.substring(3), TradingCalendar.FOREX)
                .withContract(ContractTerms.plain(symbol.substring(0, 3)));
        return new Recorded(instrument, walk);
    }

    private record Recorded(Instrument instrument, List<Tick> ticks) {}

    private BacktestResult run(ExecutionModel model, int batch) {
        List<RecordedTicks> sources = recorded.stream()
                .map(one -> new RecordedTicks(one.instrument, one.ticks))
                .toList();
        ExecutionModel late = model.withLatency(latency);
        StrategyDefinition definition = new StrategyDefinition(
                "hesitant", "Hesitant", "Orders at random.", List.of(), values -> new Hesitant(seed, bars, listens));
        BacktestSpec spec = BacktestSpec.of(together ? definition.trading(3) : definition, Map.of())
                .withCash(Money.parse(currency.equals("JPY") ? "1500000" : "10000"), leverage)
                .withExecution(late)
                .withAccount(AccountTerms.DEFAULT.withMode(mode).withSwap(swap));
        InstrumentTerms terms = new InstrumentTerms(new CommissionModel.None(), late, swap);
        PortfolioSpec several = new PortfolioSpec(spec, currency, rule, List.of(), List.of(terms, terms));
        return new PortfolioBacktest(
                        several, sources.subList(0, 3), sources.subList(3, 5), batch, RunThreads.DEFAULT, null)
                .run()
                .orElseThrow();
    }

    /// Orders seldom, so that most ticks find it holding something and waiting for nothing.
    private static final class Hesitant implements Strategy {
        private final Random random;
        private final List<Timeframe> timeframes;
        private final boolean listens;
        private int instruments;

        Hesitant(long seed, List<Timeframe> timeframes, boolean listens) {
            random = new Random(seed);
            this.timeframes = timeframes;
            this.listens = listens;
        }

        @Override
        public void prepare(StrategySetup setup) {
            instruments = setup.instruments();
            for (int i = 0; i < instruments; i++) {
                StrategySetup one = setup.of(i);
                timeframes.forEach(one::bars);
                if (listens && i == 0) {
                    one.listenToTicks();
                }
            }
        }

        @Override
        public void onTick(StrategyContext context) {
            act(context, 400);
        }

        @Override
        public void onBar(BarSeries closed, StrategyContext context) {
            act(context, 12);
        }

        @Override
        public void onTimer(long dueNs, StrategyContext context) {
            act(context, 2);
        }

        private void act(StrategyContext context, int oneIn) {
            if (random.nextInt(oneIn) != 0) {
                return;
            }
            StrategyContext of = context.of(random.nextInt(instruments));
            if (of.ask() == 0) {
                return;
            }
            long quantity = 1L + random.nextInt(20_000);
            switch (random.nextInt(9)) {
                case 0, 1 -> of.buy(quantity);
                case 2, 3 -> of.sell(quantity);
                case 4 -> of.submit(OrderRequest.limit(Side.BUY, quantity, of.bid() - 30));
                case 5 -> of.submit(OrderRequest.stop(Side.SELL, quantity, of.bid() - 60));
                case 6 -> of.closeAll();
                case 7 -> of.cancelAll();
                default -> of.wakeAt(of.timeNs() + 1 + random.nextLong(900 * Times.SECOND_NS));
            }
        }
    }
}
