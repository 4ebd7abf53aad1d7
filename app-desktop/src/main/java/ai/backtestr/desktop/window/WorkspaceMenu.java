package ai.backtestr.desktop.window;

import ai.backtestr.desktop.layout.WorkspaceLayout;
import ai.backtestr.desktop.layout.Workspaces;
import ai.backtestr.desktop.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/// What can be done with workspaces, as a menu. FX thread only.
final class WorkspaceMenu {
    private final WorkspaceDesk desk;
    private final Tasks tasks;
    private final Window owner;

    WorkspaceMenu(WorkspaceDesk desk, Tasks tasks, Window owner) {
        this.desk = desk;
        this.tasks = tasks;
        this.owner = owner;
    }

    /// Returns the items as they are now.
    List<MenuItem> items() {
        Workspaces now = desk.now();
        List<MenuItem> items = new ArrayList<>();
        ToggleGroup group = new ToggleGroup();
        for (WorkspaceLayout layout : now.all()) {
            RadioMenuItem item = new RadioMenuItem(layout.name());
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(layout.name().equals(now.current()));
            item.setOnAction(event -> attempt(() -> desk.open(layout.name())));
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        items.add(item("Save as…", () -> ask("Save this workspace as", now.freeName(), this::asNew, desk::saveAs)));
        items.add(item(
                "Rename…", () -> ask("Rename this workspace to", now.current(), desk.now()::renamed, desk::rename)));
        MenuItem delete = item(
                "Delete…",
                () -> confirm(
                        "Delete the workspace '" + now.current()
                                + "'? Data and runs stay; until the window closes, Undo brings it back.",
                        "Delete",
                        desk::delete));
        delete.setDisable(now.all().size() == 1);
        items.add(delete);
        items.add(item(
                "Reset to default…",
                () -> confirm(
                        "Arrange '" + now.current() + "' as at the first start, with one chart?",
                        "Reset",
                        desk::reset)));
        return items;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private Workspaces asNew(String name) {
        Workspaces now = desk.now();
        return now.withNew(now.shown().named(name));
    }

    /// @param trial what it would come to, or why it does not fit
    private void ask(String question, String proposed, Function<String, Workspaces> trial, Consumer<String> action) {
        new TextQuestion(owner, "workspace-dialog", "Workspace", question, "Name", proposed)
                .ask(name -> problem(trial, name))
                .ifPresent(name -> attempt(() -> action.accept(name)));
    }

    private static String problem(Function<String, Workspaces> trial, String name) {
        try {
            var _ = trial.apply(name);
            return "";
        } catch (ProblemException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void confirm(String question, String verb, Runnable action) {
        ButtonType confirmed = new ButtonType(verb, ButtonBar.ButtonData.OK_DONE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, question, ButtonType.CANCEL, confirmed);
        alert.initOwner(owner);
        alert.getDialogPane().setId("workspace-confirmation");
        alert.setTitle("Workspace");
        alert.setHeaderText(null);
        alert.setGraphic(null);
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        if (alert.showAndWait().filter(confirmed::equals).isPresent()) {
            attempt(action);
        }
    }

    /// Another arrangement takes the keyboard; where it was is still there, it goes back.
    private void attempt(Runnable action) {
        Node before = owner.getScene().getFocusOwner();
        try {
            action.run();
            if (before != null && Objects.equals(before.getScene(), owner.getScene())) {
                before.requestFocus();
            }
        } catch (ProblemException e) {
            tasks.tellError(String.valueOf(e.getMessage()));
        }
    }
}
