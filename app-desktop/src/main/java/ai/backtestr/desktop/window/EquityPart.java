package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.EquityLines;
import ai.backtestr.desktop.runs.RunData;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.EquityOverlay;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

/// The equity of the run on screen, whole, over that of the pinned one, with a headline where the two are of
/// different data.
///
/// Threads: belongs to the FX thread.
final class EquityPart extends BorderPane {
    private final Workbench workbench;
    private final EquityOverlay overlay = new EquityOverlay();
    private final Label headline = new Label();

    EquityPart(Workbench workbench) {
        this.workbench = workbench;
        setMinSize(0, 0);
        overlay.setId("equity-overlay");
        overlay.showNothing("No run to show.");
        headline.setId("equity-headline");
        headline.getStyleClass().addAll("note", "headline-note");
        headline.setWrapText(true);
        headline.managedProperty().bind(headline.visibleProperty());
        headline.visibleProperty().bind(headline.textProperty().isNotEmpty());
        setTop(headline);
        setCenter(overlay);
        workbench.preferred().clock().subscribe(overlay::setClock);
        workbench.preferred().textScale().subscribe(overlay::setTextScale);
        workbench.seen().subscribe(result -> show());
        workbench.pinned().subscribe((before, now) -> show());
    }

    private void show() {
        BacktestResult result = workbench.seen().get();
        BacktestResult pinned = workbench.pinned().get();
        List<EquityLines.Named> runs = new ArrayList<>();
        if (pinned != null && result != null) {
            runs.add(new EquityLines.Named("pinned run", pinned, true));
        }
        if (result != null) {
            runs.add(new EquityLines.Named(name(), result, false));
        }
        EquityLines lines = EquityLines.of(runs);
        overlay.show(lines.lines(), lines.unit(), workbench.shown().untilNs());
        headline.setText(
                pinned == null || result == null
                        ? ""
                        : RunData.difference(
                                List.of(RunData.of("pinned run", pinned), RunData.of("this run", result))));
    }

    private String name() {
        return workbench.shown().isPart() ? "this run so far" : "this run";
    }

    void setTheme(ChartTheme theme) {
        overlay.setTheme(theme);
    }
}
