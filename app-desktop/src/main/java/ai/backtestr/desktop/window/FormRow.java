package ai.backtestr.desktop.window;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A name, the control that sets it, and under both what is wrong with the value.
final class FormRow extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Label problem = new Label();
    private final Control control;
    private final String help;

    /// @param name what stands before it
    /// @param help what the value means and which there are
    /// @param control what it is set with
    FormRow(String name, String help, Control control) {
        this.control = control;
        this.help = help;
        Label label = new Label(name);
        label.getStyleClass().add("form-name");
        label.setLabelFor(control);
        label.setTooltip(new Tooltip(help));
        control.setTooltip(new Tooltip(help));
        control.setAccessibleText(name);
        control.setAccessibleHelp(help);
        problem.setId("problem-" + control.getId());
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        getStyleClass().add("form-row");
        HBox line = new HBox(label, control);
        line.getStyleClass().add("form-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, problem);
    }

    /// Returns a row in which text is typed, with what is wrong with it under it.
    ///
    /// @param field what the field is found by
    static FormRow typed(String field, StringProperty text, String name, String help, ObservableValue<String> problem) {
        return typed(field, text, name, help, problem, "");
    }

    /// The same.
    ///
    /// @param unlessTyped what an empty field stands for
    static FormRow typed(
            String field,
            StringProperty text,
            String name,
            String help,
            ObservableValue<String> problem,
            String unlessTyped) {
        TextField input = ParameterRow.field(text);
        input.setId("field-" + field);
        input.setPromptText(unlessTyped);
        input.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(input, Priority.ALWAYS);
        FormRow row = new FormRow(name, help, input);
        row.follow(problem);
        return row;
    }

    /// Puts something between the name and the control.
    void insert(Node node) {
        ((HBox) getChildren().getFirst()).getChildren().add(1, node);
    }

    /// Shows what is wrong, and nothing where that is empty.
    Subscription follow(ObservableValue<String> text) {
        return text.subscribe(this::show);
    }

    /// Shows what is wrong, and nothing where that is empty.
    void show(String text) {
        boolean isWrong = !text.isEmpty();
        problem.setText(text);
        problem.setVisible(isWrong);
        problem.setManaged(isWrong);
        control.pseudoClassStateChanged(DANGER, isWrong);
        control.setAccessibleHelp(isWrong ? text + ". " + help : help);
    }
}
