package ai.backtestr.desktop.about;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/// Versions, and what the program is made of with the licences. The window can be used beside it. FX thread only.
public final class AboutDialog {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 520;

    private AboutDialog() {}

    /// Opens it over `owner`.
    ///
    /// @param components what the program is made of
    /// @param home the home folder
    public static void show(Window owner, List<Component> components, Path home) {
        Map<String, String> facts = AboutText.facts(components, home);
        Dialog<Void> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle("About BackTestr");
        dialog.setResizable(true);
        ButtonType copy = new ButtonType("Copy", ButtonBar.ButtonData.LEFT);
        dialog.getDialogPane().setId("about");
        dialog.getDialogPane().getButtonTypes().setAll(copy, ButtonType.CLOSE);
        dialog.getDialogPane().setPrefSize(WIDTH, HEIGHT);
        dialog.getDialogPane().setContent(content(facts, components));
        dialog.getDialogPane().lookupButton(copy).setId("about-copy");
        dialog.getDialogPane().lookupButton(copy).addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, AboutText.of(facts, components)));
        });
        dialog.show();
    }

    private static VBox content(Map<String, String> facts, List<Component> components) {
        GridPane rows = new GridPane();
        rows.getStyleClass().add("about-facts");
        facts.forEach((name, value) -> {
            Label title = new Label(name);
            title.getStyleClass().add("note");
            title.setMinWidth(Label.USE_PREF_SIZE);
            Label text = new Label(value);
            text.setWrapText(true);
            rows.addRow(rows.getRowCount(), title, text);
        });
        FilteredList<Component> found = new FilteredList<>(FXCollections.observableArrayList(components));
        TextField search = new TextField();
        search.setId("about-search");
        search.setPromptText("Search components and licences");
        search.setAccessibleText("Search components and licences");
        search.textProperty().subscribe((before, now) -> found.setPredicate(component -> component.matches(now)));
        Label licence = new Label("BackTestr is licensed under the Apache License 2.0. It is built on:");
        TableView<Component> table = table(found);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox content = new VBox(rows, licence, search, table);
        content.getStyleClass().add("about");
        return content;
    }

    private static TableView<Component> table(FilteredList<Component> components) {
        TableView<Component> table = new TableView<>(components);
        table.setId("about-components");
        table.setAccessibleText("Components and their licences");
        table.setPlaceholder(new Label("Nothing is called so."));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Component", 260, Component::name));
        table.getColumns().add(column("Version", 96, Component::version));
        table.getColumns().add(column("Licence", 190, Component::licences));
        table.getColumns().add(column("More", 170, Component::site));
        return table;
    }

    private static TableColumn<Component, String> column(String title, double width, Function<Component, String> text) {
        TableColumn<Component, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }
}
