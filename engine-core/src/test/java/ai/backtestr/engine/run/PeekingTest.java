package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.BarIndicator;
import ai.backtestr.engine.indicator.Ema;
import ai.backtestr.engine.indicator.IndicatorSpec;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.testing.RecordedBars;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.time.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A strategy that reads all it can reach, and beyond the end of every series, writes down the same whether the data
/// go on or not: of what follows it gets nothing, as ticks, as bars or as indicators, in any timeframe.
class PeekingTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 2, 1, "USD", TradingCalendar.FOREX);
    private static final int TICKS = 12_000;
    private static final int BEYOND = 3;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @ParameterizedTest
    @ValueSource(strings = {"100ms", "1s", "5s", "15s", "30s", "1m", "3m", "5m", "15m", "30m", "1h", "4h", "12h", "1d"})
    void shouldGetNothingOfTheTicksThatFollow(String timeframe) {
        for (boolean trades : new boolean[] {false, true}) {
            RecordedTicks whole = ticks(trades);
            List<String> seen = seenOnTicks(whole, timeframe, true);
            assertThat(seen).as("seed %d", seed).hasSizeGreaterThan(TICKS);
            for (int length : new int[] {1, TICKS / 3, TICKS / 2 + 1, TICKS - 1}) {
                List<String> seenOfCut = seenOnTicks(whole.first(length), timeframe, true);
                assertThat(seen.subList(0, seenOfCut.size()))
                        .as("seed %d, %d ticks, trades %s", seed, length, trades)
                        .isEqualTo(seenOfCut);
            }
        }
    }

    /// Without hearing of ticks a strategy is taken along by stretches of them, another way through the engine.
    @ParameterizedTest
    @ValueSource(strings = {"100ms", "1s", "1m", "5m", "1h", "4h", "1d"})
    void shouldGetNothingOfTheTicksThatFollowWhenHearingOfBarsAlone(String timeframe) {
        RecordedTicks whole = ticks(false);
        List<String> seen = seenOnTicks(whole, timeframe, false);
        assertThat(seen).as("seed %d", seed).isNotEmpty();
        for (int length : new int[] {TICKS / 3, TICKS / 2 + 1, TICKS - 1}) {
            List<String> seenOfCut = seenOnTicks(whole.first(length), timeframe, false);
            assertThat(seen.subList(0, seenOfCut.size()))
                    .as("seed %d, %d ticks", seed, length)
                    .isEqualTo(seenOfCut);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "5m", "15m", "1h", "4h", "1d"})
    void shouldGetNothingOfTheBarsThatFollow(String timeframe) {
        List<Bar> bars = minutes(6_000);
        List<String> seen = seenOnBars(bars, timeframe);
        assertThat(seen).as("seed %d", seed).isNotEmpty();
        for (int length : new int[] {1, 1_999, 3_001, 5_999}) {
            List<String> seenOfCut = seenOnBars(bars.subList(0, length), timeframe);
            assertThat(seen.subList(0, seenOfCut.size()))
                    .as("seed %d, %d bars", seed, length)
                    .isEqualTo(seenOfCut);
        }
    }

    private static List<String> seenOnTicks(RecordedTicks ticks, String timeframe, boolean listens) {
        List<String> seen = new ArrayList<>();
        BacktestSpec spec = spec(seen, timeframe, listens);
        assertThat(new Backtest(spec, ticks.first(ticks.ticks().size()), 1000).run())
                .isPresent();
        return seen;
    }

    private static List<String> seenOnBars(List<Bar> bars, String timeframe) {
        List<String> seen = new ArrayList<>();
        RecordedBars source = new RecordedBars(INSTRUMENT, Timeframe.ONE_MINUTE, bars);
        assertThat(new BarBacktest(spec(seen, timeframe, false), source, PathAssumption.NEAREST).run())
                .isPresent();
        return seen;
    }

    private static BacktestSpec spec(List<String> seen, String timeframe, boolean listens) {
        return BacktestSpec.of(
                new StrategyDefinition(
                        "peeker",
                        "Peeker",
                        "Peeks.",
                        List.of(),
                        values -> new Peeker(seen, Timeframe.parse(timeframe), listens)),
                Map.of());
    }

    private RecordedTicks ticks(boolean trades) {
        List<Tick> ticks = new ArrayList<>();
        long timeNs = Times.parse("2024-03-05T12:00");
        long price = 10_000;
        for (int i = 0; i < TICKS; i++) {
            timeNs += random.nextInt(5) == 0 ? 0 : random.nextLong(120 * Times.SECOND_NS);
            price += random.nextInt(21) - 10;
            ticks.add(
                    trades
                            ? RecordedTicks.trade(timeNs, price, 1 + random.nextInt(9))
                            : RecordedTicks.quote(timeNs, price, price + random.nextInt(5)));
        }
        return new RecordedTicks(INSTRUMENT, ticks);
    }

    private List<Bar> minutes(int count) {
        List<Bar> bars = new ArrayList<>();
        long timeNs = Times.parse("2024-03-05T12:00");
        long open = 10_000;
        for (int i = 0; i < count; i++) {
            long close = open + random.nextInt(21) - 10;
            bars.add(new Bar(
                    timeNs, open, Math.max(open, close) + 3, Math.min(open, close) - 3, close, random.nextInt(50), 1));
            timeNs += 60L * (1 + random.nextInt(3)) * Times.SECOND_NS;
            open = close;
        }
        return bars;
    }

    private static final class Peeker implements Strategy {
        private final List<String> seen;
        private final Timeframe timeframe;
        private final boolean listens;
        private final List<BarSeries> series = new ArrayList<>();
        private final List<BarIndicator> indicators = new ArrayList<>();

        Peeker(List<String> seen, Timeframe timeframe, boolean listens) {
            this.seen = seen;
            this.timeframe = timeframe;
            this.listens = listens;
        }

        @Override
        public void prepare(StrategySetup setup) {
            series.add(setup.bars(timeframe));
            series.add(setup.bars(Timeframe.ONE_DAY));
            indicators.add(setup.indicator(timeframe, new Ema(3)));
            for (String spec : List.of("ichimoku", "psar", "vwap", "macd", "pivots")) {
                indicators.add(setup.indicator(
                        timeframe,
                        IndicatorSpec.parse(spec).create(setup.instrument().calendar())));
            }
            if (listens) {
                setup.listenToTicks();
            }
        }

        @Override
        public void onTick(StrategyContext context) {
            look("tick", context);
        }

        @Override
        public void onBar(BarSeries bars, StrategyContext context) {
            look("bar " + bars.timeframe(), context);
        }

        private void look(String when, StrategyContext context) {
            StringBuilder line = new StringBuilder(
                    when + " " + context.timeNs() + " " + context.bid() + " " + context.ask() + " " + context.equity());
            for (BarSeries bars : series) {
                line.append(' ').append(bars.count());
                for (int i = Math.max(0, bars.count() - 1); i < bars.count() + BEYOND; i++) {
                    line.append(' ').append(barOrNothing(bars, i));
                }
            }
            for (BarIndicator indicator : indicators) {
                for (int output = 0; output < indicator.outputs(); output++) {
                    line.append(' ').append(indicator.value(output));
                }
            }
            seen.add(line.toString());
        }

        private static String barOrNothing(BarSeries bars, int index) {
            try {
                return bars.timeNs(index) + "/" + bars.open(index) + "/" + bars.high(index) + "/" + bars.low(index)
                        + "/" + bars.close(index) + "/" + bars.volume(index);
            } catch (IndexOutOfBoundsException e) {
                return "nothing";
            }
        }
    }
}
