package ai.backtestr.render.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.Pictures;
import ai.backtestr.render.fixture.FxThread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingPicturesTest {
    private static final double ACCEPTED_SHARE = 0.005;

    private static final double[][] PLACES = {
        {60, 130, 220, 90},
        {250, 420, 420, 380},
        {0, 500},
        {900, 0},
        {60, 330, 220, 260, 140, 350},
        {330, 130, 480, 260},
        {520, 110, 640, 190},
        {540, 230},
        {680, 380, 800, 250},
    };

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldLookAsStored(boolean light) throws Exception {
        double difference = FxThread.call(() -> {
            DrawnChart drawn = new DrawnChart();
            drawn.chart.setTheme(light ? ChartTheme.LIGHT : ChartTheme.DARK);
            drawn.chart.navigation().showRange(1_000, 1_080);
            drawn.paint();
            for (DrawingKind kind : DrawingKind.values()) {
                draw(drawn, kind);
            }
            drawn.board.selected().set(1);
            drawn.paint();
            return Pictures.difference(drawn.chart.snapshot(null, null), light ? "drawings-light" : "drawings");
        });

        assertThat(difference).isLessThan(ACCEPTED_SHARE);
    }

    private static void draw(DrawnChart drawn, DrawingKind kind) {
        int number = drawn.board.set().drawings().size();
        double[] at = PLACES[number];
        List<Anchor> anchors = new ArrayList<>();
        for (int i = 0; i < kind.anchors(); i++) {
            anchors.add(Magnet.at(drawn.chart.plotView(), at[2 * i], at[2 * i + 1], false));
        }
        LinePattern pattern = switch (number % 3) {
            case 0 -> LinePattern.SOLID;
            case 1 -> LinePattern.DASHED;
            default -> LinePattern.DOTTED;
        };
        DrawingStyle style = new DrawingStyle(
                DrawingStyle.COLOURS.get(number % DrawingStyle.COLOURS.size()), 1 + number % 3, pattern);
        String text = kind == DrawingKind.TEXT ? "breakout?" : "";
        drawn.board.set().put(new Drawing(number + 1, kind, anchors, style, text));
    }
}
