package ai.backtestr.engine.indicator;

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
import java.util.List;
import java.util.Random;
import java.util.zip.ZipFile;

/// Closed bars to try indicators on: made up bar by bar, at random, or the 502 daily bars that
/// DaveSkender/Stock.Indicators publishes results for.
final class BarSamples {
    private static final String PUBLISHED = "conformance/indicators/stock_indicators_quotes_and_results.zip";

    private final BarSeries series;
    private final MultiTimeframeBars bars;
    private final Timeframe timeframe;
    private long nextNs;

    /// Begins an empty series with so many decimals in prices, and none in volumes.
    BarSamples(Timeframe timeframe, int priceScale) {
        this.timeframe = timeframe;
        BarPlan plan = new BarPlan(
                new Instrument("SAMPLE", priceScale, 0, "USD", TradingCalendar.ALWAYS_OPEN), BarPrice.TRADE);
        series = plan.series(timeframe);
        bars = plan.build();
    }

    /// Adds a bar that follows the last one, prices in units of the scale.
    BarSamples add(long open, long high, long low, long close, long volume) {
        bars.closeEnded(nextNs);
        bars.add(nextNs, open, volume);
        bars.add(nextNs, high, 0);
        bars.add(nextNs, low, 0);
        bars.add(nextNs, close, 0);
        nextNs += timeframe.lengthNs();
        return this;
    }

    /// Leaves out time until `timeNs`.
    BarSamples skipTo(long timeNs) {
        nextNs = timeNs;
        return this;
    }

    BarSeries finish() {
        bars.finish();
        return series;
    }

    /// Makes bars that wander at random, some of them without a range or without volume.
    static BarSeries random(long seed, int count, Timeframe timeframe) {
        Random random = new Random(seed);
        BarSamples samples = new BarSamples(timeframe, 5);
        long open = 110_000;
        for (int i = 0; i < count; i++) {
            int reach = random.nextInt(20) == 0 ? 1 : 200;
            long close = Math.max(1_000, open + random.nextInt(2 * reach - 1) - reach + 1);
            long high = Math.max(open, close) + random.nextInt(reach);
            long low = Math.min(open, close) - random.nextInt(reach);
            samples.add(open, high, low, close, random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(1_000_000));
            open = close + random.nextInt(2 * reach - 1) - reach + 1;
        }
        return samples.finish();
    }

    /// Makes bars that are all the same.
    static BarSeries constant(long price, long volume, int count) {
        BarSamples samples = new BarSamples(Timeframe.ONE_MINUTE, 1);
        for (int i = 0; i < count; i++) {
            samples.add(price, price, price, price, volume);
        }
        return samples.finish();
    }

    /// Returns the published bars as daily bars.
    static BarSeries publishedDays() {
        return published(new BarSamples(Timeframe.ONE_DAY, 3));
    }

    /// Returns the published bars as 502 minutes of one day.
    static BarSeries publishedAsMinutes() {
        return published(new BarSamples(Timeframe.ONE_MINUTE, 3));
    }

    private static BarSeries published(BarSamples samples) {
        for (String[] row : publishedRows()) {
            samples.add(price(row[1]), price(row[2]), price(row[3]), price(row[4]), Long.parseLong(row[5]));
        }
        return samples.finish();
    }

    /// Returns the published bars with volumes in place of prices.
    static BarSeries publishedVolumes() {
        BarSamples samples = new BarSamples(Timeframe.ONE_DAY, 0);
        for (String[] row : publishedRows()) {
            long volume = Long.parseLong(row[5]);
            samples.add(volume, volume, volume, volume, volume);
        }
        return samples.finish();
    }

    /// Returns the published bars as hours, the days of each month on one day: what is published for months then
    /// applies to days.
    static BarSeries publishedMonthsAsDays() {
        BarSamples samples = new BarSamples(Timeframe.ONE_HOUR, 3);
        int month = -1;
        String last = "";
        for (String[] row : publishedRows()) {
            String yearAndMonth = row[0].substring(0, 7);
            if (!yearAndMonth.equals(last)) {
                last = yearAndMonth;
                month++;
                samples.skipTo(month * Timeframe.ONE_DAY.lengthNs());
            }
            samples.add(price(row[1]), price(row[2]), price(row[3]), price(row[4]), Long.parseLong(row[5]));
        }
        return samples.finish();
    }

    private static List<String[]> publishedRows() {
        return publishedText("quotes/default.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static long price(String text) {
        return FixedPoint.parse(text, 3);
    }

    /// Reads an entry of the published files.
    static String publishedText(String entry) {
        try (ZipFile zip = new ZipFile(SharedData.file(PUBLISHED).toFile());
                InputStream in = zip.getInputStream(zip.getEntry("_testdata/" + entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + entry + " of " + PUBLISHED, e);
        }
    }

    /// Runs an indicator over all bars.
    ///
    /// @return its outputs after each bar: by output, then by bar
    static double[][] run(BarIndicator indicator, BarSeries bars) {
        double[][] values = new double[indicator.outputs()][bars.count()];
        for (int bar = 0; bar < bars.count(); bar++) {
            indicator.onBar(bars, bar);
            for (int output = 0; output < values.length; output++) {
                values[output][bar] = indicator.value(output);
            }
        }
        return values;
    }

    /// Runs the indicator that `spec` names over all bars.
    static double[][] run(String spec, BarSeries bars) {
        return run(IndicatorSpec.parse(spec).create(TradingCalendar.ALWAYS_OPEN), bars);
    }
}
