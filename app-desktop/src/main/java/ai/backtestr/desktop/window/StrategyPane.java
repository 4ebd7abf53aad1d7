package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.strategy.BuiltInStrategies;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.StrategyDefinition;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The strategy, its parameters, the account, and the button that runs it. The fields of a strategy are made from
/// what it declares.
final class StrategyPane extends VBox {
    private final Workbench workbench;
    private final Label description = new Label();
    private final GridPane parameters = grid();

    StrategyPane(Workbench workbench) {
        this.workbench = workbench;
        getStyleClass().add("side-pane");
        setId("strategy");
        description.setWrapText(true);
        description.getStyleClass().add("note");
        StrategyForm form = workbench.form();
        GridPane account = grid();
        row(account, 0, "Cash", field("cash", form.cash()), "What the account starts with.");
        row(
                account,
                1,
                "Leverage",
                field("leverage", form.leverage()),
                "How many times its equity the account may hold: 1 to 1000. Orders beyond are rejected.");
        row(
                account,
                2,
                "Commission",
                field("commission", form.commission()),
                "none, or a percentage of what is traded, like 0.1%");
        getChildren()
                .addAll(
                        title("Strategy"),
                        strategies(form),
                        description,
                        parameters,
                        title("Account"),
                        account,
                        runButton());
        form.strategy().subscribe(this::showParameters);
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().addAll("pane-title", "pane-header");
        return title;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form");
        return grid;
    }

    private static ComboBox<StrategyDefinition> strategies(StrategyForm form) {
        ComboBox<StrategyDefinition> choice =
                new ComboBox<>(FXCollections.observableArrayList(BuiltInStrategies.all()));
        choice.setId("strategy-choice");
        choice.setAccessibleText("Strategy");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new TitleConverter());
        choice.valueProperty().bindBidirectional(form.strategy());
        return choice;
    }

    private Button runButton() {
        Button run = new Button("Run backtest");
        run.setId("run");
        run.getStyleClass().add("accent");
        run.setMaxWidth(Double.MAX_VALUE);
        run.setDefaultButton(true);
        run.setTooltip(new Tooltip("F5"));
        run.setOnAction(event -> workbench.run());
        return run;
    }

    private void showParameters(StrategyDefinition definition) {
        description.setText(definition.description());
        parameters.getChildren().clear();
        int row = 0;
        for (Parameter parameter : definition.parameters()) {
            StringProperty text = workbench.form().text(definition, parameter.name());
            String help = parameter.description() + " " + parameter.range() + ".";
            row(parameters, row++, capitalised(parameter.name()), control(parameter, text), help);
        }
    }

    private static Control control(Parameter parameter, StringProperty text) {
        return switch (parameter) {
            case Parameter.BarLength length -> timeframes(length.name(), text);
            case Parameter.WholeNumber number -> field(number.name(), text);
            case Parameter.DecimalNumber number -> field(number.name(), text);
        };
    }

    private static TextField field(String name, StringProperty text) {
        TextField field = new TextField();
        field.setId("field-" + name);
        field.getStyleClass().add("number");
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static ComboBox<String> timeframes(String name, StringProperty text) {
        ComboBox<String> choice = new ComboBox<>(FXCollections.observableArrayList(
                ChartTimeframes.offered().stream().map(Timeframe::toString).toList()));
        choice.setId("field-" + name);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.valueProperty().bindBidirectional(text);
        return choice;
    }

    private static void row(GridPane grid, int row, String name, Control control, String help) {
        Label label = new Label(name);
        label.setLabelFor(control);
        label.setTooltip(new Tooltip(help));
        control.setTooltip(new Tooltip(help));
        control.setAccessibleHelp(help);
        GridPane.setHgrow(control, Priority.ALWAYS);
        grid.addRow(row, (Node) label, control);
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
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
