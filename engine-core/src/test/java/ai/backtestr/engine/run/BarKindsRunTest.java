package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.InputPrice;
import ai.backtestr.engine.indicator.Sma;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.testing.SlowBars;
import ai.backtestr.engine.testing.SlowBars.Price;
import ai.backtestr.engine.time.Times;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Bars of every kind through the pipeline, from random ticks, against those made the slow way.
class BarKindsRunTest {
    private static final List<TradingCalendar> CALENDARS = List.of(
            TradingCalendar.ALWAYS_OPEN, TradingCalendar.FOREX, TradingCalendar.FUTURES, TradingCalendar.STOCKS);
    private static final List<Timeframe> OF_QUOTES = timeframes("100ms 250ms 7s 1m 7m 45m 1h 5h 1d 1w 1mo 3mo 12mo"
            + " 1t 2t 37t 500t 3r 40r 400r renko:1 renko:9 renko:150 ha:7m ha:1w ha:500t ha:40r ha:renko:9");
    private static final List<Timeframe> OF_TRADES = timeframes("1m 1d 1w 1v 25v 700v ha:25v 500t 40r renko:9");
    private static final int TICKS = 200_000;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private static List<Timeframe> timeframes(String texts) {
        return Stream.of(texts.split(" ")).map(Timeframe::parse).toList();
    }

    @RepeatedTest(3)
    void shouldEqualBarsMadeTheSlowWayOfQuotes() {
        Instrument instrument = instrument();
        List<Tick> ticks = ticks(TICKS, 0);
        for (BarPrice price : List.of(BarPrice.BID, BarPrice.ASK, BarPrice.MID)) {
            check(instrument, ticks, price, OF_QUOTES);
        }
    }

    @RepeatedTest(2)
    void shouldEqualBarsMadeTheSlowWayOfTrades() {
        check(instrument(), ticks(TICKS, 100), BarPrice.TRADE, OF_TRADES);
    }

    @RepeatedTest(2)
    void shouldEqualBarsMadeTheSlowWayOfTradesAmongQuotes() {
        Instrument instrument = instrument();
        List<Tick> ticks = ticks(TICKS, 60);
        check(instrument, ticks, BarPrice.TRADE, OF_TRADES);
        check(instrument, ticks, BarPrice.MID, OF_QUOTES);
    }

    /// A tick size of five units of the smallest decimal, and a tenth as the smallest quantity.
    private Instrument instrument() {
        Instrument plain = new Instrument("TEST", 2, 1, "USD", CALENDARS.get(random.nextInt(CALENDARS.size())));
        return plain.withContract(plain.contract().withTickSize(5));
    }

    private void check(Instrument instrument, List<Tick> ticks, BarPrice price, List<Timeframe> all) {
        List<Timeframe> wanted =
                all.stream().filter(one -> random.nextInt(3) > 0).toList();
        List<BarSeries> made = new BarRun(new RecordedTicks(instrument, ticks), price, wanted)
                .run()
                .orElseThrow();
        SlowBars slow = slow(instrument, price);
        List<Price> prices = prices(ticks, price);
        assertThat(made).extracting(BarSeries::timeframe).containsExactlyInAnyOrderElementsOf(wanted);
        for (BarSeries bars : made) {
            assertThat(all(bars))
                    .as("%s %s, %s, seed %d", bars.timeframe(), price, instrument.calendar(), seed)
                    .isEqualTo(slow.all(bars.timeframe(), prices));
        }
    }

    private static SlowBars slow(Instrument instrument, BarPrice price) {
        return new SlowBars(
                instrument.calendar(), instrument.contract().tickSize() * (price == BarPrice.MID ? 10 : 1), 10);
    }

    private static List<Price> prices(List<Tick> ticks, BarPrice price) {
        return ticks.stream()
                .filter(tick -> tick.isTrade() == (price == BarPrice.TRADE))
                .map(tick -> new Price(
                        tick.timeNs(),
                        switch (price) {
                            case BID, TRADE -> tick.bid();
                            case ASK -> tick.ask();
                            case MID -> (tick.bid() + tick.ask()) * 5;
                        },
                        tick.isTrade() ? tick.bidSize() : 0))
                .toList();
    }

    private static List<Bar> all(BarSeries bars) {
        return IntStream.range(0, bars.count()).mapToObj(bars::bar).toList();
    }

    /// Ticks that walk, jump, share their time and rest for up to four days, from before one change of clocks on.
    private List<Tick> ticks(int count, int tradesInHundred) {
        List<Tick> ticks = new ArrayList<>();
        long timeNs = Times.parse(random.nextBoolean() ? "2014-02-27T13:00" : "2014-10-29T13:00");
        long price = 500_000;
        for (int i = 0; i < count; i++) {
            timeNs += switch (random.nextInt(12)) {
                case 0, 1, 2 -> 0;
                case 3 -> random.nextInt(1000) == 0 ? random.nextLong(96 * 3600 * Times.SECOND_NS) : 1;
                case 4 -> random.nextLong(60 * Times.SECOND_NS);
                default -> random.nextLong(Times.SECOND_NS);
            };
            price += random.nextInt(500) == 0 ? random.nextInt(4001) - 2000 : random.nextInt(11) - 5;
            price = Math.max(1000, price);
            boolean isTrade = random.nextInt(100) < tradesInHundred;
            long size =
                    random.nextInt(4) == 0 ? 0 : random.nextInt(50) == 0 ? random.nextInt(9000) : random.nextInt(60);
            ticks.add(
                    isTrade
                            ? RecordedTicks.trade(timeNs, price, size)
                            : RecordedTicks.quote(timeNs, price, price + random.nextInt(20) - 2, size, 5));
        }
        return ticks;
    }

