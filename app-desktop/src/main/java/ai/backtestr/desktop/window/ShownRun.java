package ai.backtestr.desktop.window;

import ai.backtestr.desktop.honesty.ReportMaker;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.PortfolioRequest;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BarDataRun;
import ai.backtestr.engine.run.PathAssumption;
import ai.backtestr.engine.run.Portfolio;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The run on screen: its result, or what there is of it while it goes on, what that came of, and which of its
/// trades is selected.
///
/// Threads: belongs to the FX thread.
final class ShownRun {
    private static final int HASH_SHOWN = 8;

    private final Workspace workspace;
    private final Tasks tasks;
    /// @param data what it was made on; null if that is not stored
    /// @param request what was asked for; null for all that there is
    private record Origin(
            @Nullable StoredData data, @Nullable BacktestRequest request) {}

    private final ObjectProperty<@Nullable BacktestResult> result = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable BacktestResult> seen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable BacktestResult> pinned;
    private final IntegerProperty selectedTrade = new SimpleIntegerProperty(-1);
    private Origin origin = new Origin(null, null); // of the result
    private @Nullable Origin partOrigin; // of the part on screen in its place

    /// @param pinned the run that others are compared with
    ShownRun(Workspace workspace, Tasks tasks, ObjectProperty<@Nullable BacktestResult> pinned) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.pinned = pinned;
    }

    /// Shows a run.
    ///
    /// @param of what it was made on; null if that is not stored
    /// @param by what was asked for; null for all that there is of it
    void show(BacktestResult finished, @Nullable StoredData of, @Nullable BacktestRequest by) {
        if (partOrigin == null) {
            selectedTrade.set(-1); // else it is one of the same run
        }
        partOrigin = null;
        origin = new Origin(of, by);
        unpinOther(finished);
        result.set(finished);
        seen.set(finished);
    }

    /// Shows what came so far of a run that goes on, until [#show] or [#dropPart()].
    void showPart(BacktestResult part, @Nullable StoredData of, @Nullable BacktestRequest by) {
        Origin next = new Origin(of, by);
        if (!next.equals(partOrigin)) {
            selectedTrade.set(-1);
            partOrigin = next;
            unpinOther(part);
        }
        seen.set(part);
    }

    /// Shows the last result again, if part of another run is shown.
    void dropPart() {
        if (partOrigin != null) {
            partOrigin = null;
            selectedTrade.set(-1);
            seen.set(result.get());
        }
    }

    private void unpinOther(BacktestResult now) {
        BacktestResult before = pinned.get();
        if (before != null
                && !before.instrument().symbol().equals(now.instrument().symbol())) {
            pinned.set(null); // it is of another instrument
        }
    }

    /// Shows nothing, nor a pinned run.
    void letGo() {
        hide();
        origin = new Origin(null, null);
        pinned.set(null);
    }

    /// Shows nothing.
    void hide() {
        partOrigin = null;
        result.set(null);
        seen.set(null);
        selectedTrade.set(-1);
    }

    /// The last result, of a run that has ended; null for none.
    ReadOnlyObjectProperty<@Nullable BacktestResult> result() {
        return result;
    }

    /// What is on screen: the result, or the part of one that there is; null for nothing.
    ReadOnlyObjectProperty<@Nullable BacktestResult> seen() {
        return seen;
    }

    /// Tells whether what is on screen is part of a run that goes on.
    boolean isPart() {
        return partOrigin != null;
    }

    /// Returns where the data of the run on screen ends, nanoseconds since the epoch, UTC; `Long.MIN_VALUE` where
    /// that is told by the result.
    long untilNs() {
        Origin part = partOrigin;
        if (part == null || part.data == null || part.request == null) {
            return Long.MIN_VALUE;
        }
        return Math.min(part.data.lastNs(), part.request.range().toNs());
    }

    private Origin now() {
        Origin part = partOrigin;
        return part == null ? origin : part;
    }

    /// Place of a trade in the result, -1 for none.
    IntegerProperty selectedTrade() {
        return selectedTrade;
    }

    /// Returns what it was made on; null for nothing.
    @Nullable
    StoredData data() {
        return now().data;
    }

    /// Tells whether the result on screen is of that data, among others.
    boolean isOf(@Nullable StoredData other) {
        if (other == null || other.equals(data())) {
            return other != null;
        }
        BacktestResult now = seen.get();
        Portfolio portfolio = now == null ? null : now.portfolio();
        return portfolio != null
                && other.recorded() == null
                && portfolio.instruments().stream()
                        .anyMatch(traded -> traded.instrument()
                                .symbol()
                                .equals(other.instrument().symbol()));
    }

    /// Selects the trade after the one selected, or before it.
    void stepTrade(int step) {
        BacktestResult now = seen.get();
        if (now != null && !now.trades().isEmpty()) {
            int last = now.trades().size() - 1;
            selectedTrade.set(Math.clamp(selectedTrade.get() + step, 0, last));
        }
    }

    /// Returns what the result on screen came of; of one that the window was opened with, all its ticks.
    BacktestRequest requestOf(BacktestResult result) {
        BacktestRequest known = now().request;
        if (known != null) {
            return known;
        }
        BarDataRun barData = result.barData();
        return new BacktestRequest(
                result.instrument().symbol(),
                TimeRange.ALL,
                result.spec(),
                barData == null ? null : barData.timeframe(),
                barData == null ? PathAssumption.NEAREST : barData.path(),
                result.portfolio() == null ? null : PortfolioRequest.of(result.portfolio()));
    }

    /// Writes a report on the result on screen among the results in the home folder, with all checks.
    ///
    /// @param onWritten hears of its page
    void report(Consumer<Path> onWritten) {
        BacktestResult result = this.result.get();
        if (result == null || isUnfinished()) {
            return;
        }
        BacktestRequest request = requestOf(result);
        String name = request.symbol() + "-" + request.spec().strategy().name() + "-"
                + result.resultHash().substring(0, HASH_SHOWN);
        Path folder = workspace.home().results().resolve(name);
        tasks.start(Tasks.Lane.REPORT, ReportMaker.making(workspace, request, folder), page -> {
            tasks.tell("The report is written: " + page);
            onWritten.accept(page);
        });
    }

    /// Pins the run on screen once it has ended, or lets go of the one that is pinned.
    void pinOrUnpin() {
        if (pinned.get() != null) {
            pinned.set(null);
        } else if (!isUnfinished()) {
            pinned.set(result.get());
        }
    }

    /// Tells whether the run on screen still goes on, and the user if it does.
    boolean isUnfinished() {
        if (isPart()) {
            tasks.tell("The run on screen still goes on; wait for its end.");
        }
        return isPart();
    }

    /// Explains the fills that a trade of the result on screen was entered and left by.
    ///
    /// @param trade its place in the result
    /// @param onText hears of the explanation
    void explain(int trade, Consumer<String> onText) {
        BacktestResult result = seen.get();
        if (result != null && trade >= 0 && trade < result.trades().size()) {
            tasks.start(
                    Tasks.Lane.EXPLANATION, TradeExplanation.of(workspace, requestOf(result), result, trade), onText);
        }
    }
}
