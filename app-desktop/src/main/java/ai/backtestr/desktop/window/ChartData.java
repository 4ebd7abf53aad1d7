package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.workspace.BarRequest;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the chart shows of an instrument: its ticks as they are stored or, where they have to be made first, bars
/// in memory.
///
/// Threads: belongs to the FX thread.
final class ChartData {
    private final Workspace workspace;
    private final Tasks tasks;
    private final ObjectProperty<Timeframe> timeframe = new SimpleObjectProperty<>(Timeframe.FIFTEEN_MINUTES);
    private final ObjectProperty<@Nullable StoredHistory> tickHistory = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable BarSeries> bars = new SimpleObjectProperty<>();
    private @Nullable StoredData chosen;
    private @Nullable StoredHistory openHistory; // of what is chosen, shown or not
    private boolean opening;

    ChartData(Workspace workspace, Tasks tasks) {
        this.workspace = workspace;
        this.tasks = tasks;
        timeframe.subscribe(this::timeframeChanged);
    }

    /// Opens an instrument in the timeframe that fits all of it.
    void open(StoredData data) {
        closeHistory();
        chosen = data;
        opening = true;
        timeframe.set(ChartTimeframes.fitting(data.lastNs() - data.firstNs(), data.recorded()));
        if (data.recorded() == null) {
            tasks.start(Tasks.Lane.CHART, workspace.history(data.instrument().symbol()), this::showHistory);
        } else {
            showHistory(Optional.empty());
        }
    }

    private void showHistory(Optional<StoredHistory> opened) {
        opening = false;
        openHistory = opened.orElse(null);
        showTimeframe();
    }

    private void timeframeChanged() {
        if (!opening) {
            showTimeframe();
        }
    }

    private void showTimeframe() {
        StoredHistory history = openHistory;
        if (history != null && StoredHistory.shows(timeframe.get())) {
            tasks.cancel(Tasks.Lane.CHART);
            bars.set(null);
            tickHistory.set(history);
        } else {
            loadBars();
        }
    }

    private void loadBars() {
        StoredData data = chosen;
        if (data != null) {
            BarRequest request =
                    new BarRequest(data.instrument().symbol(), TimeRange.ALL, null, timeframe.get(), data.recorded());
            tasks.start(Tasks.Lane.CHART, workspace.bars(request), this::showBars);
        }
    }

    private void showBars(BarSeries loaded) {
        tickHistory.set(null);
        bars.set(loaded);
    }

    private void closeHistory() {
        StoredHistory open = openHistory;
        openHistory = null;
        tickHistory.set(null);
        if (open != null) {
            tasks.background(open::close);
        }
    }

    /// Shows nothing of it any more, and waits until it is closed.
    void close() {
        StoredHistory open = openHistory;
        openHistory = null;
        if (open != null) {
            open.close();
        }
    }

    ObjectProperty<Timeframe> timeframe() {
        return timeframe;
    }

    /// The ticks shown; null where bars are.
    ObjectProperty<@Nullable StoredHistory> tickHistory() {
        return tickHistory;
    }

    /// The bars loaded last; null where the chart shows a history.
    ObjectProperty<@Nullable BarSeries> bars() {
        return bars;
    }
}
