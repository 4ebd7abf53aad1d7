package ai.backtestr.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {
    /// The example that spreadsheet manuals give for SKEW and KURT.
    @Test
    void shouldGiveTheSkewAndKurtosisOfSpreadsheets() {
        Sample sample = new Sample(new double[] {3, 4, 5, 2, 3, 4, 5, 6, 4, 7});
        assertThat(sample.skew()).isCloseTo(0.359543071406797, within(1e-12));
        assertThat(sample.excessKurtosis()).isCloseTo(-0.151799637208416, within(1e-12));
    }

    /// 1, 2, 3, 4: a quarter lies three quarters of the way from 1 to 2.
    @Test
    void shouldTakeQuantilesBetweenNeighboursInProportion() {
        Sample sample = new Sample(new double[] {4, 1, 3, 2});
        assertThat(sample.quantile(0.25)).isEqualTo(1.75);
        assertThat(sample.quantile(0)).isEqualTo(1);
        assertThat(sample.quantile(1)).isEqualTo(4);
        assertThat(sample.meanUpTo(2.5)).isEqualTo(1.5);
    }

    /// Squares of -3 and -4 over four numbers.
    @Test
    void shouldCountGainsAsNoughtInDownsideDeviation() {
        Sample sample = new Sample(new double[] {-3, 5, -4, 2});
        assertThat(sample.downsideDeviation()).isEqualTo(2.5);
        assertThat(sample.gainsOverLosses()).isEqualTo(1);
    }

    @Test
    void shouldBeUndefinedWhereThereIsTooLittle() {
        Sample none = new Sample(new double[0]);
        assertThat(none.mean()).isNaN();
        assertThat(none.quantile(0.5)).isNaN();
        assertThat(none.gainsOverLosses()).isNaN();
        assertThat(new Sample(new double[] {1}).deviation()).isNaN();
        assertThat(new Sample(new double[] {2, 2, 2, 2}).skew()).isNaN();
    }

    /// Tables of the standard normal distribution.
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.841344746068543",
        "1.96, 0.975002104851780",
        "-1.6448536269514722, 0.05",
        "3, 0.998650101968370",
        "-9, 0"
    })
    void shouldGiveTabulatedNormalProbabilities(double x, double probability) {
        assertThat(NormalDistribution.cumulative(x)).isCloseTo(probability, within(1e-14));
    }

    @Test
    void shouldHaveNoProbabilityOfWhatIsNoNumber() {
        assertThat(NormalDistribution.cumulative(Double.NaN)).isNaN();
    }
}
