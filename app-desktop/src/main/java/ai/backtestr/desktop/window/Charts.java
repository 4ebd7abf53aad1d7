package ai.backtestr.desktop.window;

import ai.backtestr.desktop.layout.ChartState;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// All charts, one of which is active: what is chosen, run and replayed is chosen for that one.
///
/// Threads: belongs to the FX thread.
final class Charts {
    private final Workspace workspace;
    private final Tasks tasks;
    private final Function<StoredData, Timeframe> first;
    private final OpenHistories histories;
    private final List<ChartModel> all = new ArrayList<>();
    private final ObjectProperty<ChartModel> active;
    private List<StoredData> stored = List.of();
    private @Nullable StoredData replayed;
    private Runnable onChange = () -> {};

    /// One chart, of nothing yet.
    ///
    /// @param first the bars that an instrument is first shown in
    Charts(Workspace workspace, Tasks tasks, Function<StoredData, Timeframe> first) {
        this.first = first;
        this.workspace = workspace;
        this.tasks = tasks;
        histories = new OpenHistories(workspace, tasks);
        active = new SimpleObjectProperty<>(add(ChartState.EMPTY));
    }

    /// Adds a chart that shows what `state` says as soon as it is stored and seen.
    ChartModel add(ChartState state) {
        ChartModel chart = new ChartModel(workspace, tasks, histories, first, state);
        all.add(chart);
        chart.instrument().subscribe((before, now) -> changed(chart));
        chart.take(stored);
        return chart;
    }

    private void changed(ChartModel chart) {
        chart.replaying().set(chart.shows(replayed));
        onChange.run();
    }

    /// Takes charts away. There is always one left, the active one if possible.
    void remove(List<ChartModel> charts) {
        all.removeAll(charts);
        if (charts.contains(active.get()) && !all.isEmpty()) {
            active.set(all.getFirst());
        }
        charts.forEach(ChartModel::close);
        onChange.run();
    }

    /// Sets who hears that another chart is active, or that one shows another instrument.
    void onChange(Runnable listener) {
        onChange = listener;
        active.subscribe((before, now) -> listener.run());
    }

    /// Takes in what is stored.
    void take(List<StoredData> now) {
        stored = List.copyOf(now);
        List.copyOf(all).forEach(chart -> chart.take(stored));
    }

    /// Takes in of what a replay is shown; null for none.
    void replay(@Nullable StoredData data) {
        replayed = data;
        all.forEach(chart -> chart.replaying().set(chart.shows(data)));
    }

    /// Tells whether a chart shows that.
    boolean show(@Nullable StoredData data) {
        return all.stream().anyMatch(chart -> chart.shows(data));
    }

    List<ChartModel> all() {
        return List.copyOf(all);
    }

    ObjectProperty<ChartModel> active() {
        return active;
    }

    /// Shows nothing of them any more, and waits until all is closed.
    void close() {
        all.forEach(ChartModel::close);
        histories.close();
    }
}
