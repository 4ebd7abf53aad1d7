package ai.backtestr.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.render.fixture.FxThread;
import ai.backtestr.render.fixture.ListedBars;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each kind of chart on each scale and in both themes, and the other palettes, against stored pictures.
class KindPicturesTest {
    private static final double ACCEPTED_SHARE = 0.005;

    static Stream<Arguments> looks() {
        return Stream.concat(
                Stream.of(ChartKind.values())
                        .flatMap(kind -> Stream.of(false, true)
                                .flatMap(light -> Stream.of(false, true)
                                        .map(log -> Arguments.of(kind, ChartPalette.STANDARD, light, log)))),
                Stream.of(ChartPalette.COLOUR_BLIND, ChartPalette.HIGH_CONTRAST)
                        .flatMap(palette -> Stream.of(false, true)
                                .map(light -> Arguments.of(ChartKind.CANDLES, palette, light, false))));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void shouldLookAsStored(ChartKind kind, ChartPalette palette, boolean light, boolean log) throws Exception {
        String name = ("kind-" + kind + "-" + palette + (light ? "-light" : "-dark") + (log ? "-log" : ""))
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        double difference = FxThread.call(() -> {
            PriceChart chart = new PriceChart();
            chart.setTitle("WALK", "1m");
            chart.setTheme(palette.theme(light));
            chart.setKind(kind);
            chart.setLogarithmic(log);
            chart.setBars(ListedBars.randomWalk(60, 21));
            return Pictures.difference(ChartPicture.render(chart, 360, 220), name);
        });

        assertThat(difference).isLessThan(ACCEPTED_SHARE);
    }

    @Test
    void shouldReadOutTheBarToWhichKeysMoveTheCrosshair() throws Exception {
        FxThread.run(() -> {
            ListedBars bars = ListedBars.randomWalk(300, 2);
            bars.replaceLast(new ListedBars.Bar(bars.timeNs(299), 100, 101, 99, 100.5, 1_500));
            PriceChart chart = new PriceChart();
            chart.setTitle("EURUSD", "1m");
            chart.setBars(bars);
            chart.resize(1_000, 600);
            chart.layout();

            press(chart, KeyCode.PERIOD, false);
            assertThat(text(chart))
                    .startsWith("Mon 6 Jan 2020 04:59 UTC, open 100.00, high 101.00, low 99.00, close 100.50, up, "
                            + "volume 1.50K. EURUSD 1m, ");
            press(chart, KeyCode.COMMA, false);
            assertThat(text(chart)).startsWith("Mon 6 Jan 2020 04:58 UTC, ");
            for (int i = 0; i < 20; i++) {
                press(chart, KeyCode.COMMA, true);
            }
            assertThat(text(chart)).startsWith("Mon 6 Jan 2020 01:38 UTC, ");
            assertThat(chart.navigation().visibleBars().from()).isLessThanOrEqualTo(98);
        });
    }

    private static void press(PriceChart chart, KeyCode code, boolean control) {
        chart.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    private static String text(PriceChart chart) {
        return String.valueOf(chart.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }
}
