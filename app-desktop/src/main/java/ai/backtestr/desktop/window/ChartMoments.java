package ai.backtestr.desktop.window;

import ai.backtestr.render.chart.PlotView;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.chart.TimeSpan;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

/// Links a chart with the tables, both ways: a click in it brings them to its moment, and a row selected in them is
/// pointed at by an upright line, in the active chart brought on screen too.
///
/// Threads: belongs to the FX thread.
final class ChartMoments {
    private final Workbench workbench;
    private final ChartModel model;
    private final PriceChart chart;

    private ChartMoments(Workbench workbench, ChartModel model, PriceChart chart) {
        this.workbench = workbench;
        this.model = model;
        this.chart = chart;
    }

    /// Links a chart until the subscription ends.
    static Subscription link(Workbench workbench, ChartModel model, PriceChart chart) {
        ChartMoments moments = new ChartMoments(workbench, model, chart);
        chart.addEventHandler(MouseEvent.MOUSE_CLICKED, moments::click);
        return workbench.moments().onRow(moments::show);
    }

    private void click(MouseEvent event) {
        PlotView plot = chart.plotView();
        boolean isClick = event.getButton() == MouseButton.PRIMARY && event.isStillSincePress();
        boolean isInPlot = event.getX() < plot.width() && event.getY() < chart.getHeight();
        if (isClick && isInPlot && event.getClickCount() == 1 && !plot.isEmpty()) {
            workbench.moments().clicked(model, plot.timeNs(event.getX()));
        }
    }

    private void show(long timeNs) {
        TimeSpan span = chart.navigation().timesOnScreen();
        boolean isOfIt = model.shows(workbench.symbol().get());
        if (span == null || !isOfIt || model.replaying().get()) {
            return;
        }
        boolean isActive = workbench.charts().active().get() == model;
        if (isActive && (timeNs < span.fromNs() || timeNs >= span.toNs())) {
            chart.navigation().goTo(timeNs);
        }
        chart.crosshair().pointAt(timeNs);
    }
}
