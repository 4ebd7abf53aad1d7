package ai.backtestr.render.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.render.fixture.FxThread;
import ai.backtestr.render.fixture.ListedBars;
import ai.backtestr.render.series.EquitySource;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartPictureTest {
    private static final double ACCEPTED_SHARE = 0.005;

    private static PriceChart chart(ListedBars bars, ChartTheme theme) {
        PriceChart chart = new PriceChart();
        chart.setTitle("WALK", "1m");
        chart.setTheme(theme);
        chart.setBars(bars);
        return chart;
    }

    private static List<TradeMarker> trades(ListedBars bars) {
        List<TradeMarker> trades = new ArrayList<>();
        for (int i = 5; i + 9 < bars.count(); i += 23) {
            int exit = i + 3 + i % 6;
            boolean isLong = i % 2 == 0;
            double profit = (bars.close(exit) - bars.close(i)) * (isLong ? 100 : -100);
            trades.add(new TradeMarker(
                    isLong, bars.timeNs(i), bars.close(i), bars.timeNs(exit), bars.close(exit), profit));
        }
        return trades;
    }

    /// The balance after each trade.
    private record Balance(List<TradeMarker> trades) implements EquitySource {
        @Override
        public int count() {
            return trades.size();
        }

        @Override
        public long timeNs(int index) {
            return trades.get(index).exitTimeNs();
        }

        @Override
        public double value(int index) {
            return 1_000
                    + trades.subList(0, index + 1).stream()
                            .mapToDouble(TradeMarker::profit)
                            .sum();
        }
    }

    private static double differenceOf(ChartTheme theme, String name) throws Exception {
        return FxThread.call(() -> {
            ListedBars bars = ListedBars.randomWalk(600, 11);
            PriceChart chart = chart(bars, theme);
            chart.setTrades(trades(bars));
            chart.setEquity(new Balance(trades(bars)));
            chart.selectTrade(24);
            return Pictures.difference(ChartPicture.render(chart, 900, 560), name);
        });
    }

    @Test
    void shouldLookLikeTheStoredDarkPicture() throws Exception {
        assertThat(differenceOf(ChartTheme.DARK, "dark")).isLessThan(ACCEPTED_SHARE);
    }

    @Test
    void shouldLookLikeTheStoredLightPicture() throws Exception {
        assertThat(differenceOf(ChartTheme.LIGHT, "light")).isLessThan(ACCEPTED_SHARE);
    }

    @Test
    void shouldLookLikeTheStoredPictureWhenZoomedOut() throws Exception {
        double difference = FxThread.call(() -> {
            ListedBars bars = ListedBars.randomWalk(30_000, 12);
            PriceChart chart = chart(bars, ChartTheme.DARK);
            chart.setTrades(trades(bars));
            chart.navigation().fitAll();
            return Pictures.difference(ChartPicture.render(chart, 900, 560), "zoomed-out");
        });

        assertThat(difference).isLessThan(ACCEPTED_SHARE);
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 10_000, 40_000})
    void shouldPaintEachColumnFromItsLowestToItsHighestPrice(int visible) throws Exception {
        FxThread.run(() -> {
            ListedBars bars = ListedBars.randomWalk(50_000, 5);
            PriceChart chart = chart(bars, ChartTheme.DARK);
            chart.resize(800, 600);
            chart.layout();
            chart.navigation().showRange(5_000, 5_000 + visible);
            chart.paint();
            assertColumns(chart, bars, chart.snapshot(null, null));
        });
    }

    private static void assertColumns(PriceChart chart, ListedBars bars, Image image) {
        Viewport viewport = chart.geometry().viewport();
        ValueScale scale = chart.geometry().priceScale();
        for (int x = 0; x < (int) viewport.width(); x++) {
            double high = Double.NEGATIVE_INFINITY;
            double low = Double.POSITIVE_INFINITY;
            for (int i = 0; i < bars.count(); i++) {
                double position = i + 0.5;
                if (position >= viewport.position(x) && position < viewport.position(x + 1)) {
                    high = Math.max(high, bars.high(i));
                    low = Math.min(low, bars.low(i));
                }
            }
            int top = (int) Math.rint(scale.y(high));
            int bottom = Math.max(top + 1, (int) Math.rint(scale.y(low)));
            assertPainted(image.getPixelReader(), x, top, bottom, (int) scale.y(bars.close(bars.count() - 1)));
        }
    }

    /// Below the legend, the column must be coloured from `top` to `bottom` and nowhere else near.
    private static void assertPainted(PixelReader pixels, int x, int top, int bottom, int lastPriceY) {
        for (int y = Math.max(61, top - 4); y < bottom + 4; y++) {
            if (Math.abs(y - lastPriceY) > 1) {
                Color colour = pixels.getColor(x, y);
                boolean isBar = colour.equals(ChartTheme.DARK.up()) || colour.equals(ChartTheme.DARK.down());
                assertThat(isBar).as("pixel %d, %d is %s", x, y, colour).isEqualTo(y >= top && y < bottom);
            }
        }
    }

    @Test
    void shouldLeaveTheChartAsItIs() throws Exception {
        FxThread.run(() -> {
            PriceChart chart = chart(ListedBars.randomWalk(5_000, 3), ChartTheme.LIGHT);
            chart.resize(800, 600);
            chart.layout();
            chart.navigation().showRange(1_000, 1_500);
            VisibleRange before = chart.navigation().visibleBars();

            Image picture = ChartPicture.render(chart, 320, 200);

            assertThat(picture.getWidth()).isEqualTo(320);
            assertThat(chart.navigation().visibleBars()).isEqualTo(before);
            assertThat(chart.getWidth()).isEqualTo(800);
        });
    }

    @Test
    void shouldPaintAnEmptyChart() throws Exception {
        Image picture = FxThread.call(() -> ChartPicture.render(new PriceChart(), 300, 200));

        assertThat(picture.getPixelReader().getColor(100, 100)).isEqualTo(ChartTheme.DARK.background());
    }

    @Test
    void shouldRefuseAPictureWithoutPixels() throws Exception {
        FxThread.run(() -> assertThatThrownBy(() -> ChartPicture.render(new PriceChart(), 0, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 x 10"));
    }
}
