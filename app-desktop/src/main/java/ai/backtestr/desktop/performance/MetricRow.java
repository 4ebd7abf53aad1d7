package ai.backtestr.desktop.performance;

import ai.backtestr.engine.monitor.Metric;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.monitor.Reading;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/// A metric's line in the performance view: figures, whether its target is kept, and how it went over the last
/// minute. FX thread only.
final class MetricRow {
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");
    private static final PseudoClass KEPT = PseudoClass.getPseudoClass("kept");
    private static final int SECONDS = 60;
    private static final double WIDTH = 120;
    private static final double HEIGHT = 20;

    private final Label[] labels = new Label[7];
    private final Polyline line = new Polyline();
    private final Pane picture = new Pane(line);
    private final Deque<Double> values = new ArrayDeque<>();

    MetricRow(Metric metric) {
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new Label();
            labels[i].setMinWidth(Region.USE_PREF_SIZE);
        }
        labels[2].getStyleClass().add("metric-value");
        labels[6].getStyleClass().add("metric-value");
        labels[2].setId("metric-" + metric.name().toLowerCase(java.util.Locale.ROOT));
        line.getStyleClass().add("sparkline");
        picture.setMinSize(WIDTH, HEIGHT);
        picture.setMaxSize(WIDTH, HEIGHT);
    }

    Node[] cells() {
        Node[] cells = new Node[labels.length + 1];
        System.arraycopy(labels, 0, cells, 0, labels.length);
        cells[labels.length] = picture;
        return cells;
    }

    void show(Reading reading, Monitor monitor) {
        List<String> texts = MonitorText.rows(List.of(reading), monitor).getFirst();
        for (int i = 0; i < labels.length; i++) {
            labels[i].setText(texts.get(i));
        }
        boolean hasTarget = !texts.get(5).isEmpty();
        boolean missed = texts.get(6).equals(MonitorText.MISSED);
        for (Label label : List.of(labels[2], labels[6])) {
            label.pseudoClassStateChanged(MISSED, hasTarget && missed);
            label.pseudoClassStateChanged(KEPT, hasTarget && !missed);
        }
        values.addLast(reading.value());
    }

    /// Goes on by a second.
    ///
    /// @param unmeasured whether there was nothing to measure in it
    void moveOn(boolean unmeasured) {
        if (unmeasured) {
            values.addLast(Double.NaN);
        }
        while (values.size() > SECONDS) {
            values.removeFirst();
        }
        draw();
    }

    private void draw() {
        double most = values.stream()
                .filter(value -> !value.isNaN())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        line.getPoints().clear();
        int at = SECONDS - values.size();
        for (double value : values) {
            if (!Double.isNaN(value) && most > 0) {
                line.getPoints().addAll(WIDTH * at / (SECONDS - 1), HEIGHT - 1 - (HEIGHT - 2) * value / most);
            }
            at++;
        }
    }
}
