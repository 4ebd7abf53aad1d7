package ai.backtestr.desktop.tasklist;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A line of the list of tasks. FX thread only.
final class TaskCell extends ListCell<TaskEntry> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final double BAR_WIDTH = 160;

    private final Label title = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Label words = new Label();
    private final Button cancel = new Button("Cancel");
    private final HBox line = new HBox();

    TaskCell() {
        title.getStyleClass().add("task-name");
        title.setMinWidth(Region.USE_PREF_SIZE);
        words.getStyleClass().add("task-words");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        progress.setMinWidth(BAR_WIDTH);
        progress.setPrefWidth(BAR_WIDTH);
        cancel.getStyleClass().addAll("small", "flat");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> {
            if (getItem() != null) {
                getItem().cancel();
            }
        });
        progress.managedProperty().bind(progress.visibleProperty());
        line.getStyleClass().add("task-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().addAll(title, progress, words, cancel);
    }

    @Override
    protected void updateItem(@Nullable TaskEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setGraphic(entry == null || empty ? null : line);
        if (entry != null && !empty) {
            show(entry);
        }
    }

    /// Shows how far it is now.
    void refresh() {
        if (getItem() != null && !isEmpty()) {
            show(getItem());
        }
    }

    private void show(TaskEntry entry) {
        boolean running = entry.state() == TaskEntry.State.RUNNING;
        title.setText(entry.title());
        words.setText(entry.words());
        words.pseudoClassStateChanged(FAILED, entry.state() == TaskEntry.State.FAILED);
        progress.setVisible(running);
        progress.setProgress(running && entry.share() >= 0 ? entry.share() : ProgressBar.INDETERMINATE_PROGRESS);
        cancel.setVisible(entry.canCancel());
        cancel.setAccessibleText("Cancel " + entry.title());
        setAccessibleText(entry.title() + ", " + entry.state().name().toLowerCase(Locale.ROOT) + ", " + entry.words());
    }
}
