package ai.backtestr.desktop.window;

import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.strategy.Parameter;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The strategy, its parameters, the account, and the button that runs it. The fields of a strategy are made from
/// what it declares; they scroll, the button stays.
final class StrategyPane extends BorderPane {
    private final Workbench workbench;
    private final ComboBox<StrategyChoice> choice = new ComboBox<>();
    private final Label description = new Label();
    private final Label file = new Label();
    private final VBox parameters = form();
    private final List<ParameterRow> rows = new ArrayList<>();
    private boolean showing;

    StrategyPane(Workbench workbench) {
        this.workbench = workbench;
        getStyleClass().add("side-pane");
        setId("strategy");
        description.setWrapText(true);
        description.getStyleClass().add("note");
        description.managedProperty().bind(description.textProperty().isNotEmpty());
        file.setId("strategy-file");
        file.setWrapText(true);
        file.getStyleClass().add("note");
        file.managedProperty().bind(file.textProperty().isNotEmpty());
        VBox fields = new VBox(
                header(),
                strategies(),
                description,
                file,
                parameters,
                title("Account"),
                account(workbench.form()),
                title("Period and models"),
                new RunRows(workbench),
                title("Several instruments"),
                new PortfolioRows(workbench));
        fields.getStyleClass().add("strategy-fields");
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("side-scroll");
        setCenter(scroll);
        setBottom(runLine());
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

    private HBox header() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button create = new Button("New strategy…");
        create.setId("new-strategy");
        create.getStyleClass().add("small");
        create.setTooltip(new Tooltip("Writes a strategy to begin with, as a source file to edit"));
        create.setOnAction(
                event -> NewStrategyDialog.ask(getScene().getWindow()).ifPresent(workbench::newStrategy));
        HBox header = new HBox(space, create);
        header.setAlignment(Pos.BOTTOM_LEFT);
        header.getStyleClass().add("strategy-header");
        return header;
    }

    private FormRow strategies() {
        StrategyForm form = workbench.form();
        choice.setId("strategy-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        choice.setConverter(new TitleConverter());
        form.choices().subscribe(this::showChoices);
        form.strategy().subscribe(this::showChosen);
        choice.setOnAction(event -> choose());
        FormRow row =
                new FormRow("Name", "What trades: one that comes with the product, or a source of your own.", choice);
        choice.setAccessibleText("Strategy");
        row.follow(form.problem(StrategyForm.STRATEGY));
        return row;
    }

    private void showChoices(List<StrategyChoice> choices) {
        showing = true;
        choice.setItems(FXCollections.observableArrayList(choices));
        choice.setValue(workbench.form().strategy().get());
        showing = false;
    }

    private void showChosen(StrategyChoice chosen) {
        showing = true;
        choice.setValue(chosen);
        showing = false;
    }

    private void choose() {
        StrategyChoice chosen = choice.getValue();
        if (!showing && chosen != null) {
            workbench.form().strategy().set(chosen);
            workbench.settle();
        }
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
        return FormRow.typed(field, text, title, help, form.problem(field));
    }

    private VBox runLine() {
        Button run = new Button("Run backtest");
        run.setId("run");
        run.getStyleClass().add("accent");
        run.setMaxWidth(Double.MAX_VALUE);
        run.setDefaultButton(true);
        run.setTooltip(new Tooltip("Runs on the instrument of the active chart (F5)"));
        Runnable name = () -> run.setText(runText());
        workbench.symbol().subscribe(name);
        workbench.form().portfolio().also().subscribe(name);
        workbench.form().strategy().subscribe(name);
        run.setOnAction(event -> workbench.run());
        CheckBox onChange = new CheckBox("Run on change");
        onChange.setId("run-on-change");
        onChange.setTooltip(new Tooltip("Runs again whenever a parameter or the account changes."));
        onChange.selectedProperty().bindBidirectional(workbench.runOnChange());
        VBox lines = new VBox(run, onChange);
        lines.getStyleClass().add("run-line");
        return lines;
    }

    private String runText() {
        StoredData main = workbench.mainOfRun();
        if (main == null) {
            return "Run backtest";
        }
        StrategyForm form = workbench.form();
        int further =
                form.portfolio().symbols(form.strategy().get().definition()).size();
        return "Run on " + main.instrument().symbol() + (further == 0 ? "" : " +" + further);
    }

    private void showParameters(StrategyChoice chosen) {
        description.setText(chosen.description());
        file.setText(chosen.file() == null ? "" : chosen.file().toString());
        rows.forEach(ParameterRow::release);
        rows.clear();
        StrategyForm form = workbench.form();
        for (Parameter parameter : chosen.parameters()) {
            String name = parameter.name();
            rows.add(new ParameterRow(
                    parameter, form.text(chosen, name), form.problem(chosen, name), workbench::settle));
        }
        parameters.getChildren().setAll(rows.stream().map(ParameterRow::row).toList());
    }

    private static final class TitleConverter extends StringConverter<StrategyChoice> {
        @Override
        public String toString(@Nullable StrategyChoice choice) {
            return choice == null ? "" : choice.title();
        }

        @Override
        public StrategyChoice fromString(String title) {
            throw new UnsupportedOperationException("the choice of strategies is not typed into");
        }
    }
}
