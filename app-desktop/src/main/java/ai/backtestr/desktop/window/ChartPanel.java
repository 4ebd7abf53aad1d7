package ai.backtestr.desktop.window;

import ai.backtestr.desktop.indicator.IndicatorChooser;
import ai.backtestr.desktop.indicator.IndicatorEditor;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.render.chart.ChartIndicator;
import ai.backtestr.render.chart.PriceChart;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The chart, and over it the list of indicators, or what can be set about one of them.
///
/// Threads: belongs to the FX thread.
final class ChartPanel extends StackPane {
    private static final Insets AWAY_FROM_LEGEND = new Insets(64, 0, 0, 12);
    private static final Insets FROM_TOP = new Insets(8);

    private final PriceChart chart;
    private final Node content;
    private final Supplier<Timeframe> timeframe;
    private final IndicatorChooser chooser;

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
        open(
                new IndicatorEditor(chart.panes(), indicator, timeframe.get(), this::close),
                Pos.TOP_LEFT,
                AWAY_FROM_LEGEND);
    }

    private void open(Node panel, Pos where, Insets margin) {
        StackPane.setAlignment(panel, where);
        StackPane.setMargin(panel, margin);
        getChildren().add(panel);
    }

    private void close() {
        getChildren().removeIf(child -> !child.equals(content));
        chart.requestFocus();
    }
}
