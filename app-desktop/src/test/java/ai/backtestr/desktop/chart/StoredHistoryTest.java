package ai.backtestr.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.desktop.fixture.StoredQuotes;
import ai.backtestr.desktop.workspace.BarRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import ai.backtestr.render.series.IndicatorBars;
import ai.backtestr.render.series.PriceColumns;
import ai.backtestr.render.series.SlotAxis;
import ai.backtestr.render.series.TickPoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredHistoryTest {
    private static final String QUOTES = StoredQuotes.SYMBOL;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private @Nullable Workspace opened;

    @BeforeAll
    void store(@TempDir Path home) {
        opened = StoredQuotes.besideSample(home, seed, "2019-04-20", 400_000);
    }

    @AfterAll
    void close() {
        workspace().close();
    }

    private Workspace workspace() {
        return Objects.requireNonNull(opened);
    }

    private StoredHistory open(String symbol) {
        return workspace().history(symbol).run().orElseThrow();
    }

    private record Tick(long timeNs, double bid) {}

    private List<Tick> ticks(String symbol) {
        List<Tick> ticks = new ArrayList<>();
        try (TickSource source = workspace().store().ticks(symbol, Long.MIN_VALUE, Long.MAX_VALUE);
                TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY)) {
            int scale = source.instrument().priceScale();
            while (source.fill(page)) {
                for (int i = 0; i < page.count(); i++) {
                    ticks.add(new Tick(page.timeNs(i), FixedPoint.toDouble(page.bidPrice(i), scale)));
                }
            }
        }
        return ticks;
    }

    /// Across the change to daylight saving of New York, where the days of foreign exchange begin an hour
    /// earlier.
    @ParameterizedTest
    @CsvSource({
        QUOTES + ", 1d",
        QUOTES + ", 4h",
        QUOTES + ", 1h",
        QUOTES + ", 5m",
        QUOTES + ", 1m",
        QUOTES + ", 7m",
        QUOTES + ", 7h",
        QUOTES + ", 1w",
        QUOTES + ", 1mo",
        QUOTES + ", 6mo",
        "BTCUSD, 1w",
        "BTCUSD, 7m",
        "BTCUSD, 1h",
        "BTCUSD, 1m"
    })
    void shouldShowTheBarsThatTheEngineMakes(String symbol, String timeframe) {
        BarSeries bars = workspace()
                .bars(new BarRequest(symbol, TimeRange.ALL, null, Timeframe.parse(timeframe)))
                .run();
        try (StoredHistory history = open(symbol)) {
            SlotAxis axis = history.axis(Timeframe.parse(timeframe));
            PriceColumns columns = new PriceColumns();
            columns.reserve(axis.count());
            long[] starts = new long[axis.count() + 1];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = axis.timeNs((double) i);
            }
            history.columns(starts, true, columns, 0, axis.count());
            int bar = 0;
            for (int slot = 0; slot < axis.count(); slot++) {
                if (columns.isPresent(slot)) {
                    String what = symbol + " " + timeframe + " bar " + bar + ", seed " + seed;
                    assertThat(starts[slot]).as(what).isEqualTo(bars.timeNs(bar));
                    assertThat(columns.first(slot)).as(what).isEqualTo(price(bars, bars.open(bar)));
                    assertThat(columns.high(slot)).as(what).isEqualTo(price(bars, bars.high(bar)));
                    assertThat(columns.low(slot)).as(what).isEqualTo(price(bars, bars.low(bar)));
                    assertThat(columns.last(slot)).as(what).isEqualTo(price(bars, bars.close(bar)));
                    assertThat(columns.ticks(slot)).as(what).isEqualTo(bars.ticks(bar));
                    assertThat(columns.volume(slot))
                            .as(what)
                            .isEqualTo(
                                    history.hasVolume()
                                            ? FixedPoint.toDouble(bars.volume(bar), bars.quantityScale())
                                            : (double) bars.ticks(bar));
                    bar++;
                }
            }
            assertThat(bar).as("seed %d", seed).isEqualTo(bars.count());
        }
    }

    /// Some from the middle, as an indicator takes them in.
    @ParameterizedTest
    @CsvSource({"ha:1h", "ha:7m", "1w", "7m"})
    void shouldHandOutTheBarsThatTheEngineMakesFromTheMiddleOn(String timeframe) {
        Timeframe wanted = Timeframe.parse(timeframe);
        BarSeries bars = workspace()
                .bars(new BarRequest(QUOTES, TimeRange.ALL, null, wanted))
                .run();
        int from = bars.count() / 2;
        try (StoredHistory history = open(QUOTES)) {
            IndicatorBars.Stretch read =
                    history.read(wanted, bars.timeNs(from), bars.timeNs(bars.count() - 1), 1, () -> false);
            int first = read.bars().indexAtOrBefore(bars.timeNs(from));
            for (int i = 0; from + i < bars.count(); i++) {
                assertThat(read.bars().bar(first + i))
                        .as("seed %d, bar %d", seed, i)
                        .isEqualTo(bars.bar(from + i));
            }
        }
    }

    @Test
    void shouldBeginWeeksAtTheSameTimeWhetherTheirWeekendsAreShownOrNot() {
        try (StoredHistory history = open(QUOTES)) {
            SlotAxis all = history.axis(Timeframe.parse("1w"), true);
            SlotAxis traded = history.axis(Timeframe.parse("1w"), false);

            assertThat(all.count()).isEqualTo(traded.count());
            for (int week = 0; week < all.count(); week++) {
                assertThat(all.timeNs(week)).isEqualTo(traded.timeNs(week));
            }
        }
    }

    private static double price(BarSeries bars, long units) {
        return FixedPoint.toDouble(units, bars.priceScale());
    }

    @Test
    void shouldFillTheColumnsOfEveryTickAtRandomZooms() {
        List<Tick> ticks = ticks(QUOTES);
        try (StoredHistory history = open(QUOTES)) {
            SlotAxis axis = history.axis(Timeframe.ONE_HOUR);
            for (int round = 0; round < 40; round++) {
                int count = 1 + random.nextInt(300);
                double step = Math.exp(random.nextDouble() * 18 - 16);
                double left = random.nextDouble() * axis.count();
                long[] starts = new long[count + 1];
                for (int i = 0; i <= count; i++) {
                    starts[i] = axis.timeNs(left + i * step);
                }
                PriceColumns columns = new PriceColumns();
                columns.reserve(count);
                history.columns(starts, true, columns, 0, count);
                for (int c = 0; c < count; c++) {
                    assertThat(text(columns, c))
                            .as("seed %d, column %d of %s from %s", seed, c, step, left)
                            .isEqualTo(slowText(ticks, starts[c], starts[c + 1]));
                }
            }
        }
    }

    private static String text(PriceColumns columns, int c) {
        return columns.isPresent(c)
                ? columns.ticks(c) + " " + columns.first(c) + " " + columns.low(c) + " " + columns.high(c) + " "
                        + columns.last(c)
                : "none";
    }

    private static String slowText(List<Tick> ticks, long fromNs, long toNs) {
        List<Double> bids = new ArrayList<>();
        for (Tick tick : ticks) {
            if (tick.timeNs >= fromNs && tick.timeNs < toNs) {
                bids.add(tick.bid);
            }
        }
        return bids.isEmpty()
                ? "none"
                : bids.size() + " " + bids.getFirst() + " "
                        + bids.stream().mapToDouble(b -> b).min().orElseThrow() + " "
                        + bids.stream().mapToDouble(b -> b).max().orElseThrow() + " " + bids.getLast();
    }

    @Test
    void shouldHandOutSingleTicksWithTheOneThatStandsBefore() {
        List<Tick> ticks = ticks(QUOTES);
        try (StoredHistory history = open(QUOTES)) {
            TickPoints points = new TickPoints(100);
            for (int round = 0; round < 50; round++) {
                int from = 1 + random.nextInt(ticks.size() - 60);
                long fromNs = ticks.get(from).timeNs;
                long toNs = ticks.get(from + 50).timeNs;
                int first = from;
                while (ticks.get(first - 1).timeNs == fromNs) {
                    first--;
                }
                assertThat(history.ticks(fromNs, toNs, points)).isTrue();
                for (int i = 0; i < points.count(); i++) {
                    assertThat(points.timeNs(i)).as("seed %d", seed).isEqualTo(ticks.get(first - 1 + i).timeNs);
                    assertThat(points.bid(i)).as("seed %d", seed).isEqualTo(ticks.get(first - 1 + i).bid);
                }
            }
            assertThat(history.ticks(history.firstNs(), history.lastNs(), points))
                    .isFalse();
        }
    }

    @Test
    void shouldReadNothingOnceItIsClosed() {
        StoredHistory history = open(QUOTES);
        history.close();

        assertThatThrownBy(() -> history.ticks(0, 1, new TickPoints(1))).isInstanceOf(CancellationException.class);
    }

    @Test
    void shouldMakeTheSameBarsForSeveralChartsAtOnceAsForOne() throws Exception {
        List<Timeframe> timeframes =
                Stream.of("1m", "5m", "1h", "4h").map(Timeframe::parse).toList();
        try (StoredHistory history = open(QUOTES);
                ExecutorService charts = Executors.newFixedThreadPool(timeframes.size())) {
            List<String> expected = timeframes.stream()
                    .map(timeframe -> bars(history, timeframe))
                    .toList();
            List<Future<List<String>>> read = new ArrayList<>();
            for (Timeframe timeframe : timeframes) {
                read.add(charts.submit(() -> IntStream.range(0, 10)
                        .mapToObj(round -> bars(history, timeframe))
                        .distinct()
                        .toList()));
            }
            for (int i = 0; i < timeframes.size(); i++) {
                assertThat(read.get(i).get())
                        .as(timeframes.get(i) + ", seed " + seed)
                        .containsExactly(expected.get(i));
            }
        }
    }

    private static String bars(StoredHistory history, Timeframe timeframe) {
        BarSeries bars = history.read(timeframe, history.firstNs(), history.lastNs(), 0, () -> false)
                .bars();
        return IntStream.range(0, bars.count())
                .mapToObj(bar -> bars.timeNs(bar) + " " + bars.open(bar) + " " + bars.high(bar) + " " + bars.low(bar)
                        + " " + bars.close(bar))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
