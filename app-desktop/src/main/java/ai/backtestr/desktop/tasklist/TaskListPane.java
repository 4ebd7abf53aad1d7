package ai.backtestr.desktop.tasklist;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// All work in the background: what is under way with its progress, time left and a way to stop it, and how the
/// rest ended. Of what failed the details are shown while it is selected. FX thread only.
public final class TaskListPane extends BorderPane {
    private final TaskList tasks;
    private final ListView<TaskEntry> list;
    private final TextArea details = new TextArea();
    private final SplitPane parts = new SplitPane();
    private final Set<TaskCell> cells = new LinkedHashSet<>();

    /// @param onLogFolder shows where the log is
    public TaskListPane(TaskList tasks, Runnable onLogFolder) {
        this.tasks = tasks;
        list = new ListView<>(tasks.entries());
        list.setId("task-list");
        list.setAccessibleText("Background tasks");
        list.setPlaceholder(new Label("Nothing runs, and nothing has run for long."));
        list.setCellFactory(ignored -> {
            TaskCell cell = new TaskCell();
            cells.add(cell);
            return cell;
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.getSelectionModel().selectedItemProperty().subscribe(this::showDetails);
        details.setId("task-details");
        details.setEditable(false);
        details.getStyleClass().add("explanation");
        details.setAccessibleText("Why it failed");
        parts.setOrientation(Orientation.HORIZONTAL);
        parts.getItems().add(list);
        setTop(bar(onLogFolder));
        setCenter(parts);
        tasks.looks().subscribe((before, now) -> refresh());
    }

    private HBox bar(Runnable onLogFolder) {
        Button clear = new Button("Clear ended");
        clear.setId("tasks-clear");
        clear.disableProperty().bind(Bindings.isEmpty(tasks.entries()));
        clear.setOnAction(event -> tasks.clearEnded());
        Button folder = new Button("Open log folder");
        folder.setId("tasks-log-folder");
        folder.setOnAction(event -> onLogFolder.run());
        HBox bar = new HBox(clear, folder);
        bar.getChildren().forEach(button -> button.getStyleClass().addAll("small", "flat"));
        bar.getStyleClass().add("part-bar");
        return bar;
    }

    private void pressed(KeyEvent event) {
        TaskEntry chosen = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.DELETE && chosen != null) {
            chosen.cancel();
            event.consume();
        }
    }

    private void refresh() {
        if (getScene() != null) {
            cells.forEach(TaskCell::refresh);
            showDetails(list.getSelectionModel().getSelectedItem());
        }
    }

    private void showDetails(@Nullable TaskEntry chosen) {
        String text = chosen == null ? "" : chosen.details();
        if (!details.getText().equals(text)) {
            details.setText(text);
        }
        if (text.isEmpty()) {
            parts.getItems().remove(details);
        } else if (!parts.getItems().contains(details)) {
            parts.getItems().add(details);
        }
    }
}
