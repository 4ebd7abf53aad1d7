package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.layout.ChartState;
import ai.backtestr.desktop.layout.LinkColour;
import ai.backtestr.desktop.workspace.BarRequest;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A chart without any control: which instrument it shows in which bars, and what it reads for that: its ticks as
/// they are stored or, where they have to be made first, bars in memory. It reads nothing before it is to be seen.
///
/// Threads: belongs to the FX thread.
final class ChartModel {
    private record Reading(ChartModel chart) implements Tasks.Track {}

    private final Workspace workspace;
    private final Tasks tasks;
    private final OpenHistories histories;
    private final Function<StoredData, Timeframe> first;
    private final Tasks.Track lane = new Reading(this);
    private final ObjectProperty<@Nullable StoredData> instrument = new SimpleObjectProperty<>();
    private final ObjectProperty<Timeframe> timeframe = new SimpleObjectProperty<>(Timeframe.FIFTEEN_MINUTES);
    private final ObjectProperty<@Nullable StoredHistory> tickHistory = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable BarSeries> bars = new SimpleObjectProperty<>();
    private final ObjectProperty<LinkColour> link;
    private final BooleanProperty replaying = new SimpleBooleanProperty();
    private @Nullable StoredHistory openHistory; // of what is chosen, shown or not
    private @Nullable ChartState kept;
    private boolean seen;
    private boolean opening;

    /// @param first the bars that an instrument is first shown in
    /// @param kept what it is to show, once it is known what is stored
    ChartModel(
            Workspace workspace,
            Tasks tasks,
            OpenHistories histories,
            Function<StoredData, Timeframe> first,
            ChartState kept) {
        this.first = first;
        this.workspace = workspace;
        this.tasks = tasks;
        this.histories = histories;
        this.kept = kept;
        link = new SimpleObjectProperty<>(kept.link());
        timeframe.subscribe(this::timeframeChanged);
    }

    /// Opens an instrument in the bars that it is first shown in.
    void open(StoredData data) {
        kept = null;
        open(data, first.apply(data));
    }

    private void open(StoredData data, Timeframe shown) {
        closeHistory();
        opening = true;
        timeframe.set(shown);
        instrument.set(data);
        if (seen) {
            read(data);
        }
    }

    private void read(StoredData data) {
        if (data.recorded() == null) {
            histories.open(lane, data, this::showHistory);
        } else {
            showHistory(Optional.empty());
        }
    }

    /// Takes in that it is to be seen from now on.
    void see() {
        StoredData data = instrument.get();
        if (!seen && data != null) {
            seen = true;
            read(data);
        }
        seen = true;
    }

    /// Takes in what is stored: opens what it is to show, and what has changed since it was opened.
    void take(List<StoredData> stored) {
        StoredData now = instrument.get();
        ChartState wanted = kept;
        if (now != null && !stored.contains(now)) {
            stored.stream()
                    .filter(data -> isSame(data, now))
                    .findFirst()
                    .ifPresent(changed -> open(changed, timeframe.get()));
        } else if (now == null && wanted != null) {
            stored.stream().filter(data -> isOf(data, wanted)).findFirst().ifPresent(data -> recall(data, wanted));
        }
    }

    private static boolean isSame(StoredData one, StoredData other) {
        return one.instrument().symbol().equals(other.instrument().symbol())
                && Objects.equals(one.recorded(), other.recorded());
    }

    private static boolean isOf(StoredData data, ChartState state) {
        Timeframe recorded = data.recorded();
        return data.instrument().symbol().equals(state.symbol())
                && (state.recorded() == null
                        || (recorded != null && recorded.toString().equals(state.recorded())));
    }

    private void recall(StoredData data, ChartState wanted) {
        open(data, keptTimeframe(wanted).filter(data::makes).orElseGet(() -> first.apply(data)));
    }

    private static Optional<Timeframe> keptTimeframe(ChartState wanted) {
        try {
            return Optional.ofNullable(wanted.timeframe()).map(Timeframe::parse);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // of another version: the one that fits is shown
        }
    }

    /// Returns how it was kept, once; null if it shows something new.
    @Nullable
    ChartState takeKept() {
        ChartState state = kept;
        kept = null;
        return state;
    }

    /// Returns how it is to be kept as long as it has not been seen; null from then on.
    @Nullable
    ChartState kept() {
        ChartState state = kept;
        return state == null ? null : state.withLink(link.get());
    }

    private void showHistory(Optional<StoredHistory> opened) {
        opening = false;
        openHistory = opened.orElse(null);
        showTimeframe();
    }

    private void timeframeChanged() {
        if (!opening && seen) {
            showTimeframe();
        }
    }

    private void showTimeframe() {
        StoredHistory history = openHistory;
        if (history != null && StoredHistory.shows(timeframe.get())) {
            tasks.cancel(lane);
            bars.set(null);
            tickHistory.set(history);
        } else {
            loadBars();
        }
    }

    private void loadBars() {
        StoredData data = instrument.get();
        if (data != null) {
            BarRequest request =
                    new BarRequest(data.instrument().symbol(), TimeRange.ALL, null, timeframe.get(), data.recorded());
            tasks.start(lane, workspace.bars(request), this::showBars);
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
            histories.release(open);
        }
    }

    /// Shows nothing any more.
    void close() {
        tasks.cancel(lane);
        closeHistory();
    }

    /// Tells whether it shows that, or is to.
    boolean shows(@Nullable StoredData data) {
        return data != null && data.equals(instrument.get());
    }

    /// What it shows; null for nothing yet.
    ObjectProperty<@Nullable StoredData> instrument() {
        return instrument;
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

    /// The group of charts that it goes together with.
    ObjectProperty<LinkColour> link() {
        return link;
    }

    /// Whether it shows a replay.
    BooleanProperty replaying() {
        return replaying;
    }
}
