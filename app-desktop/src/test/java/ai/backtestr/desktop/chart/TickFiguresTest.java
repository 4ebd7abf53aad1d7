package ai.backtestr.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.desktop.fixture.StoredQuotes;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.sample.Sample;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import ai.backtestr.render.series.TickFigures;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TickFiguresTest {
    private static final long SEED = 77;
    private static final int COLUMNS = 200;

    /// Looks at every tick for every column.
    private static double[] figures(Workspace workspace, String symbol, long fromNs, long toNs) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        long volume = 0;
        int count = 0;
        int quantityScale;
        try (TickSource source = workspace.store().ticks(symbol, fromNs, toNs - 1);
                TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY)) {
            quantityScale = source.instrument().quantityScale();
            int scale = source.instrument().priceScale();
            while (source.fill(page)) {
                for (int i = 0; i < page.count(); i++) {
                    double spread = FixedPoint.toDouble(page.askPrice(i) - page.bidPrice(i), scale);
                    lowest = Math.min(lowest, spread);
                    highest = Math.max(highest, spread);
                    sum += spread;
                    volume += page.bidQuantity(i);
                    count++;
                }
            }
        }
        return new double[] {lowest, sum / count, highest, FixedPoint.toDouble(volume, quantityScale), count};
    }

    private static TickFigures read(StoredHistory history, long[] starts) {
        TickFigures into = new TickFigures();
        into.reset(COLUMNS);
        assertThat(history.figures(starts, into, 0, COLUMNS, () -> false)).isTrue();
        return into;
    }

    private static long[] starts(StoredHistory history) {
        long step = (history.lastNs() + 1 - history.firstNs()) / COLUMNS + 1;
        return LongStream.rangeClosed(0, COLUMNS)
                .map(i -> history.firstNs() + i * step)
                .toArray();
    }

    @Test
    void shouldFindLowestMeanAndHighestSpreadOfEachColumn(@TempDir Path home) {
        try (Workspace workspace = Workspace.open(new HomeFolder(home))) {
            StoredQuotes.generate(workspace, SEED, "2019-03-20", 60_000);
            try (StoredHistory history =
                    workspace.history(StoredQuotes.SYMBOL).run().orElseThrow()) {
                long[] starts = starts(history);
                TickFigures figures = read(history, starts);

                for (int i = 0; i < COLUMNS; i++) {
                    double[] expected = figures(workspace, StoredQuotes.SYMBOL, starts[i], starts[i + 1]);
                    assertThat(figures.isKnown(i)).isTrue();
                    assertThat(figures.isSampled(i)).isFalse();
                    if (expected[4] == 0) {
                        assertThat(figures.meanSpread(i)).isNaN();
                    } else {
                        assertThat(figures.lowestSpread(i)).isEqualTo(expected[0]);
                        assertThat(figures.meanSpread(i)).isCloseTo(expected[1], within(1e-12));
                        assertThat(figures.highestSpread(i)).isEqualTo(expected[2]);
                    }
                }
            }
        }
    }

    @Test
    void shouldSumUpTheQuantityTradedInEachColumn(@TempDir Path home) {
        try (Workspace workspace = Workspace.open(new HomeFolder(home))) {
            Sample.loadInto(workspace).run();
            try (StoredHistory history = workspace.history(Sample.SYMBOL).run().orElseThrow()) {
                long[] starts = starts(history);
                TickFigures figures = read(history, starts);

                for (int i = 0; i < COLUMNS; i += 10) {
                    double[] expected = figures(workspace, Sample.SYMBOL, starts[i], starts[i + 1]);
                    assertThat(figures.volume(i)).isEqualTo(expected[3]);
                }
            }
        }
    }
}
