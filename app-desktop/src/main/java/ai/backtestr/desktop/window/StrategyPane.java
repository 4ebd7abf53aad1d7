package ai.backtestr.desktop.window;

import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The strategy, its parameters, the account, and the button that runs it. The fields of a strategy are made from
/// what it declares.
final class StrategyPane extends VBox {
    private final Workbench workbench;
    private final Label description = new Label();
    private final VBox parameters = form();
    private final List<ParameterRow> rows = new ArrayList<>();

    StrategyPane(Workbench workbench) {
        this.workbench = workbench;
        getStyleClass().add("side-pane");
        setId("strategy");
        description.setWrapText(true);
        description.getStyleClass().add("note");
        getChildren()
                .addAll(
                        title("Strategy"),
                        strategies(),
                        description,
                        parameters,
                        title("Account"),
                        account(workbench.form()),
                        runLine());
        workbench.form().strategy().subscribe(this::showParameters);
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().addAll("pane-title", "pane-header");
        return title;
    }

    private static VBox form() {
        VBox form = new VBox();
        form.getStyleClass().add("form");
        return form;
    }

    private ComboBox<StrategyDefinition> strategies() {
        ComboBox<StrategyDefinition> choice =
                new ComboBox<>(FXCollections.observableArrayList(BuiltInStrategies.all()));
        choice.setId("strategy-choice");
        choice.setAccessibleText("Strategy");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new TitleConverter());
        choice.valueProperty().bindBidirectional(workbench.form().strategy());
        choice.setOnAction(event -> workbench.settle());
        return choice;
    }

    private static VBox account(StrategyForm form) {
        VBox account = form();
        account.getChildren()
                .addAll(
                        accountRow(form, StrategyForm.CASH, form.cash(), "Cash", "What the account starts with."),
                        accountRow(
                                form,
                                StrategyForm.LEVERAGE,
                                form.leverage(),
                                "Leverage",
                                "How many times its equity the account may hold: 1 to 1000. Orders beyond are"
                                        + " rejected."),
                        accountRow(
                                form,
                                StrategyForm.COMMISSION,
                                form.commission(),
                                "Commission",
                                "none, or a percentage of what is traded, like 0.1%"));
        return account;
    }

    private static FormRow accountRow(StrategyForm form, String field, StringProperty text, String title, String help) {
        TextField input = ParameterRow.field(text);
        input.setId("field-" + field);
        input.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(input, Priority.ALWAYS);
        FormRow row = new FormRow(title, help, input);
        row.follow(form.problem(field));
        return row;
    }

    private HBox runLine() {
        Button run = new Button("Run backtest");
        run.setId("run");
        run.getStyleClass().add("accent");
        run.setMaxWidth(Double.MAX_VALUE);
        run.setDefaultButton(true);
        run.setTooltip(new Tooltip("F5"));
        run.setOnAction(event -> workbench.run());
        HBox.setHgrow(run, Priority.ALWAYS);
        CheckBox onChange = new CheckBox("Run on change");
        onChange.setId("run-on-change");
        onChange.setTooltip(new Tooltip("Runs again whenever a parameter or the account changes."));
        onChange.setMinWidth(USE_PREF_SIZE);
        onChange.selectedProperty().bindBidirectional(workbench.runOnChange());
        HBox line = new HBox(run, onChange);
        line.getStyleClass().add("run-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void showParameters(StrategyDefinition definition) {
        description.setText(definition.description());
        rows.forEach(ParameterRow::release);
        rows.clear();
        StrategyForm form = workbench.form();
        for (Parameter parameter : definition.parameters()) {
            String name = parameter.name();
            rows.add(new ParameterRow(
                    parameter, form.text(definition, name), form.problem(definition, name), workbench::settle));
        }
        parameters.getChildren().setAll(rows.stream().map(ParameterRow::row).toList());
    }

    private static final class TitleConverter extends StringConverter<StrategyDefinition> {
        @Override
        public String toString(@Nullable StrategyDefinition definition) {
            return definition == null ? "" : definition.title();
        }

        @Override
        public StrategyDefinition fromString(String title) {
            throw new UnsupportedOperationException("the choice of strategies is not typed into");
        }
    }
}
