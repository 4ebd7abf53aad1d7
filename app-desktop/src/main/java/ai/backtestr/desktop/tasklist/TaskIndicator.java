package ai.backtestr.desktop.tasklist;

import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// The work under way in one line: what has run for longest with its progress and a way to stop it, and how many
/// there are, which opens the list. Takes no room while there is nothing to tell. FX thread only.
public final class TaskIndicator extends HBox {
    private static final Duration POLL = Duration.millis(100);
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final double BAR_WIDTH = 110;

    private final TaskList tasks;
    private final Label work = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button("Cancel");
    private final Button all = new Button();
    private final Timeline poll = new Timeline();

    /// @param onOpen shows the list
    public TaskIndicator(TaskList tasks, Runnable onOpen) {
        this.tasks = tasks;
        getStyleClass().add("task-indicator");
        setAlignment(Pos.CENTER_LEFT);
        work.setId("task-title");
        progress.setId("task-progress");
        progress.setPrefWidth(BAR_WIDTH);
        progress.setMinWidth(BAR_WIDTH / 2);
        progress.setAccessibleText("Progress");
        cancel.setId("task-cancel");
        cancel.getStyleClass().addAll("small", "flat");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> tasks.oldest().ifPresent(TaskEntry::cancel));
        all.setId("task-count");
        all.getStyleClass().addAll("small", "flat");
        all.setMinWidth(USE_PREF_SIZE);
        all.setTooltip(new Tooltip("Shows all background tasks"));
        all.setOnAction(event -> {
            tasks.failuresSeen();
            onOpen.run();
        });
        getChildren().addAll(work, progress, cancel, all);
        for (Node part : getChildren()) {
            part.managedProperty().bind(part.visibleProperty());
        }
        poll.getKeyFrames().add(new KeyFrame(POLL, event -> tasks.look()));
        poll.setCycleCount(Animation.INDEFINITE);
        tasks.busy().subscribe(this::poll);
        tasks.looks().subscribe((before, now) -> show());
        tasks.failures().subscribe((before, now) -> show());
        show();
    }

    private void poll(boolean busy) {
        if (busy) {
            poll.play();
        } else {
            poll.stop();
        }
    }

    private void show() {
        Optional<TaskEntry> oldest = tasks.oldest();
        for (Node part : List.of(work, progress, cancel)) {
            part.setVisible(oldest.isPresent());
        }
        oldest.ifPresent(this::show);
        int running = tasks.count();
        int failed = tasks.failures().get();
        all.setVisible(running > 0 || failed > 0);
        all.pseudoClassStateChanged(FAILED, failed > 0);
        all.setText(failed > 0 ? failed + " failed" : running == 1 ? "1 task" : running + " tasks");
    }

    private void show(TaskEntry entry) {
        String words = entry.words();
        work.setText(words.isEmpty() ? entry.title() : entry.title() + ": " + words);
        progress.setProgress(entry.share() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : entry.share());
        cancel.setVisible(entry.canCancel());
    }
}
