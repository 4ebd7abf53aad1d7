package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.StoredFlow;
import ai.backtestr.desktop.chart.TradeLevels;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.render.chart.ChartPalette;
import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.LevelLayer;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.profile.FlowView;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/// What a chart shows beside prices and drawings: footprints and volume profiles, stops and targets of the selected
/// trade, and the palette it is painted in.
///
/// Threads: belongs to the FX thread.
final class ChartExtras {
    private final Workbench workbench;
    private final PriceChart chart;
    private final FlowView flow;
    private final LevelLayer levels;
    private final BooleanProperty footprint = new SimpleBooleanProperty();
    private ChartPalette palette = ChartPalette.STANDARD;
    private boolean light;
    private @Nullable StoredFlow open;

    ChartExtras(Workbench workbench, PriceChart chart) {
        this.workbench = workbench;
        this.chart = chart;
        flow = new FlowView(chart);
        levels = new LevelLayer(chart);
        flow.setOnProblem(problem -> workbench
                .tasks()
                .tellError(ProblemException.explain(problem)
                        .orElseGet(() -> "The volume profile cannot be read: " + problem)));
        workbench.symbol().subscribe(chosen -> showFlow());
        workbench.replaying().subscribe(is -> showFlow());
        workbench.timeframe().subscribe(timeframe -> allowFootprint());
        footprint.subscribe(wanted -> allowFootprint());
        workbench.result().subscribe(result -> showLevels());
        workbench.selectedTrade().subscribe(trade -> showLevels());
    }

    /// A replay shows nothing of what is still to come, and a flow knows all of it.
    private void showFlow() {
        StoredFlow before = open;
        open = null;
        flow.show(null);
        if (before != null) {
            workbench.tasks().background(before::close);
        }
        StoredData chosen = workbench.symbol().get();
        if (chosen != null
                && chosen.recorded() == null
                && !workbench.replaying().get()) {
            StoredFlow opened = workbench.flow(chosen.instrument());
            open = opened;
            flow.show(opened);
        }
    }

    /// Where a bar of ticks, volume or range ends cannot be told by time alone, and a Heikin-Ashi bar is none of
    /// prices traded.
    private void allowFootprint() {
        Timeframe timeframe = workbench.timeframe().get();
        boolean allowed = timeframe.isTime() && !timeframe.heikinAshi();
        flow.footprint().set(footprint.get() && allowed);
        if (footprint.get() && !allowed) {
            workbench.tasks().tell("Footprints need bars of time; " + timeframe + " has none.");
        }
    }

    private void showLevels() {
        if (!workbench.replaying().get()) {
            BacktestResult result = workbench.result().get();
            levels.show(
                    result == null
                            ? List.of()
                            : TradeLevels.of(result, workbench.selectedTrade().get()));
        }
    }

    /// Paints the chart in its palette, dark or light as `theme` is.
    void setTheme(ChartTheme theme) {
        light = theme.equals(ChartTheme.LIGHT);
        chart.setTheme(palette.theme(light));
    }

    /// Returns what there is to choose.
    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("chart-footprint", "Footprint", footprint));
        items.add(item("chart-profile", "Volume profile of what is on screen", flow.profile()));
        items.add(item("chart-sessions", "Volume profile of each day", flow.sessions()));
        Menu colours = new Menu("Colours");
        ToggleGroup group = new ToggleGroup();
        for (ChartPalette one : ChartPalette.values()) {
            RadioMenuItem item = new RadioMenuItem(one.title());
            item.setId("palette-" + one);
            item.setToggleGroup(group);
            item.setSelected(one == palette);
            item.setOnAction(event -> {
                palette = one;
                chart.setTheme(palette.theme(light));
            });
            colours.getItems().add(item);
        }
        items.add(colours);
        return items;
    }

    private static CheckMenuItem item(String id, String title, BooleanProperty shown) {
        CheckMenuItem item = new CheckMenuItem(title);
        item.setId(id);
        item.setSelected(shown.get());
        item.setOnAction(event -> shown.set(item.isSelected()));
        return item;
    }

    FlowView flow() {
        return flow;
    }

    /// Reads nothing more.
    void close() {
        flow.show(null);
        StoredFlow before = open;
        open = null;
        if (before != null) {
            before.close();
        }
    }
}
