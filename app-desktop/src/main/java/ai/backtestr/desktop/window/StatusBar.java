package ai.backtestr.desktop.window;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskProgress;
import java.util.List;
import java.util.Locale;
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

/// What goes on: the last message or error, the work under way with its progress and a way to cancel it, and how
/// long the chart's last frame took to build.
final class StatusBar extends HBox {
    private static final Duration POLL = Duration.millis(100);
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Label message = new Label();
    private final Label work = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button("Cancel");
    private final Label frame = new Label();
    private final Timeline poll = new Timeline();
    private @Nullable BackgroundTask<?> task;
    private long frameNs;

    /// @param notice what the user is to know for the whole session; empty for nothing
    StatusBar(Tasks tasks, ObservableValue<String> notice) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        message.setId("message");
        frame.getStyleClass().add("note");
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
        frame.setMinWidth(USE_PREF_SIZE);
        for (Node part : List.of(work, progress, cancel)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(message, lasting, space, work, progress, cancel, frame);
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
        getChildren().add(getChildren().indexOf(frame), label);
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
