package ai.backtestr.desktop.window;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.report.InstrumentTable;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.Portfolio;
import ai.backtestr.engine.statistics.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The figures of a run; of one over several instruments a table of them too, and the figures of the one chosen. FX
/// thread only.
final class StatisticsPane extends ScrollPane {
    private static final String ALL = "All instruments";

    private final FlowPane figures = new FlowPane();
    private final ComboBox<String> of = new ComboBox<>();
    private final GridPane instruments = new GridPane();
    private @Nullable BacktestResult result;
    private @Nullable BacktestResult pinned;
    private boolean showing;

    StatisticsPane() {
        figures.getStyleClass().add("figures");
        of.setId("statistics-of");
        of.setAccessibleText("Figures of");
        of.setOnAction(event -> choose());
        instruments.setId("instrument-figures");
        instruments.getStyleClass().add("instrument-figures");
        VBox several = new VBox(instruments, of);
        several.getStyleClass().add("statistics-of-several");
        several.visibleProperty().bind(several.managedProperty());
        several.setManaged(false);
        several.setSpacing(8);
        several.setPadding(new Insets(10, 14, 4, 14));
        setContent(new VBox(several, figures));
        setId("statistics");
        setFitToWidth(true);
        getStyleClass().add("side-scroll");
    }

    /// Shows the figures of a run; of the same instrument as before, if it has that.
    void show(@Nullable BacktestResult run) {
        result = run;
        showing = true;
        Portfolio portfolio = run == null ? null : run.portfolio();
        List<String> choices = new ArrayList<>(List.of(ALL));
        if (portfolio != null) {
            portfolio
                    .instruments()
                    .forEach(traded -> choices.add(traded.instrument().symbol()));
        }
        String before = of.getValue();
        of.getItems().setAll(choices);
        of.setValue(before != null && choices.contains(before) ? before : ALL);
        of.getParent().setManaged(choices.size() > 1);
        showInstruments(run);
        showing = false;
        showFigures();
    }

    /// Tells beside each figure that of another run and the difference, or no more of it.
    void compare(@Nullable BacktestResult run) {
        pinned = run;
        showFigures();
    }

    private void choose() {
        if (!showing) {
            showFigures();
        }
    }

    private void showInstruments(@Nullable BacktestResult run) {
        instruments.getChildren().clear();
        if (run == null || run.portfolio() == null) {
            return;
        }
        instruments.setHgap(18);
        instruments.setVgap(3);
        addRow(0, InstrumentTable.COLUMNS, true);
        List<List<String>> rows = InstrumentTable.rows(run);
        for (int i = 0; i < rows.size(); i++) {
            addRow(i + 1, rows.get(i), false);
        }
    }

    private void addRow(int row, List<String> texts, boolean isTitle) {
        for (int i = 0; i < texts.size(); i++) {
            Label label = new Label(texts.get(i));
            if (isTitle) {
                label.getStyleClass().add("card-title");
            }
            GridPane.setHalignment(label, i == 0 ? HPos.LEFT : HPos.RIGHT);
            instruments.add(label, i, row);
        }
    }

    private void showFigures() {
        figures.getChildren().clear();
        BacktestResult run = result;
        if (run != null) {
            Map<String, Statistic> before = pinned == null
                    ? Map.of()
                    : statistics(pinned).stream().collect(Collectors.toMap(Statistic::id, Function.identity()));
            statistics(run)
                    .forEach(statistic ->
                            figures.getChildren().add(line(statistic, run.currency(), before.get(statistic.id()))));
        }
    }

    private List<Statistic> statistics(BacktestResult run) {
        Portfolio portfolio = run.portfolio();
        String chosen = of.getValue();
        return portfolio == null || ALL.equals(chosen)
                ? run.statistics().all()
                : portfolio.instruments().stream()
                        .filter(traded -> traded.instrument().symbol().equals(chosen))
                        .findFirst()
                        .map(Portfolio.Traded::figures)
                        .orElseGet(List::of);
    }

    private static GridPane line(Statistic statistic, String currency, @Nullable Statistic before) {
        Label title = new Label(statistic.title());
        title.getStyleClass().add("card-title");
        Label value = new Label(FigureText.of(statistic, currency));
        GridPane line = new GridPane();
        line.getStyleClass().add("figure");
        GridPane.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        line.addRow(0, title, value);
        if (before != null) {
            Label comparison = new Label(FigureCard.comparison(statistic, before));
            comparison.setId("statistic-pinned-" + statistic.id());
            comparison.getStyleClass().add("card-pinned");
            GridPane.setColumnSpan(comparison, 2);
            GridPane.setHalignment(comparison, HPos.RIGHT);
            line.addRow(1, comparison);
        }
        Tooltip.install(line, new Tooltip(statistic.definition()));
        line.setFocusTraversable(true); // so that a key can have it explained
        line.setAccessibleText(statistic.title() + " " + value.getText());
        line.setAccessibleHelp(statistic.definition());
        return line;
    }
}
