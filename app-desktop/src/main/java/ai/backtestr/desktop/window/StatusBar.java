package ai.backtestr.desktop.window;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.tasklist.TaskIndicator;
import ai.backtestr.engine.monitor.Metric;
import ai.backtestr.engine.monitor.Reading;
import ai.backtestr.engine.run.BacktestResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What goes on: the last message or error, the work under way with its progress and a way to cancel it, how fast
/// the last run was, what memory is in use, and how long the last frame of a chart took to build.
final class StatusBar extends HBox {
    private static final double TOLD_WIDTH = 600;
    private static final double MESSAGE_WIDTH = 200;
    private static final double SHARE_OF_ALERTS = 0.25;
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Label message = new Label();
    private final Label speed = new Label();
    private final Label memory = new Label();
    private final Label frame = new Label();
    private long frameNs;

    /// @param notice what the user is to know for the whole session; empty for nothing
    /// @param onTasks shows the list of tasks
    /// @param onDetails shows what else is known of the error that is told
    StatusBar(Tasks tasks, ObservableValue<String> notice, Runnable onTasks, Runnable onDetails) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        message.setId("message");
        message.setMinWidth(MESSAGE_WIDTH);
        message.textProperty().bind(tasks.message());
        Tooltip told = new Tooltip();
        told.textProperty().bind(tasks.message());
        told.setWrapText(true);
        told.setMaxWidth(TOLD_WIDTH);
        message.setTooltip(told);
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
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        message,
                        details(tasks, onDetails),
                        lasting,
                        space,
                        new TaskIndicator(tasks.list(), onTasks),
                        speed,
                        memory,
                        frame);
    }

    private static Hyperlink details(Tasks tasks, Runnable onDetails) {
        Hyperlink details = new Hyperlink("Details");
        details.setId("message-details");
        details.setMinWidth(USE_PREF_SIZE);
        details.setTooltip(new Tooltip("What is known of the error, to be copied, and ways to the log"));
        details.visibleProperty().bind(tasks.failed());
        details.managedProperty().bind(tasks.failed());
        details.setOnAction(event -> {
            details.setVisited(false);
            onDetails.run();
        });
        return details;
    }

    /// Shows which targets of performance are missed, for as long as any is.
    void showAlerts(ObservableValue<String> alerts) {
        Label label = new Label();
        label.setId("alerts");
        label.textProperty().bind(alerts);
        Tooltip inFull = new Tooltip();
        inFull.textProperty().bind(alerts);
        label.setTooltip(inFull);
        label.maxWidthProperty().bind(widthProperty().multiply(SHARE_OF_ALERTS));
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
