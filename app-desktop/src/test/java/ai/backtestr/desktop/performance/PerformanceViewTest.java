package ai.backtestr.desktop.performance;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.fixture.Nodes;
import ai.backtestr.engine.monitor.Metric;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.monitor.Target;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The histograms of the live figures.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PerformanceViewTest {
    private static final int MS = 1_000_000;

    private final Monitor monitor = new Monitor(List.of(Target.below(Metric.FRAME, 15.0 * MS)));
    private StackPane window;
    private PerformanceView view;

    @BeforeEach
    void open() {
        view = fx(() -> new PerformanceView(monitor));
        window = fx(() -> new StackPane(view));
        Scene scene = fx(() -> new Scene(window, 900, 600));
        assertThat(scene.getRoot()).isEqualTo(window);
    }

    @AfterEach
    void close() {
        fx(view::close);
        monitor.close();
    }

    private void record(Metric metric, int times, long nanoseconds) {
        for (int i = 0; i < times; i++) {
            monitor.record(metric, nanoseconds);
        }
    }

    private void laidOut() {
        fx(() -> {
            window.applyCss();
            window.layout();
        });
    }

    private Node card(String metric) {
        return Nodes.node(window, "times-" + metric);
    }

    private static Pane plot(Node card) {
        return (Pane) ((Pane) card).getChildren().getLast();
    }

    private static String told(Node card) {
        return ((Label) ((Pane) card).getChildren().get(1)).getText();
    }

    private static List<Rectangle> bars(Node card, String style) {
        return plot(card).getChildren().stream()
                .filter(node -> node.getStyleClass().contains(style))
                .map(Rectangle.class::cast)
                .toList();
    }

    private static Line target(Node card) {
        return plot(card).getChildren().stream()
                .filter(node -> node.getStyleClass().contains("times-target"))
                .map(Line.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void showThreeBuckets() {
        record(Metric.FRAME, 60, 3L * MS);
        record(Metric.FRAME, 30, 12L * MS);
        record(Metric.FRAME, 10, 30L * MS);
        monitor.update();
        await("the histogram", () -> card("frame").isVisible());
        laidOut();
    }

    @Test
    void shouldDrawABarForEachBucketInTheColourOfItsSideOfTheTarget() {
        showThreeBuckets();
        Node card = fx(() -> card("frame"));
        List<Rectangle> kept = fx(() -> bars(card, "times-kept"));
        List<Rectangle> missed = fx(() -> bars(card, "times-missed"));
        double line = fx(() -> target(card).getStartX());
        assertThat(kept).hasSize(2);
        assertThat(missed)
                .as("the rest of the bucket with the target, and the one beyond")
                .hasSize(2);
        assertThat(kept).allMatch(bar -> bar.getX() + bar.getWidth() <= line);
        assertThat(missed).allMatch(bar -> bar.getX() >= line);
        assertThat(kept.getFirst().getHeight()).isEqualTo(2 * kept.getLast().getHeight());
        assertThat(missed.getFirst().getHeight()).isEqualTo(kept.getLast().getHeight());
        assertThat(kept.getLast().getX() + kept.getLast().getWidth())
                .isEqualTo(missed.getFirst().getX());
    }

    @Test
    void shouldTellInWordsWhatIsDrawn() {
        showThreeBuckets();
        Node card = fx(() -> card("frame"));
        assertThat(fx(() -> told(card))).isEqualTo("100 times, 90.00 % below 15.0 ms");
        assertThat(fx(card::getAccessibleText))
                .isEqualTo("frame: 100 times, 90.00 % below 15.0 ms. 2 ms to 5 ms: 60, up to here 60.00 %;"
                        + " 10 ms to 20 ms: 30, up to here 90.00 %; 20 ms to 50 ms: 10, up to here 100.00 %");
    }

    @Test
    void shouldTellOfABucketByMouseAndByKeys() {
        showThreeBuckets();
        Node card = fx(() -> card("frame"));
        Rectangle second = fx(() -> bars(card, "times-kept").get(1));
        fx(() -> plot(card).fireEvent(moved(second.getX() + 1)));
        assertThat(fx(() -> told(card))).isEqualTo("10 ms to 20 ms: 30, up to here 90.00 %");
        fx(() -> card.fireEvent(pressed(KeyCode.RIGHT)));
        assertThat(fx(() -> told(card))).isEqualTo("20 ms to 50 ms: 10, up to here 100.00 %");
        fx(() -> card.fireEvent(pressed(KeyCode.RIGHT)));
        assertThat(fx(() -> told(card))).startsWith("20 ms to 50 ms");
        fx(() -> card.fireEvent(pressed(KeyCode.LEFT)));
        fx(() -> card.fireEvent(pressed(KeyCode.LEFT)));
        assertThat(fx(() -> told(card))).isEqualTo("5 ms to 10 ms: 0, up to here 60.00 %");
    }

    private static MouseEvent moved(double x) {
        return new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                x,
                10,
                0,
                0,
                null,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    private static KeyEvent pressed(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    @Test
    void shouldDrawAgainOnlyWhereTimesWereAdded() {
        showThreeBuckets();
        record(Metric.QUERY, 1, 40L * MS);
        monitor.update();
        await("the other", () -> card("query").isVisible());
        List<Node> before = fx(() -> List.copyOf(plot(card("frame")).getChildren()));
        record(Metric.QUERY, 1, 90L * MS);
        monitor.update();
        await("it grows", () -> bars(card("query"), "times-plain").size() == 2);
        assertThat(fx(() -> List.copyOf(plot(card("frame")).getChildren()))).isEqualTo(before);

        record(Metric.FRAME, 1, 90L * MS);
        monitor.update();
        await("it is drawn again", () -> told(card("frame")).startsWith("101 times"));
        assertThat(fx(() -> List.copyOf(plot(card("frame")).getChildren()))).doesNotContainAnyElementsOf(before);
    }

    @Test
    void shouldDrawNothingWhileHidden() {
        showThreeBuckets();
        Node card = fx(() -> card("frame"));
        fx(() -> window.getChildren().clear());
        record(Metric.FRAME, 5, 3L * MS);
        monitor.update();
        fx(() -> {}); // after what the update may have left to do
        assertThat(fx(() -> told(card))).startsWith("100 times");
        fx(() -> window.getChildren().add(view));
        assertThat(fx(() -> told(card))).startsWith("105 times");
    }
}
