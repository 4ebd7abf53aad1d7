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
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The run on screen: its result, what that came of, and which of its trades is selected.
///
/// Threads: belongs to the FX thread.
final class ShownRun {
    private static final int HASH_SHOWN = 8;

    private final Workspace workspace;
    private final Tasks tasks;
    private final ObjectProperty<@Nullable BacktestResult> result = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable BacktestResult> pinned;
    private final IntegerProperty selectedTrade = new SimpleIntegerProperty(-1);
    private @Nullable BacktestRequest request; // what was asked for, where the window asked
    private @Nullable StoredData data;

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
        selectedTrade.set(-1);
        BacktestResult before = pinned.get();
        if (before != null
                && !before.instrument().symbol().equals(finished.instrument().symbol())) {
            pinned.set(null); // it is of another instrument
        }
        data = of;
        request = by;
        result.set(finished);
    }

    /// Shows nothing.
    void letGo() {
        data = null;
        request = null;
        result.set(null);
        pinned.set(null);
        selectedTrade.set(-1);
    }

    /// The result; null for none.
    ObjectProperty<@Nullable BacktestResult> result() {
        return result;
    }

    /// Place of a trade in the result, -1 for none.
    IntegerProperty selectedTrade() {
        return selectedTrade;
    }

    /// Returns what it was made on; null for nothing.
    @Nullable
    StoredData data() {
        return data;
    }

    /// Tells whether the result on screen is of that data, among others.
    boolean isOf(@Nullable StoredData other) {
        if (other == null || other.equals(data)) {
            return other != null;
        }
        BacktestResult now = result.get();
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
        BacktestResult now = result.get();
        if (now != null && !now.trades().isEmpty()) {
            int last = now.trades().size() - 1;
            selectedTrade.set(Math.clamp(selectedTrade.get() + step, 0, last));
        }
    }

    /// Returns what the result on screen came of; of one that the window was opened with, all its ticks.
    BacktestRequest requestOf(BacktestResult result) {
        BacktestRequest known = request;
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
        if (result == null) {
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

    /// Explains the fills that a trade of the result on screen was entered and left by.
    ///
    /// @param trade its place in the result
    /// @param onText hears of the explanation
    void explain(int trade, Consumer<String> onText) {
        BacktestResult result = this.result.get();
        if (result != null && trade >= 0 && trade < result.trades().size()) {
            tasks.start(
                    Tasks.Lane.EXPLANATION, TradeExplanation.of(workspace, requestOf(result), result, trade), onText);
        }
    }
}
