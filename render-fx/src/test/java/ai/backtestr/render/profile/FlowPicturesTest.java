package ai.backtestr.render.profile;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.Pictures;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.fixture.FxThread;
import ai.backtestr.render.fixture.ListedBars;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowPicturesTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final double ACCEPTED_SHARE = 0.005;

    private final List<ListedFlow.Tick> ticks = new ArrayList<>();
    private final ListedBars bars = new ListedBars();

    /// Two days of trades, one a second of the clock's first ten minutes.
    FlowPicturesTest() {
        Random random = new Random(8);
        long price = 10_000;
        for (int bar = 0; bar < 20; bar++) {
            long minute = bar % 10;
            long startNs = (bar < 10 ? 0 : ListedFlow.DAY_NS) + minute * MINUTE_NS;
            long open = price;
            long high = price;
            long low = price;
            double volume = 0;
            for (int i = 0; i < 60; i++) {
                price += random.nextInt(5) - 2;
                high = i == 0 ? price : Math.max(high, price);
                low = i == 0 ? price : Math.min(low, price);
                open = i == 0 ? price : open;
                long quantity = 1L + random.nextInt(40);
                volume += quantity;
                ticks.add(new ListedFlow.Tick(
                        startNs + i * 1_000_000_000L, price, quantity, random.nextBoolean() ? 1 : -1));
            }
            bars.add(new ListedBars.Bar(startNs, open / 100.0, high / 100.0, low / 100.0, price / 100.0, volume));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "footprint, false, true, false, false, 2, 9",
        "footprint-light, true, true, false, false, 2, 9",
        "footprint-narrow, false, true, false, false, 0, 20",
        "volume-profile, false, false, true, false, 0, 20",
        "volume-profile-days, true, false, false, true, 0, 20",
    })
    void shouldLookAsStored(
            String name, boolean light, boolean footprint, boolean profile, boolean sessions, int from, int to)
            throws Exception {
        PriceChart chart = FxThread.call(() -> {
            PriceChart made = new PriceChart();
            made.setTheme(light ? ChartTheme.LIGHT : ChartTheme.DARK);
            made.setTitle("WALK", "1m");
            made.setBars(bars);
            made.resize(760, 460);
            made.layout();
            made.navigation().showRange(from, to);
            return made;
        });
        FlowView view = FxThread.call(() -> new FlowView(chart));
        FxThread.run(() -> {
            view.footprint().set(footprint);
            view.profile().set(profile);
            view.sessions().set(sessions);
            view.show(new ListedFlow(ticks));
        });
        while (!painted(chart, view)) {
            view.awaitLoaded();
        }

        WritableImage picture = FxThread.call(() -> chart.snapshot(null, null));
        assertThat(Pictures.difference(picture, name)).isLessThan(ACCEPTED_SHARE);
        FxThread.run(() -> view.show(null));
    }

    private static boolean painted(PriceChart chart, FlowView view) throws Exception {
        return FxThread.call(() -> {
            chart.requestLayout();
            chart.layout();
            return view.isComplete();
        });
    }
}
