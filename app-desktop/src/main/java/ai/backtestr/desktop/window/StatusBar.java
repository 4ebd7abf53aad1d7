package ai.backtestr.desktop.window;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskProgress;
import ai.backtestr.engine.monitor.Metric;
import ai.backtestr.engine.monitor.Reading;
import ai.backtestr.engine.run.BacktestResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What goes on: the last message or error, the work under way with its progress and a way to cancel it, how fast
/// the last run was, what memory is in use, and how long the last frame of a chart took to build.
final class StatusBar extends HBox {
    private static final Duration POLL = Duration.millis(100);
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Label message = new Label();
    private final Label work = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button("Cancel");
    private final Label speed = new Label();
    private final Label memory = new Label();
    private final Label frame = new Label();
    private final Timeline poll = new Timeline();
    private @Nullable BackgroundTask<?> task;
    private long frameNs;

    /// @param notice what the user is to know for the whole session; empty for nothing
    StatusBar(Tasks tasks, ObservableValue<String> notice) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        message.setId("message");
        cancel.getStyleClass().addAll("small", "flat");
        cancel.setOnAction(event -> tasks.cancelAll());
        progress.setPrefWidth(140);
        message.textProperty().bind(tasks.message());
        tasks.failed().subscribe(failed -> message.pseudoClassStateChanged(FAILED, failed));
        Label lasting = new Label();
        lasting.setId("notice");
        lasting.textProperty().bind(notice);
        Tooltip inFull = new Tooltip();
        inFull.textProperty().bind(notice);
        lasting.setTooltip(inFull);
        for (Label figure : List.of(speed, memory, frame)) {
            figure.getStyleClass().add("note");
            figure.setMinWidth(USE_PREF_SIZE);
            figure.managedProperty().bind(figure.textProperty().isNotEmpty());
        }
        speed.setId("run-speed");
        speed.setTooltip(new Tooltip("How fast the run on screen was"));
        memory.setId("memory");
        memory.setTooltip(new Tooltip("Heap in use, pages of ticks in memory, and how short of memory the machine is:"
                + " 100 % is none left"));
        for (Node part : List.of(work, progress, cancel)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(message, lasting, space, work, progress, cancel, speed, memory, frame);
        poll.getKeyFrames().add(new KeyFrame(POLL, event -> update()));
        poll.setCycleCount(Animation.INDEFINITE);
        tasks.current().subscribe(this::show);
    }

    private void show(@Nullable BackgroundTask<?> current) {
        task = current;
        if (current == null) {
            poll.stop();
            showWork(false);
        } else {
            // What is done before the first look at it, as most runs are while a slider moves, is not shown at all.
            poll.play();
        }
    }

    private void showWork(boolean busy) {
        work.setVisible(busy);
        progress.setVisible(busy);
        cancel.setVisible(busy);
    }

    private void update() {
        if (task == null) {
            return;
        }
        showWork(true);
        TaskProgress now = task.progress();
        boolean isKnown = now.total() > 0;
        progress.setProgress(isKnown ? (double) now.done() / now.total() : ProgressBar.INDETERMINATE_PROGRESS);
        work.setText(isKnown ? task.title() + ": " + FigureText.count(now.done()) + " " + now.unit() : task.title());
    }

    /// Shows which targets of performance are missed, for as long as any is.
    void showAlerts(ObservableValue<String> alerts) {
        Label label = new Label();
        label.setId("alerts");
        label.textProperty().bind(alerts);
        Tooltip inFull = new Tooltip();
        inFull.textProperty().bind(alerts);
        label.setTooltip(inFull);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        getChildren().add(getChildren().indexOf(speed), label);
    }

    /// Shows how fast the run on screen was.
    void showRuns(ObservableValue<@Nullable BacktestResult> result) {
        result.subscribe(run -> speed.setText(
                run == null
                        ? ""
                        : FigureText.count(Math.round(run.ticksPerSecond()))
                                + (run.barData() == null ? " ticks/s" : " bars/s")));
    }

    /// Shows what memory is in use, and how short the machine is of it.
    void showMemory(List<Reading> readings) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        readings.forEach(reading -> values.put(reading.metric(), reading.value()));
        StringBuilder text = new StringBuilder();
        append(text, "heap", Metric.HEAP, values, 1, " %");
        append(text, "pages", Metric.OFF_HEAP, values, 1e6, " MB");
        append(text, "memory", Metric.MEMORY, values, 1, " %");
        // A label that is set costs a pulse, also to the same text.
        if (!memory.getText().contentEquals(text)) {
            memory.setText(text.toString());
        }
    }

    private static void append(
            StringBuilder text, String name, Metric metric, Map<Metric, Double> values, double unit, String suffix) {
        Double value = values.get(metric);
        if (value != null) {
            text.append(text.isEmpty() ? "" : " · ")
                    .append(name)
                    .append(' ')
                    .append(Math.round(value / unit))
                    .append(suffix);
        }
    }

    /// Takes in how long the chart took to build a frame. Shown at the next message or at most ten times a second,
    /// since a label that changes costs a pulse itself.
    void framePainted(long nanoseconds) {
        long before = frameNs;
        frameNs = nanoseconds;
        if (Math.abs(nanoseconds - before) > 200_000) {
            frame.setText(String.format(Locale.ROOT, "frame %.1f ms", nanoseconds / 1e6));
        }
    }
}
