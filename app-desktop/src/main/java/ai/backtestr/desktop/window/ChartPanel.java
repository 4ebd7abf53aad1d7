package ai.backtestr.desktop.window;

import ai.backtestr.desktop.indicator.IndicatorChooser;
import ai.backtestr.desktop.indicator.IndicatorEditor;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.render.chart.ChartIndicator;
import ai.backtestr.render.chart.PriceChart;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The chart, and over it the list of indicators, or what can be set about one of them. Escape closes that, and the
/// keyboard goes back to where it was.
///
/// Threads: belongs to the FX thread.
final class ChartPanel extends StackPane {
    private static final Insets AWAY_FROM_LEGEND = new Insets(64, 0, 0, 12);
    private static final Insets FROM_TOP = new Insets(8);

    private final PriceChart chart;
    private final Node content;
    private final Supplier<Timeframe> timeframe;
    private final IndicatorChooser chooser;
    private @Nullable Node before;

    /// @param content what lies under them: the chart, and what belongs to it
    ChartPanel(PriceChart chart, Node content, Supplier<Timeframe> timeframe) {
        super(content);
        this.content = content;
        this.chart = chart;
        this.timeframe = timeframe;
        chooser = new IndicatorChooser(chart.panes()::add, this::close);
        chart.panes().setOnEdit(this::edit);
        setId("chart-panel");
        setMinSize(0, 0);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && getChildren().size() > 1) {
                close();
                event.consume();
            }
        });
    }

    /// Opens the list, or closes it.
    void chooseIndicator() {
        boolean isOpen = getChildren().contains(chooser);
        close();
        if (!isOpen) {
            open(chooser, Pos.TOP_CENTER, FROM_TOP);
            chooser.begin();
        }
    }

    /// Opens what can be set about an indicator.
    void edit(ChartIndicator indicator) {
        close();
        IndicatorEditor editor = new IndicatorEditor(chart.panes(), indicator, timeframe.get(), this::close);
        open(editor, Pos.TOP_LEFT, AWAY_FROM_LEGEND);
        editor.begin();
    }

    private void open(Node panel, Pos where, Insets margin) {
        before = getScene() == null ? null : getScene().getFocusOwner();
        StackPane.setAlignment(panel, where);
        StackPane.setMargin(panel, margin);
        getChildren().add(panel);
    }

    private void close() {
        if (getChildren().removeIf(child -> !child.equals(content))) {
            Node to = before;
            before = null;
            (to != null && Objects.equals(to.getScene(), getScene()) ? to : chart).requestFocus();
        }
    }
}
