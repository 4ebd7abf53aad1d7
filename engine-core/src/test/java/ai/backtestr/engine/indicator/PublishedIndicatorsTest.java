package ai.backtestr.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.bar.BarSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Against the results that DaveSkender/Stock.Indicators publishes for its 502 daily bars, as the table says.
class PublishedIndicatorsTest {
    @ParameterizedTest(name = "{0} {4}")
    @CsvFileSource(resources = "published-indicators.csv")
    void shouldEqualThePublishedValues(
            String spec,
            String barKind,
            String result,
            String field,
            String output,
            double tolerance,
            int shift,
            String before) {
        double[] expected = published(result, field);
        double[] actual = valuesOf(spec, output, bars(barKind));
        assertThat(actual).hasSize(502).hasSameSizeAs(expected);
        int compared = 0;
        for (int i = shift; i < actual.length; i++) {
            double wanted = expected[i - shift];
            if (!Double.isNaN(wanted)) {
                compared++;
                assertThat(actual[i])
                        .describedAs("bar %d", i)
                        .satisfies(value ->
                                assertThat(relativeError(value, wanted)).isLessThanOrEqualTo(tolerance));
            } else if (before == null) {
                assertThat(actual[i]).describedAs("bar %d", i).isNaN();
            }
        }
        assertThat(compared).isGreaterThan(400);
    }

    private static double relativeError(double actual, double expected) {
        return actual == expected ? 0 : Math.abs(actual - expected) / Math.abs(expected);
    }

    private static BarSeries bars(String kind) {
        return switch (kind) {
            case "days" -> BarSamples.publishedDays();
            case "volumes" -> BarSamples.publishedVolumes();
            case "minutes" -> BarSamples.publishedAsMinutes();
            case "months" -> BarSamples.publishedMonthsAsDays();
            default -> throw new IllegalArgumentException("no bars are called " + kind);
        };
    }

    private static double[] valuesOf(String spec, String output, BarSeries bars) {
        List<String> outputs = IndicatorSpec.parse(spec).definition().outputs();
        return BarSamples.run(spec, bars)[outputs.indexOf(output)];
    }

    private static double[] published(String result, String field) {
        Matcher matcher = Pattern.compile("\"" + field + "\":\\s*(null|[0-9.eE+-]+)")
                .matcher(BarSamples.publishedText("results/" + result + ".standard.json"));
        List<Double> values = new ArrayList<>();
        while (matcher.find()) {
            values.add(matcher.group(1).equals("null") ? Double.NaN : Double.parseDouble(matcher.group(1)));
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
