package ai.backtestr.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Bars that stand still or have no volume, and the first bars of days.
class EdgeCaseTest {
    @ParameterizedTest
    @CsvFileSource(resources = "constant-prices.csv")
    void shouldHaveTheDocumentedValueWhereThePriceStandsStill(String spec, String output, double atTen) {
        int place = IndicatorSpec.parse(spec).definition().outputs().indexOf(output);
        for (long volume : new long[] {0, 7}) {
            double[] values = BarSamples.run(spec, BarSamples.constant(100, volume, 300))[place];
            assertThat(values[values.length - 1])
                    .describedAs("volume %d", volume)
                    .isEqualTo(atTen);
        }
    }

    @Test
    void shouldAverageSimplyWhereNothingIsTraded() {
        BarSeries bars = new BarSamples(Timeframe.ONE_MINUTE, 0)
                .add(10, 10, 10, 10, 0)
                .add(20, 20, 20, 20, 0)
                .add(40, 40, 40, 40, 1)
                .finish();
        assertThat(BarSamples.run("vwma:2", bars)[0]).containsExactly(Double.NaN, 15, 40);
        assertThat(BarSamples.run("vwap", bars)[0]).containsExactly(10, 15, 40);
    }

    @Test
    void shouldBeginVwapAndPivotsAnewAtSeventeenNewYork() {
        long newYorkFour = 21 * Timeframe.ONE_HOUR.lengthNs(); // in winter New York is five hours behind UTC
        BarSeries bars = new BarSamples(Timeframe.ONE_HOUR, 0)
                .skipTo(newYorkFour)
                .add(10, 14, 8, 12, 100)
                .add(20, 24, 18, 22, 100)
                .finish();
        double[][] vwap = BarSamples.run(new Vwap(TradingCalendar.FOREX, InputPrice.CLOSE), bars);
        double[][] pivots = BarSamples.run(new PivotPoints(TradingCalendar.FOREX), bars);
        assertThat(vwap[0]).containsExactly(12, 22);
        // The day before had high 14, low 8, close 12.
        double p = 34 / 3.0;
        assertThat(pivots[0]).containsExactly(Double.NaN, p);
        assertThat(pivots[1][1]).isEqualTo(2 * p - 8);
        assertThat(pivots[6][1]).isEqualTo(8 - 2 * (14 - p));
    }

    @Test
    void shouldMakePivotsOfDailyBarsFromTheBarBefore() {
        BarSeries bars = new BarSamples(Timeframe.ONE_DAY, 0)
                .add(10, 14, 8, 11, 1)
                .add(20, 24, 18, 21, 1)
                .finish();
        assertThat(BarSamples.run("pivots", bars)[0]).containsExactly(Double.NaN, 11);
    }

    @Test
    void shouldKeepTheDigitsOfASmallDeviationOfALargePrice() {
        BarSamples samples = new BarSamples(Timeframe.ONE_MINUTE, 2);
        for (int i = 0; i < 1000; i++) {
            long price = 10_000_000_000_000L + i % 2;
            samples.add(price, price, price, price, 1);
        }
        double[] values = BarSamples.run("stddev:20", samples.finish())[0];
        double step = 10_000_000_000_001L / 100.0 - 10_000_000_000_000L / 100.0;
        assertThat(values[999]).isEqualTo(step / 2);
    }

    @Test
    void shouldRefusePeriodsBelowTheLeast() {
        assertThatThrownBy(() -> new Ema(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an EMA needs a period of at least 1, not 0");
        assertThatThrownBy(() -> new StandardDeviation(1, InputPrice.CLOSE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2, not 1");
        assertThatThrownBy(() -> new Macd(26, 12, 9, InputPrice.CLOSE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter fast: 26 is not below slow, 12");
    }
}
