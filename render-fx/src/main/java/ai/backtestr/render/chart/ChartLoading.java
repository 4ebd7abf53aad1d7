package ai.backtestr.render.chart;

import ai.backtestr.render.history.FigureView;
import ai.backtestr.render.history.HistoryView;
import ai.backtestr.render.series.SlotAxis;
import ai.backtestr.render.series.TickFigureSource;
import ai.backtestr.render.series.TickHistory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

/// What of a chart's content is loaded in the background.
///
/// Threads: confined to the FX thread, but for what loaders call.
final class ChartLoading {
    private final ChartContent content;
    private final Runnable onLoaded;
    private final IndicatorSupply supply = new IndicatorSupply(this::loaded, this::problem);
    private final Runnable lookAtLoaded = this::lookAtLoaded;
    private final AtomicBoolean newlyLoaded = new AtomicBoolean();
    private Consumer<RuntimeException> onProblem = problem -> {};

    /// @param onLoaded called on the FX thread when there is more to paint
    ChartLoading(ChartContent content, Runnable onLoaded) {
        this.content = content;
        this.onLoaded = onLoaded;
    }

    void setOnProblem(Consumer<RuntimeException> listener) {
        onProblem = listener;
    }

    IndicatorSupply supply() {
        return supply;
    }

    /// Loads this history from now on, and none before.
    void open(TickHistory history, SlotAxis axis) {
        close();
        content.setHistory(new HistoryView(history, axis, this::loaded, this::problem));
        if (history instanceof TickFigureSource source) {
            content.setFigures(new FigureView(source, this::loaded, this::problem), source.hasTrades());
        }
    }

    /// Loads another instrument too, over the axis of the history.
    void compare(String name, TickHistory history, int decimals, boolean ownScale, SlotAxis axis) {
        int number = content.numberToCompare(name);
        content.compare(
                new ComparedInstrument(name, number, history, decimals, ownScale, axis, this::loaded, this::problem));
    }

    /// Called by a loader.
    private void problem(RuntimeException problem) {
        Platform.runLater(() -> onProblem.accept(problem));
    }

    /// Loads nothing more; what is shown stays.
    void close() {
        HistoryView view = content.history();
        if (view != null) {
            view.close();
        }
        content.setFigures(null, false);
        content.endComparisons();
        supply.setBars(null, null, content);
        supply.close();
    }

    /// Called by the loader: however much it loads, the chart looks once a pulse.
    private void loaded() {
        if (newlyLoaded.compareAndSet(false, true)) {
            Platform.runLater(lookAtLoaded);
        }
    }

    private void lookAtLoaded() {
        newlyLoaded.set(false);
        supply.take(content);
        onLoaded.run();
    }

    /// Tells whether what was painted last is exact, rather than as well as it is known so far.
    boolean isComplete() {
        HistoryView view = content.history();
        return view == null || view.isComplete();
    }

    /// Waits until all that is to be loaded for what was painted last is loaded. Any thread but that of the
    /// toolkit.
    void await() {
        HistoryView view = content.history();
        if (view != null) {
            view.awaitLoaded();
        }
        FigureView figures = content.figures();
        if (figures != null) {
            figures.awaitLoaded();
        }
        content.compared().forEach(ComparedInstrument::awaitLoaded);
        supply.awaitLoaded();
    }
}
