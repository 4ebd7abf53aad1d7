package ai.backtestr.engine.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.time.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MultiTimeframeBarsTest {
    private static final Instrument BITCOIN = new Instrument("BTCUSD", 2, 8, "USD", TradingCalendar.ALWAYS_OPEN);
    private static final Instrument EURO = new Instrument("EURUSD", 5, 2, "USD", TradingCalendar.FOREX);
    private static final List<Timeframe> MANY = List.of(
            Timeframe.parse("100ms"),
            Timeframe.parse("250ms"),
            Timeframe.ONE_SECOND,
            Timeframe.parse("90s"),
            Timeframe.ONE_MINUTE,
            Timeframe.parse("2m"),
            Timeframe.parse("3m"),
            Timeframe.FIFTEEN_MINUTES,
            Timeframe.ONE_HOUR,
            Timeframe.FOUR_HOURS,
            Timeframe.parse("6h"),
            Timeframe.ONE_DAY);

    private record Price(long timeNs, long price, long quantity) {}

    @Test
    void shouldEqualBarsMadeTheSlowWayInEveryTimeframe() {
        long seed = System.nanoTime();
        for (Instrument instrument : List.of(BITCOIN, EURO)) {
            List<Price> prices = randomPrices(new Random(seed), 40_000);
            MultiTimeframeBars bars = bars(instrument, MANY);
            prices.forEach(price -> add(bars, price));
            bars.finish();
            for (Timeframe timeframe : MANY) {
                assertThat(all(bars.series(timeframe)))
                        .as("%s %s, seed %d", instrument.symbol(), timeframe, seed)
                        .isEqualTo(slowBars(instrument, timeframe, prices));
            }
        }
    }

    @Test
    void shouldShowTheFormingBarOfEveryTimeframeAfterEveryPrice() {
        long seed = System.nanoTime();
        List<Price> prices = randomPrices(new Random(seed), 400);
        MultiTimeframeBars bars = bars(EURO, MANY);
        for (int i = 0; i < prices.size(); i++) {
            add(bars, prices.get(i));
            for (Timeframe timeframe : MANY) {
                List<Bar> slow = slowBars(EURO, timeframe, prices.subList(0, i + 1));
                assertThat(bars.forming(timeframe))
                        .as("%s after price %d, seed %d", timeframe, i, seed)
                        .contains(slow.getLast());
                assertThat(bars.series(timeframe).count()).isEqualTo(slow.size() - 1);
            }
        }
    }

    @Test
    void shouldCloseLongBarsWhenTimePassesWithoutPrices() {
        MultiTimeframeBars bars = bars(BITCOIN, List.of(Timeframe.ONE_SECOND, Timeframe.ONE_MINUTE));
        bars.closeEnded(0);
        bars.add(0, 100, 1);
        assertThat(bars.closeEnded(Times.SECOND_NS)).isEqualTo(1);
        assertThat(bars.closeEnded(30 * Times.SECOND_NS)).isZero();
        assertThat(bars.closeEnded(60 * Times.SECOND_NS)).isEqualTo(1);
        bars.add(60 * Times.SECOND_NS, 200, 1);
        assertThat(all(bars.series(Timeframe.ONE_MINUTE))).containsExactly(new Bar(0, 100, 100, 100, 100, 1, 1));
    }

    @Test
    void shouldKeepNoBarWithoutATick() {
        MultiTimeframeBars bars = bars(BITCOIN, List.of(Timeframe.ONE_SECOND));
        bars.add(0, 100, 1);
        bars.closeEnded(3600 * Times.SECOND_NS);
        bars.add(3600 * Times.SECOND_NS, 101, 1);
        bars.finish();
        assertThat(all(bars.series(Timeframe.ONE_SECOND)))
                .extracting(Bar::timeNs)
                .containsExactly(0L, 3600 * Times.SECOND_NS);
    }

    @Test
    void shouldBeExactHalfwayBetweenBidAndAsk() {
        assertThat(BarPrice.MID.of(107125, 107128)).isEqualTo(1071265);
        assertThat(BarPrice.MID.scale(EURO)).isEqualTo(6);
    }

    @Test
    void shouldRefuseATimeframeThatWasNotPlanned() {
        MultiTimeframeBars bars = bars(BITCOIN, List.of(Timeframe.ONE_SECOND));
        assertThatThrownBy(() -> bars.series(Timeframe.ONE_DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1d")
                .hasMessageContaining("1s");
    }

    private static MultiTimeframeBars bars(Instrument instrument, List<Timeframe> timeframes) {
        BarPlan plan = new BarPlan(instrument, BarPrice.TRADE);
        timeframes.forEach(plan::series);
        return plan.build();
    }

    private static void add(MultiTimeframeBars bars, Price price) {
        bars.closeEnded(price.timeNs);
        bars.add(price.timeNs, price.price, price.quantity);
    }

    /// Weeks around a change of New York's clock, in bursts with pauses from nothing to days.
    private static List<Price> randomPrices(Random random, int count) {
        List<Price> prices = new ArrayList<>();
        long timeNs = Times.parse("2014-10-30T13:00");
        long price = 130_000;
        for (int i = 0; i < count; i++) {
            timeNs += switch (random.nextInt(10)) {
                case 0, 1 -> 0;
                case 2 -> random.nextLong(3600 * Times.SECOND_NS / 40);
                case 3 -> random.nextInt(200) == 0 ? random.nextLong(50 * 3600 * Times.SECOND_NS) : 1;
                default -> random.nextLong(Times.SECOND_NS);
            };
            price += random.nextInt(21) - 10;
            prices.add(new Price(timeNs, price, random.nextInt(1000)));
        }
        return prices;
    }

    /// The obvious way: each price into the bar whose start it falls on, one timeframe at a time.
    private static List<Bar> slowBars(Instrument instrument, Timeframe timeframe, List<Price> prices) {
        List<Bar> bars = new ArrayList<>();
        for (Price at : prices) {
            long dayStart = instrument.calendar().dayStart(at.timeNs);
            long start = timeframe.equals(Timeframe.ONE_DAY)
                    ? dayStart
                    : dayStart + (at.timeNs - dayStart) / timeframe.lengthNs() * timeframe.lengthNs();
            if (bars.isEmpty() || bars.getLast().timeNs() != start) {
                bars.add(new Bar(start, at.price, at.price, at.price, at.price, at.quantity, 1));
            } else {
                Bar bar = bars.removeLast();
                bars.add(new Bar(
                        start,
                        bar.open(),
                        Math.max(bar.high(), at.price),
                        Math.min(bar.low(), at.price),
                        at.price,
                        bar.volume() + at.quantity,
                        bar.ticks() + 1));
            }
        }
        return bars;
    }

    private static List<Bar> all(BarSeries series) {
        return IntStream.range(0, series.count()).mapToObj(series::bar).toList();
    }
}
