package ai.backtestr.desktop.window;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.render.chart.PlotView;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.chart.TimeSpan;
import javafx.application.Platform;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Links a chart with the tables, both ways: a click in it brings them to its moment, and a row selected in them is
/// pointed at by an upright line, in the active chart brought on screen too. A place that is to be looked at is shown
/// in the active chart as soon as it has what is to be seen there.
///
/// Threads: belongs to the FX thread.
final class ChartMoments {
    private static final int BARS_AROUND = 24;

    private final Workbench workbench;
    private final ChartModel model;
    private final PriceChart chart;
    private boolean hasContent;
    private Moments.@Nullable Place wanted;

    private ChartMoments(Workbench workbench, ChartModel model, PriceChart chart) {
        this.workbench = workbench;
        this.model = model;
        this.chart = chart;
    }

    /// Links a chart until the subscription ends.
    static Subscription link(Workbench workbench, ChartModel model, PriceChart chart) {
        ChartMoments moments = new ChartMoments(workbench, model, chart);
        chart.addEventHandler(MouseEvent.MOUSE_CLICKED, moments::click);
        return workbench
                .moments()
                .onRow(moments::show)
                .and(workbench.moments().onPlace(moments::look))
                .and(model.instrument().subscribe((before, now) -> moments.hasContent = false))
                .and(model.tickHistory().subscribe(moments::contentCame))
                .and(model.bars().subscribe(moments::contentCame));
    }

    /// The chart takes it in first.
    private void contentCame(@Nullable Object content) {
        if (content != null) {
            hasContent = true;
            Platform.runLater(this::lookAtWanted);
        }
    }

    private void look(Moments.Place place) {
        wanted = workbench.charts().active().get() == model ? place : null;
        lookAtWanted();
    }

    private void lookAtWanted() {
        Moments.Place place = wanted;
        if (place == null || !hasContent || chart.navigation().timesOnScreen() == null) {
            return;
        }
        wanted = null;
        if (model.shows(place.of()) && !model.replaying().get()) {
            long marginNs = marginNs(place);
            chart.navigation().showTimes(place.fromNs() - marginNs, place.toNs() + marginNs);
            chart.crosshair().pointAt(place.fromNs());
        }
    }

    /// Room for some bars, so that it can be told what is usual.
    private long marginNs(Moments.Place place) {
        Timeframe timeframe = model.timeframe().get();
        long barNs = timeframe.isTime() ? timeframe.lengthNs() : Timeframe.ONE_MINUTE.lengthNs();
        return Math.max(BARS_AROUND * barNs, place.toNs() - place.fromNs());
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
