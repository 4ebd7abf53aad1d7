package ai.backtestr.desktop.window;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.chart.EquityLines;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.runs.RunData;
import ai.backtestr.desktop.runs.RunManifest;
import ai.backtestr.desktop.runs.RunsAgain;
import ai.backtestr.desktop.runs.RunsSideBySide;
import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.EquityOverlay;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Several kept runs side by side: what differs between them, a headline where they are of different data, and
/// their equity over one axis, for which they are run again.
///
/// Threads: belongs to the FX thread; runs are made elsewhere.
final class RunsComparisonPane extends VBox {
    private static final String NO_EQUITY = "Their equity, once they have been run again.";
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final double NAME_WIDTH = 170;
    private static final double VALUE_WIDTH = 190;

    private final KeptRuns runs;
    private final Label headline = new Label();
    private final TableView<RunsSideBySide.Row> differences = new TableView<>();
    private final EquityOverlay overlay = new EquityOverlay();

    RunsComparisonPane(KeptRuns runs, ChartTheme theme) {
        this.runs = runs;
        headline.setId("runs-headline");
        headline.getStyleClass().addAll("note", "headline-note");
        headline.setWrapText(true);
        headline.managedProperty().bind(headline.visibleProperty());
        headline.visibleProperty().bind(headline.textProperty().isNotEmpty());
        differences.setId("runs-differences");
        differences.setAccessibleText("What differs between runs");
        differences.setPlaceholder(new Label("Select two runs or more and compare them."));
        overlay.setId("runs-overlay");
        overlay.showNothing(NO_EQUITY);
        overlay.setTheme(theme);
        SplitPane halves = new SplitPane(differences, overlay);
        VBox.setVgrow(halves, Priority.ALWAYS);
        getChildren().addAll(headline, halves);
    }

    /// Sets how large texts are, see [EquityOverlay#setTextScale].
    void setTextScale(double scale) {
        overlay.setTextScale(scale);
    }

    /// Sets the clock whose times are shown.
    void setClock(WallClock clock) {
        overlay.setClock(clock);
    }

    /// Shows runs side by side.
    ///
    /// @param chosen two or more
    void show(List<StoredRun> chosen) {
        clearHeadline();
        overlay.showNothing(NO_EQUITY);
        runs.manifests(chosen, manifests -> {
            List<String> names = names(chosen);
            showDifferences(names, manifests);
            String data = RunData.difference(IntStream.range(0, names.size())
                    .mapToObj(i -> RunData.of(names.get(i), manifests.get(i)))
                    .toList());
            headline.setText(data);
            runAgain(names, manifests, data);
        });
    }

    private void runAgain(List<String> names, List<RunManifest> manifests, String data) {
        runs.again(names, manifests, again -> {
            showEquity(again);
            headline.setText((data + " " + RunsAgain.changed(again)).strip());
        });
    }

    private void showEquity(List<RunsAgain.Again> again) {
        EquityLines lines = EquityLines.of(again.stream()
                .map(run -> new EquityLines.Named(run.name(), run.result(), false))
                .toList());
        overlay.show(lines.lines(), lines.unit());
    }

    /// Makes runs again and shows whether they come to what was kept of them; of the first that does not, what
    /// differs.
    ///
    /// @param chosen one or more
    void again(List<StoredRun> chosen) {
        clearHeadline();
        differences.getItems().clear();
        differences.getColumns().clear();
        differences.setPlaceholder(new Label("What differs from what was kept, once they have been run again."));
        overlay.showNothing(NO_EQUITY);
        runs.manifests(chosen, manifests -> runs.again(names(chosen), manifests, this::showAgain));
    }

    private void showAgain(List<RunsAgain.Again> again) {
        showEquity(again);
        String told = RunsAgain.told(again);
        headline.setText(told);
        headline.pseudoClassStateChanged(GOOD, again.stream().allMatch(RunsAgain.Again::isSame));
        runs.tell(told);
        RunsAgain.Again shown =
                again.stream().filter(run -> !run.isSame()).findFirst().orElse(again.getFirst());
        showDifferences(List.of(shown.name() + " kept", shown.name() + " now"), List.of(shown.manifest(), shown.now()));
    }

    private static List<String> names(List<StoredRun> chosen) {
        return chosen.stream().map(run -> "run " + run.id()).toList();
    }

    private void clearHeadline() {
        headline.setText("");
        headline.pseudoClassStateChanged(GOOD, false);
    }

    private void showDifferences(List<String> names, List<RunManifest> manifests) {
        differences.getColumns().clear();
        column("differs", NAME_WIDTH, RunsSideBySide.Row::name);
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            column(names.get(i), VALUE_WIDTH, row -> shown(row.values().get(at)));
        }
        differences.getItems().setAll(RunsSideBySide.of(manifests).differences());
        differences.setPlaceholder(new Label("Nothing differs."));
    }

    private static String shown(@Nullable String value) {
        return value == null ? FigureText.UNDEFINED : value;
    }

    private void column(String title, double width, Function<RunsSideBySide.Row, String> text) {
        TableColumn<RunsSideBySide.Row, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        differences.getColumns().add(column);
    }
}
