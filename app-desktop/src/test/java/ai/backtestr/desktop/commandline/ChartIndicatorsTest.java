package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.fixture.StoredQuotes;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.BuiltInIndicators;
import ai.backtestr.engine.indicator.IndicatorSpec;
import ai.backtestr.engine.time.Times;
import ai.backtestr.render.indicator.IndicatorFrame;
import ai.backtestr.render.indicator.IndicatorLoader;
import ai.backtestr.render.indicator.IndicatorLoader.Found;
import ai.backtestr.render.indicator.IndicatorSetting;
import ai.backtestr.render.indicator.IndicatorWish;
import ai.backtestr.render.series.SlotAxis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a chart finds for a stretch of a history is what the command line prints of all of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChartIndicatorsTest {
    private static final String QUOTES = StoredQuotes.SYMBOL;
    private static final long SEED = 20_260_203;

    private @Nullable Path home;

    @BeforeAll
    void store(@TempDir Path folder) {
        home = folder;
        StoredQuotes.besideSample(folder, SEED, "2019-04-20", 400_000).close();
    }

    private Path home() {
        return Objects.requireNonNull(home);
    }

    /// Returns what the command line prints: by time, then in the order of the labels.
    private NavigableMap<Long, double[]> printed(String symbol, Timeframe timeframe, List<IndicatorSpec> specs) {
        String indicators = specs.stream().map(IndicatorSpec::toString).collect(Collectors.joining(","));
        List<String> lines = new Program(home())
                .run("indicators", symbol, "--timeframe", timeframe.toString(), "--csv", "--indicator", indicators)
                .outLines();
        List<String> labels =
                specs.stream().flatMap(spec -> spec.outputLabels().stream()).toList();
        assertThat(lines.getFirst()).isEqualTo("time,close," + String.join(",", labels));
        TreeMap<Long, double[]> rows = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            double[] values = new double[labels.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = cells[i + 2].isEmpty() ? Double.NaN : Double.parseDouble(cells[i + 2]);
            }
            rows.put(Times.parse(cells[0]), values);
        }
        return rows;
    }

    private static List<Found> found(IndicatorWish wish) {
        List<RuntimeException> problems = new ArrayList<>();
        try (IndicatorLoader loader = new IndicatorLoader(() -> {}, problems::add)) {
            loader.wish(wish);
            loader.awaitIdle();
            assertThat(problems).isEmpty();
            return loader.take();
        }
    }

    @ParameterizedTest
    @CsvSource({"BTCUSD, 1h", "BTCUSD, 1m", QUOTES + ", 4h", QUOTES + ", 15m", QUOTES + ", 1m"})
    void shouldFindTheValuesThatTheCommandLinePrints(String symbol, String text) {
        Timeframe timeframe = Timeframe.parse(text);
        List<IndicatorSpec> specs = BuiltInIndicators.all().stream()
                .map(definition -> definition.defaults())
                .toList();
        NavigableMap<Long, double[]> rows = printed(symbol, timeframe, specs);
        try (Workspace workspace = Workspace.open(new HomeFolder(home()));
                StoredHistory history = workspace.history(symbol).run().orElseThrow()) {
            SlotAxis axis = history.axis(timeframe);
            long fromNs = axis.timeNs((int) (axis.count() * 0.8));
            long toNs = axis.timeNs((int) (axis.count() * 0.9));
            List<IndicatorSetting> settings =
                    specs.stream().map(IndicatorSetting::of).toList();

            List<Found> found = found(new IndicatorWish(history, timeframe, axis, fromNs, toNs, settings));

            assertThat(found).hasSize(specs.size());
            int label = 0;
            for (int i = 0; i < specs.size(); i++) {
                IndicatorFrame frame = found.get(i).frame();
                int outputs = specs.get(i).outputLabels().size();
                assertThat(frame.sinceNs()).isEqualTo(Long.MIN_VALUE);
                assertThat(shownBetween(frame, axis, fromNs, toNs))
                        .isEqualTo(rows.subMap(fromNs, toNs).size());
                for (int bar = 0; bar < frame.count(); bar++) {
                    double[] row = Objects.requireNonNull(rows.get(axis.timeNs((int) frame.position(bar))));
                    for (int output = 0; output < outputs; output++) {
                        assertSame(specs.get(i), frame.value(output, bar), row[label + output]);
                    }
                }
                label += outputs;
            }
        }
    }

    private static int shownBetween(IndicatorFrame frame, SlotAxis axis, long fromNs, long toNs) {
        int shown = 0;
        for (int bar = 0; bar < frame.count(); bar++) {
            long timeNs = axis.timeNs((int) frame.position(bar));
            shown += timeNs >= fromNs && timeNs < toNs ? 1 : 0;
        }
        return shown;
    }

    private static void assertSame(IndicatorSpec spec, double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as("%s", spec).isNaN();
        } else {
            assertThat(actual).as("%s", spec).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @CsvSource({QUOTES + ", 1h, 1d", QUOTES + ", 4h, 1w", "BTCUSD, 15m, 4h"})
    void shouldHoldTheValueOfALongerBarFromItsCloseOn(String symbol, String chart, String longer) {
        Timeframe timeframe = Timeframe.parse(chart);
        IndicatorSpec spec = IndicatorSpec.parse("sma:3");
        NavigableMap<Long, double[]> rows = printed(symbol, Timeframe.parse(longer), List.of(spec));
        try (Workspace workspace = Workspace.open(new HomeFolder(home()));
                StoredHistory history = workspace.history(symbol).run().orElseThrow()) {
            SlotAxis axis = history.axis(timeframe);
            int from = axis.count() / 2;
            int to = axis.count() * 2 / 3;
            IndicatorSetting setting = IndicatorSetting.of(spec).on(Timeframe.parse(longer));
            IndicatorFrame frame = found(new IndicatorWish(
                            history, timeframe, axis, axis.timeNs(from), axis.timeNs(to), List.of(setting)))
                    .getFirst()
                    .frame();

            for (int slot = from; slot < to; slot++) {
                // The bar that the slot lies in has not closed; the one before has.
                Long bar = rows.floorKey(axis.timeNs(slot));
                Long closed = bar == null ? null : rows.lowerKey(bar);
                int standing = frame.standingAt(slot);
                if (closed != null && standing >= 0) {
                    assertSame(spec, frame.value(0, standing), Objects.requireNonNull(rows.get(closed))[0]);
                }
            }
            assertThat(frame.standingAt(to - 1)).isNotNegative();
        }
    }

    @Test
    void shouldTakeLongerBarsAndSaySoWhereThereAreTooMany() {
        Timeframe second = Timeframe.ONE_SECOND;
        try (Workspace workspace = Workspace.open(new HomeFolder(home()));
                StoredHistory history = workspace.history(QUOTES).run().orElseThrow()) {
            SlotAxis axis = history.axis(second);
            IndicatorSetting setting = IndicatorSetting.of(IndicatorSpec.parse("rsi:14"));

            IndicatorFrame frame = found(new IndicatorWish(
                            history, second, axis, history.firstNs(), history.lastNs(), List.of(setting)))
                    .getFirst()
                    .frame();

            assertThat(frame.isCoarser()).isTrue();
            NavigableMap<Long, double[]> rows =
                    printed(QUOTES, frame.timeframe(), List.of(IndicatorSpec.parse("rsi:14")));
            assertThat(frame.count()).isEqualTo(rows.size()).isLessThan(200_000);
            Map.Entry<Long, double[]> last = rows.lastEntry();
            assertSame(setting.spec(), frame.value(0, frame.count() - 1), last.getValue()[0]);
        }
    }
}
