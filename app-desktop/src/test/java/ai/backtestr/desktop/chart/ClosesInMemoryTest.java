package ai.backtestr.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.fixture.StoredQuotes;
import ai.backtestr.desktop.workspace.BarRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.render.series.PriceColumns;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosesInMemoryTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void shouldShowEachBarWhereItEnds(@TempDir Path home) {
        try (Workspace workspace = StoredQuotes.besideSample(home, seed, "2019-04-02", 200_000)) {
            for (String timeframe : new String[] {"1m", "4h", "1d", "1w"}) {
                BarSeries bars = workspace
                        .bars(new BarRequest(StoredQuotes.SYMBOL, TimeRange.ALL, null, Timeframe.parse(timeframe)))
                        .run();
                TradingCalendar calendar =
                        workspace.stored(StoredQuotes.SYMBOL).instrument().calendar();
                for (int round = 0; round < 10; round++) {
                    check(bars, calendar);
                }
            }
        }
    }

    private void check(BarSeries bars, TradingCalendar calendar) {
        int count = 1 + random.nextInt(300);
        long spanNs = bars.timeNs(bars.count() - 1) - bars.timeNs(0);
        long fromNs = bars.timeNs(0) - 5 + random.nextLong(spanNs);
        long stepNs = 1 + random.nextLong(spanNs / count);
        long[] starts = new long[count + 1];
        for (int i = 0; i <= count; i++) {
            starts[i] = fromNs + i * stepNs;
        }
        PriceColumns columns = new PriceColumns();
        columns.reserve(count);
        new ClosesInMemory(bars, calendar).columns(starts, true, columns, 0, count);
        for (int column = 0; column < count; column++) {
            String expected = "none";
            double low = Double.MAX_VALUE;
            double high = 0;
            for (int bar = 0; bar < bars.count(); bar++) {
                long lastNs = bars.timeframe().endNs(bars.timeNs(bar), calendar) - 1;
                if (lastNs >= starts[column] && lastNs < starts[column + 1]) {
                    low = Math.min(low, price(bars, bars.low(bar)));
                    high = Math.max(high, price(bars, bars.high(bar)));
                    expected = low + " " + high + " " + price(bars, bars.close(bar));
                }
            }
            assertThat(
                            columns.isPresent(column)
                                    ? columns.low(column) + " " + columns.high(column) + " " + columns.last(column)
                                    : "none")
                    .as("seed %d, column %d of %s", seed, column, bars.timeframe())
                    .isEqualTo(expected);
        }
    }

    private static double price(BarSeries bars, long units) {
        return FixedPoint.toDouble(units, bars.priceScale());
    }
}
