package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.bar.Timeframe;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Where a timeframe is typed that has no button. It shows the one chosen unless that has one. A number alone is
/// minutes, and the first digit of it may be typed in the chart.
///
/// Threads: belongs to the FX thread.
final class TimeframeField extends TextField {
    /// Where an example still fits.
    static final double NARROWEST = 56;

    private static final double ROOM_FOR_ALL = 118;
    private static final String HELP = "Other bars: " + Timeframe.FORMS + "; a number alone is minutes";
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Workbench workbench;
    private final ChartModel chart;
    private Runnable giveBack = () -> {};

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
        addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        chart.timeframe().subscribe(this::show);
    }

    /// Takes the digits that are typed in `shown`, and gives the keyboard back to it.
    void typeFrom(Node shown) {
        shown.addEventHandler(KeyEvent.KEY_TYPED, this::begin);
        giveBack = shown::requestFocus;
    }

    private void begin(KeyEvent event) {
        boolean isShortcut = event.isControlDown() || event.isAltDown() || event.isMetaDown();
        if (!isShortcut && NUMBER.matcher(event.getCharacter()).matches()) {
            requestFocus();
            setText(event.getCharacter());
            end();
            event.consume();
        }
    }

    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            show(chart.timeframe().get());
            giveBack.run();
            event.consume();
        }
    }

    private void choose() {
        try {
            Timeframe typed = parse(getText().strip());
            StoredData data = chart.instrument().get();
            if (data == null || data.makes(typed)) {
                chart.timeframe().set(typed);
                show(typed);
                giveBack.run();
            } else {
                workbench.tasks().tellError(typed + " bars cannot be made of " + data.kind() + "; take a multiple");
            }
        } catch (IllegalArgumentException e) {
            workbench.tasks().tellError(String.valueOf(e.getMessage()));
        }
    }

    private static Timeframe parse(String typed) {
        return Timeframe.parse(NUMBER.matcher(typed).matches() ? typed + "m" : typed);
    }

    private void show(Timeframe chosen) {
        setText(ChartTimeframes.offered().contains(chosen) ? "" : chosen.toString());
    }
}
