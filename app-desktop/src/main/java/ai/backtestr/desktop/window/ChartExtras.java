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
import ai.backtestr.render.order.OrderLines;
import ai.backtestr.render.profile.FlowView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What a chart shows beside prices and drawings: footprints and volume profiles, stops and targets of the selected
/// trade, and the choice of the palette that all charts are painted in.
///
/// Threads: belongs to the FX thread.
final class ChartExtras {
    private static final String FOOTPRINT = "footprint";
    private static final String PROFILE = "profile";
    private static final String SESSIONS = "sessions";
    private static final String NO_PINNED_TRADES = "no-pinned-trades";

    private final Workbench workbench;
    private final ChartModel model;
    private final PriceChart chart;
    private final FlowView flow;
    private final LevelLayer levels;
    private final OrderLines orders;
    private final BooleanProperty footprint = new SimpleBooleanProperty();
    private final BooleanProperty pinnedTradesHidden = new SimpleBooleanProperty();
    private final Subscription following;
    private @Nullable StoredFlow open;

    /// @param model what the chart shows
    ChartExtras(Workbench workbench, ChartModel model, PriceChart chart) {
        this.workbench = workbench;
        this.model = model;
        this.chart = chart;
        flow = new FlowView(chart);
        levels = new LevelLayer(chart);
        orders = new OrderLines(chart);
        flow.setOnProblem(problem -> workbench
                .tasks()
                .tellError(ProblemException.explain(problem)
                        .orElseGet(() -> "The volume profile cannot be read: " + problem)));
        footprint.subscribe(wanted -> allowFootprint());
        following = model.instrument()
                .subscribe(chosen -> show())
                .and(model.replaying().subscribe(is -> show()))
                .and(model.timeframe().subscribe(timeframe -> allowFootprint()))
                .and(workbench.seen().subscribe(result -> showLevels()))
                .and(workbench.selectedTrade().subscribe(trade -> showLevels()))
                .and(PinnedGhost.in(chart, workbench, model, pinnedTradesHidden));
    }

    private void show() {
        showFlow();
        orders.show(List.of(), null);
        if (model.replaying().get()) {
            levels.show(List.of()); // until the replay shows its own
        } else {
            showLevels();
        }
    }

    /// A replay shows nothing of what is still to come, and a flow knows all of it.
    private void showFlow() {
        StoredFlow before = open;
        open = null;
        flow.show(null);
        if (before != null) {
            workbench.tasks().background(before::close);
        }
        StoredData chosen = model.instrument().get();
        if (chosen != null && chosen.recorded() == null && !model.replaying().get()) {
            StoredFlow opened = workbench.flow(chosen.instrument());
            open = opened;
            flow.show(opened);
        }
    }

    /// Where a bar of ticks, volume or range ends cannot be told by time alone, and a Heikin-Ashi bar is none of
    /// prices traded.
    private void allowFootprint() {
        Timeframe timeframe = model.timeframe().get();
        boolean allowed = timeframe.isTime() && !timeframe.heikinAshi();
        flow.footprint().set(footprint.get() && allowed);
        if (footprint.get() && !allowed) {
            workbench.tasks().tell("Footprints need bars of time; " + timeframe + " has none.");
        }
    }

    private void showLevels() {
        if (!model.replaying().get()) {
            BacktestResult result = workbench.seen().get();
            StoredData data = model.instrument().get();
            int trade = workbench.selectedTrade().get();
            boolean isOfChart = result != null
                    && data != null
                    && workbench.shown().isOf(data)
                    && trade >= 0
                    && trade < result.trades().size()
                    && result.instrumentOf(result.trades().get(trade).ticket())
                            .symbol()
                            .equals(data.instrument().symbol());
            levels.show(isOfChart ? TradeLevels.of(result, trade) : List.of());
        }
    }

    void setTheme(ChartTheme theme) {
        chart.setTheme(theme);
    }

    /// Calls `listener` when another footprint or profile is shown.
    void onChange(Runnable listener) {
        choices().values().forEach(choice -> choice.subscribe((before, now) -> listener.run()));
    }

    private Map<String, BooleanProperty> choices() {
        return Map.of(
                FOOTPRINT,
                footprint,
                PROFILE,
                flow.profile(),
                SESSIONS,
                flow.sessions(),
                NO_PINNED_TRADES,
                pinnedTradesHidden);
    }

    /// Returns which footprints and profiles are chosen, by name.
    List<String> profiles() {
        return choices().entrySet().stream()
                .filter(choice -> choice.getValue().get())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// Shows those of these names.
    void recall(List<String> profiles) {
        choices().forEach((name, choice) -> choice.set(profiles.contains(name)));
    }

    /// Returns what there is to choose.
    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("chart-footprint", "Footprint", footprint));
        items.add(item("chart-profile", "Volume profile of what is on screen", flow.profile()));
        items.add(item("chart-sessions", "Volume profile of each day", flow.sessions()));
        CheckMenuItem ghosts = new CheckMenuItem("Trades of the pinned run");
        ghosts.setId("chart-pinned-trades");
        ghosts.setSelected(!pinnedTradesHidden.get());
        ghosts.setOnAction(event -> pinnedTradesHidden.set(!ghosts.isSelected()));
        items.add(ghosts);
        Menu colours = new Menu("Colours");
        ToggleGroup group = new ToggleGroup();
        for (ChartPalette one : ChartPalette.values()) {
            RadioMenuItem item = new RadioMenuItem(one.title());
            item.setId("palette-" + one);
            item.setToggleGroup(group);
            item.setSelected(one == workbench.preferred().now().palette());
            item.setOnAction(event -> workbench.preferred().change(now -> now.withPalette(one)));
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

    /// Whether footprints are wanted; they are shown where bars allow it.
    BooleanProperty footprint() {
        return footprint;
    }

    FlowView flow() {
        return flow;
    }

    /// Where the chart shows prices that orders wait at.
    LevelLayer levels() {
        return levels;
    }

    /// Where orders of a replay are dragged.
    OrderLines orders() {
        return orders;
    }

    /// Reads nothing more.
    void close() {
        following.unsubscribe();
        flow.show(null);
        StoredFlow before = open;
        open = null;
        if (before != null) {
            before.close();
        }
    }
}
