package ai.backtestr.desktop.window;

import ai.backtestr.desktop.runs.RunSetting;
import ai.backtestr.engine.run.PathAssumption;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The fields for the period of a run and, folded away until they are wanted, for the models it goes by. FX thread
/// only.
final class RunRows extends VBox {
    private final Workbench workbench;
    private final RunForm form;

    RunRows(Workbench workbench) {
        this.workbench = workbench;
        form = workbench.form().run();
        getStyleClass().add("form");
        setId("run-rows");
        getChildren()
                .addAll(
                        row(RunForm.FROM, "From", "first tick", "The first time that is run, like 2014-05-01."),
                        row(RunForm.TO, "Until", "last tick", "The time to stop before, like 2014-06-01."),
                        models());
    }

    private FormRow row(String field, String name, String unlessTyped, String help) {
        return FormRow.typed(
                "run-" + field,
                field.equals(RunForm.FROM) ? form.from() : form.to(),
                name,
                help + " Empty for the " + unlessTyped + "; a time of day may follow, at the clock of the settings.",
                form.problem(field),
                unlessTyped);
    }

    private TitledPane models() {
        TitledPane pane = new TitledPane();
        pane.setId("models");
        pane.setAnimated(false);
        pane.setExpanded(false);
        pane.setMinWidth(0); // else the panel is as wide as the title
        Tooltip named = new Tooltip();
        named.textProperty().bind(pane.textProperty());
        pane.setTooltip(named);
        form.summary().subscribe(models -> pane.setText("Models" + (models.isEmpty() ? "" : ": " + models)));
        pane.expandedProperty().subscribe(isExpanded -> {
            if (isExpanded && pane.getContent() == null) {
                pane.setContent(modelRows());
            }
        });
        return pane;
    }

    private VBox modelRows() {
        VBox rows = new VBox();
        rows.getStyleClass().add("form");
        for (RunSetting model : RunForm.MODELS) {
            rows.getChildren()
                    .add(FormRow.typed(
                            "run-" + model.option(),
                            form.model(model),
                            name(model),
                            help(model),
                            form.problem(model.option()),
                            unlessNamed(model)));
        }
        rows.getChildren().add(path());
        return rows;
    }

    private FormRow path() {
        ComboBox<PathAssumption> choice = new ComboBox<>();
        choice.setId("field-run-path");
        choice.getItems().setAll(PathAssumption.values());
        choice.valueProperty().bindBidirectional(form.path());
        choice.setOnAction(event -> workbench.settle());
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        return new FormRow(
                "Bar path",
                "On which way prices are assumed to have gone through recorded bars; ticks need no such assumption.",
                choice);
    }

    private static String name(RunSetting model) {
        return switch (model) {
            case SLIPPAGE -> "Slippage";
            case LATENCY -> "Latency";
            case SPREAD -> "Spread";
            case LIMIT_FILL -> "Limit fills";
            case LIQUIDITY -> "Liquidity";
            case MAX_SILENCE -> "Silence";
            case SEED -> "Seed";
            case SWAP -> "Swap";
            case MARGIN_CALL -> "Margin call";
            case STOP_OUT -> "Stop-out";
            default -> model.option();
        };
    }

    private static String unlessNamed(RunSetting model) {
        return switch (model) {
            case LATENCY -> "0ms";
            case SPREAD -> "data";
            case LIMIT_FILL -> "touch";
            case LIQUIDITY -> "unlimited";
            case SEED -> "1";
            case MARGIN_CALL -> "100";
            case STOP_OUT -> "50";
            default -> "none";
        };
    }

    private static String help(RunSetting model) {
        return switch (model) {
            case SLIPPAGE ->
                "How much worse than the quote orders are filled: none, fixed:0.0001, random:0.0002 (up to), volume:0.1%"
                        + " (for all of the quoted size), atr:10%:14:1h (of the average true range of 14 bars of 1h).";
            case LATENCY -> "How long messages travel: 50ms, or 20ms..80ms for any time between.";
            case SPREAD -> "The spread that orders meet: data, fixed:0.0002 or times:1.5.";
            case LIMIT_FILL ->
                "When a resting limit order is filled: touch, through, or by its place in the queue:"
                        + " queue:conservative, queue:log, queue:log2, queue:power:2, queue:power2:2, queue:power3:2.";
            case LIQUIDITY -> "How much a tick can fill: unlimited, or its quoted-size.";
            case MAX_SILENCE -> "Market orders are rejected after a longer silence of the market than this, like 10m.";
            case SEED -> "Where random latency and slippage come from, a whole number.";
            case SWAP ->
                "What holding over the end of a day earns: none, unit:-0.5:0.2 (a day and unit, long and short),"
                        + " yearly:-2.5:1 (percent), with :wednesday behind it for a triple day.";
            case MARGIN_CALL -> "Percent of margin level below which a margin call is recorded; 0 for none.";
            case STOP_OUT -> "Percent of margin level below which the broker closes positions.";
            default -> model.option();
        };
    }
}
