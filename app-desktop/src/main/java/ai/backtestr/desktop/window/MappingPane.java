package ai.backtestr.desktop.window;

import ai.backtestr.data.imports.ColumnChoice;
import ai.backtestr.data.imports.FileColumns;
import ai.backtestr.desktop.window.ImportForm.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The columns of the first file to import, each with its name, its first values and a choice of what it is. A
/// choice is written into the form's field of columns, and what is typed there is chosen here. FX thread only.
final class MappingPane extends VBox {
    private static final double HEIGHT = 196;
    private static final double ROW_HEIGHT = 30;
    private static final double MARGINS = 16;
    private static final double VALUES_WIDTH = 300;
    private static final double CHOICE_WIDTH = 150;

    private static final StringConverter<String> WORDS = new StringConverter<>() {
        @Override
        public String toString(String role) {
            return role == null || role.isEmpty() ? "not read" : role.replace('_', ' ');
        }

        @Override
        public String fromString(String words) {
            return words.replace(' ', '_');
        }
    };

    private final ImportForm form;
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Label problem = new Label();
    private final List<ComboBox<String>> choices = new ArrayList<>();
    private FileColumns file = FileColumns.NONE;
    private List<String> offered = List.of();
    private boolean adjusting;

    MappingPane(ImportForm form) {
        this.form = form;
        setId("import-mapping");
        getStyleClass().add("mapping");
        Label title = new Label("Columns of the file");
        title.getStyleClass().add("card-title");
        Button again = new Button("Find out again");
        again.setId("mapping-reset");
        again.getStyleClass().addAll("small", "flat");
        again.setTooltip(new Tooltip("Leaves it to the file what its columns are"));
        again.setOnAction(event -> form.text(Field.COLUMNS).set(""));
        again.disableProperty().bind(form.text(Field.COLUMNS).isEmpty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(title, space, again);
        line.setAlignment(Pos.CENTER_LEFT);
        problem.setId("mapping-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.textProperty().bind(form.problem(Field.COLUMNS));
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        grid.getStyleClass().add("mapping-grid");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        getChildren().addAll(line, scroll, problem);
        form.text(Field.COLUMNS).subscribe(this::chooseTyped);
        show(FileColumns.NONE, false);
    }

    /// Shows the columns of a file; takes no room if it has none.
    ///
    /// @param bars whether they are columns of bars
    void show(FileColumns columns, boolean bars) {
        List<String> roles = Stream.concat(
                        Stream.of(""), (bars ? ColumnChoice.barRoles() : ColumnChoice.tickRoles()).stream())
                .toList();
        boolean isNew = !rows(columns).equals(rows(file)) || !roles.equals(offered);
        file = columns;
        offered = roles;
        setVisible(!columns.columns().isEmpty());
        setManaged(isVisible());
        if (isNew) {
            fill();
        }
        chooseTyped();
    }

    /// Returns what stands in the file, whatever it is taken for.
    private static List<List<String>> rows(FileColumns columns) {
        return columns.columns().stream()
                .map(column -> Stream.concat(Stream.of(column.name()), column.values().stream())
                        .toList())
                .toList();
    }

    private void fill() {
        double height = Math.min(HEIGHT, MARGINS + file.columns().size() * ROW_HEIGHT);
        scroll.setPrefHeight(height);
        scroll.setMinHeight(height);
        grid.getChildren().clear();
        choices.clear();
        for (int place = 0; place < file.columns().size(); place++) {
            FileColumns.Column column = file.columns().get(place);
            Label number = new Label(Integer.toString(place));
            number.getStyleClass().add("note");
            Label name = new Label(column.name().isEmpty() ? "column " + place : column.name());
            name.setMinWidth(USE_PREF_SIZE);
            Label values = new Label(String.join("   ", column.values()));
            values.getStyleClass().add("note");
            values.setPrefWidth(VALUES_WIDTH);
            values.setTooltip(new Tooltip(String.join("\n", column.values())));
            GridPane.setHgrow(values, Priority.ALWAYS);
            grid.addRow(place, number, name, choice(place, name.getText()), values);
        }
    }

    private ComboBox<String> choice(int place, String name) {
        ComboBox<String> choice = new ComboBox<>();
        choice.setId("mapping-" + place);
        choice.getStyleClass().add("small");
        choice.getItems().setAll(offered);
        choice.setConverter(WORDS);
        choice.setPrefWidth(CHOICE_WIDTH);
        choice.setMinWidth(CHOICE_WIDTH);
        choice.setAccessibleText("What " + name + " is");
        choice.valueProperty().subscribe((before, now) -> chosen(place, now));
        choices.add(choice);
        return choice;
    }

    private void chosen(int place, String role) {
        if (!adjusting && role != null) {
            String now = mapping().with(place, role).text();
            form.text(Field.COLUMNS).set(now);
        }
    }

    /// Returns what is typed, or where nothing is, what the columns are taken for.
    private ColumnMapping mapping() {
        String typed = form.text(Field.COLUMNS).get();
        return typed.isBlank() ? ColumnMapping.found(file) : ColumnMapping.typed(typed, file);
    }

    private void chooseTyped() {
        List<String> roles = mapping().roles();
        adjusting = true;
        for (int place = 0; place < choices.size(); place++) {
            choices.get(place).setValue(roles.get(place));
        }
        adjusting = false;
    }
}