    @RepeatedTest(4)
    void shouldShowAStrategyWhatIsMadeOfTheTicksSoFarAndNothingElse() {
        Instrument instrument = instrument();
        List<Tick> ticks = ofDifferentTimes(ticks(3_000, 0));
        List<Price> prices = prices(ticks, BarPrice.BID);
        SlowBars slow = slow(instrument, BarPrice.BID);
        List<Timeframe> kinds = timeframes("7s 1h 1d 1t 37t 40r renko:9 ha:37t ha:renko:9");
        List<Heard> whole = heard(instrument, ticks, kinds, false, 100_000);

        assertThat(heard(instrument, ticks, kinds, true, 100_000))
                .as("listens, seed %d", seed)
                .isEqualTo(whole);
        assertThat(heard(instrument, ticks, kinds, false, 1))
                .as("batches of 1, seed %d", seed)
                .isEqualTo(whole);
        Map<Timeframe, Integer> counts = new HashMap<>();
        for (Heard one : whole) {
            // One bar at a time, also where a tick has made several.
            assertThat(one.count).as("seed %d", seed).isEqualTo(counts.merge(one.timeframe, 1, Integer::sum));
        }
        for (int cut = 1; cut < ticks.size(); cut += 1 + random.nextInt(40)) {
            long nowNs = ticks.get(cut - 1).timeNs();
            for (Timeframe kind : kinds) {
                List<Bar> seen = whole.stream()
                        .filter(one -> one.timeframe.equals(kind) && one.timeNs <= nowNs)
                        .map(Heard::bar)
                        .toList();
                assertThat(seen)
                        .as("%s after %d ticks, seed %d", kind, cut, seed)
                        .isEqualTo(slow.closed(kind, prices.subList(0, cut)));
            }
        }
    }

    private static List<Tick> ofDifferentTimes(List<Tick> ticks) {
        List<Tick> moved = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i++) {
            Tick tick = ticks.get(i);
            moved.add(RecordedTicks.quote(tick.timeNs() + i, tick.bid(), tick.ask()));
        }
        return moved;
    }

    private record Heard(long timeNs, Timeframe timeframe, int count, Bar bar, double average) {}

    private static List<Heard> heard(
            Instrument instrument, List<Tick> ticks, List<Timeframe> kinds, boolean listens, int batchTicks) {
        List<Heard> heard = new ArrayList<>();
        StrategyDefinition definition = new StrategyDefinition(
                "hearing", "Hearing", "Hears.", List.of(), values -> new Hearing(kinds, listens, heard));
        assertThat(new Backtest(BacktestSpec.of(definition, Map.of()), new RecordedTicks(instrument, ticks), batchTicks)
                        .run())
                .isPresent();
        return heard;
    }

    private static final class Hearing implements Strategy {
        private final List<Timeframe> kinds;
        private final boolean listens;
        private final List<Heard> heard;
        private final Map<Timeframe, Sma> averages = new HashMap<>();

        Hearing(List<Timeframe> kinds, boolean listens, List<Heard> heard) {
            this.kinds = kinds;
            this.listens = listens;
            this.heard = heard;
        }

        @Override
        public void prepare(StrategySetup setup) {
            kinds.forEach(kind -> averages.put(kind, setup.indicator(kind, new Sma(1, InputPrice.CLOSE))));
            if (listens) {
                setup.listenToTicks();
            }
        }

        @Override
        public void onBar(BarSeries bars, StrategyContext context) {
            Bar last = bars.bar(bars.count() - 1);
            double average =
                    Objects.requireNonNull(averages.get(bars.timeframe())).value();
            assertThat(average).isEqualTo(last.close() / 100.0);
            heard.add(new Heard(context.timeNs(), bars.timeframe(), bars.count(), last, average));
        }
    }

    @Test
    void shouldRefuseVolumeBarsOfQuotes() {
        Strategy strategy = setup -> setup.bars(Timeframe.parse("1000v"));
        StrategyDefinition definition =
                new StrategyDefinition("volume", "Volume", "Volume.", List.of(), values -> strategy);
        BacktestSpec spec = BacktestSpec.of(definition, Map.of());
        RecordedTicks quotes = new RecordedTicks(instrument(), List.of(RecordedTicks.quote(0, 100, 101)));
        assertThatThrownBy(() -> new Backtest(spec, quotes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("1000v", "trades", "500t");
    }
}
