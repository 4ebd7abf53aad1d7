package ai.backtestr.desktop.window;

import ai.backtestr.desktop.layout.WorkspaceLayout;
import ai.backtestr.desktop.layout.Workspaces;
import ai.backtestr.desktop.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.ToggleGroup;
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
        items.add(item("Save as…", () -> ask("Save this workspace as", "", desk::saveAs)));
        items.add(item("Rename…", () -> ask("Rename this workspace to", now.current(), desk::rename)));
        MenuItem delete = item(
                "Delete…",
                () -> confirm(
                        "Delete the workspace '" + now.current()
                                + "'? Charts and places are lost; data and runs are not.",
                        desk::delete));
        delete.setDisable(now.all().size() == 1);
        items.add(delete);
        items.add(item(
                "Reset to default…",
                () -> confirm("Arrange '" + now.current() + "' as at the first start, with one chart?", desk::reset)));
        return items;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void ask(String question, String proposed, Consumer<String> action) {
        TextInputDialog dialog = new TextInputDialog(proposed);
        dialog.initOwner(owner);
        dialog.setTitle("Workspace");
        dialog.setHeaderText(question);
        dialog.setGraphic(null);
        dialog.getEditor().setAccessibleText("Name");
        dialog.showAndWait().ifPresent(name -> attempt(() -> action.accept(name)));
    }

    private void confirm(String question, Runnable action) {
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, question);
        alert.initOwner(owner);
        alert.setTitle("Workspace");
        alert.setHeaderText(null);
        Optional<ButtonType> answer = alert.showAndWait();
        if (answer.filter(ButtonType.OK::equals).isPresent()) {
            attempt(action);
        }
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (ProblemException e) {
            tasks.tellError(String.valueOf(e.getMessage()));
        }
    }
}
