package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.bar.Timeframe;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/// Where a timeframe is typed that has no button. It shows the one chosen unless that has one.
///
/// Threads: belongs to the FX thread.
final class TimeframeField extends TextField {
    /// Where an example still fits.
    static final double NARROWEST = 56;

    private static final double ROOM_FOR_ALL = 118;
    private static final String HELP = "Other bars: " + Timeframe.FORMS;

    private final Workbench workbench;
    private final ChartModel chart;

    TimeframeField(Workbench workbench, ChartModel chart) {
        this.workbench = workbench;
        this.chart = chart;
        setId("timeframe-typed");
        getStyleClass().add("timeframe-typed");
        setPrefColumnCount(9);
        setMinWidth(NARROWEST);
        widthProperty()
                .subscribe(width -> setPromptText(width.doubleValue() < ROOM_FOR_ALL ? "500t" : "500t, 1w, ha:1h"));
        Tooltip help = new Tooltip(HELP);
        help.setWrapText(true);
        help.setMaxWidth(360);
        setTooltip(help);
        setAccessibleText("Timeframe");
        setAccessibleHelp(HELP);
        setOnAction(event -> choose());
        chart.timeframe().subscribe(this::show);
    }

    private void choose() {
        try {
            Timeframe typed = Timeframe.parse(getText());
            StoredData data = chart.instrument().get();
            if (data == null || data.makes(typed)) {
                chart.timeframe().set(typed);
                show(typed);
            } else {
                workbench.tasks().tellError(typed + " bars cannot be made of " + data.kind() + "; take a multiple");
            }
        } catch (IllegalArgumentException e) {
            workbench.tasks().tellError(String.valueOf(e.getMessage()));
        }
    }

    private void show(Timeframe chosen) {
        setText(ChartTimeframes.offered().contains(chosen) ? "" : chosen.toString());
    }
}
