package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.EquityPoints;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.render.chart.GhostTrades;
import ai.backtestr.render.chart.PriceChart;
import javafx.beans.property.BooleanProperty;
import javafx.util.Subscription;

/// Shows the pinned run behind the one on screen: its equity in the pane of equity and, unless they are hidden, its
/// trades. In a replay it tells nothing of what is still to come.
///
/// Threads: belongs to the FX thread.
final class PinnedGhost {
    private final Workbench workbench;
    private final ChartModel model;
    private final PriceChart chart;
    private final BooleanProperty hidden;
    private final ChartTrades trades;

    private PinnedGhost(Workbench workbench, ChartModel model, PriceChart chart, BooleanProperty hidden) {
        this.workbench = workbench;
        this.model = model;
        this.chart = chart;
        this.hidden = hidden;
        GhostTrades ghosts = new GhostTrades(chart);
        trades = new ChartTrades(workbench.tasks(), ready -> ghosts.show(ready.marks()));
    }

    /// Shows it in a chart until the subscription ends.
    ///
    /// @param hidden whether its trades are left out
    static Subscription in(PriceChart chart, Workbench workbench, ChartModel model, BooleanProperty hidden) {
        PinnedGhost ghost = new PinnedGhost(workbench, model, chart, hidden);
        return workbench
                .pinned()
                .subscribe((before, now) -> ghost.show())
                .and(workbench.seen().subscribe((before, now) -> ghost.show()))
                .and(model.instrument().subscribe((before, now) -> ghost.show()))
                .and(model.replaying().subscribe((before, now) -> ghost.show()))
                .and(hidden.subscribe(isHidden -> ghost.show()));
    }

    private void show() {
        BacktestResult pinned = workbench.pinned().get();
        StoredData data = model.instrument().get();
        boolean isOfChart = pinned != null
                && data != null
                && workbench.seen().get() != null
                && !model.replaying().get()
                && workbench.shown().isOf(data);
        chart.setPinnedEquity(isOfChart ? new EquityPoints(pinned.equity()) : null);
        trades.of(
                isOfChart && !hidden.get() ? pinned : null,
                data == null ? "" : data.instrument().symbol());
    }
}
