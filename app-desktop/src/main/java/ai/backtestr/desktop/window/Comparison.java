package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.render.chart.PriceChart;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Another instrument laid over the prices, for as long as the user wants it, whatever the chart shows meanwhile.
///
/// Threads: belongs to the FX thread.
final class Comparison {
    private final Workbench workbench;
    private final ChartModel model;
    private final PriceChart chart;
    private final Runnable onChange;
    private @Nullable String symbol;
    private boolean ownScale;
    private @Nullable StoredHistory open;
    private boolean ended;

    /// @param model what the chart shows
    Comparison(Workbench workbench, ChartModel model, PriceChart chart, Runnable onChange) {
        this.workbench = workbench;
        this.model = model;
        this.chart = chart;
        this.onChange = onChange;
        chart.panes().setOnComparedClosed(() -> choose(null, false));
    }

    /// Returns the other instrument, null for none.
    @Nullable
    String symbol() {
        return symbol;
    }

    boolean hasOwnScale() {
        return ownScale;
    }

    /// Compares with another instrument, or with none.
    ///
    /// @param onOwnScale whether it has a scale of its own, rather than that of the prices by percents
    void choose(@Nullable String other, boolean onOwnScale) {
        symbol = other;
        ownScale = onOwnScale;
        close();
        chart.endComparison();
        if (other != null) {
            chart.setPercent(chart.isPercent() || !onOwnScale);
            workbench.tasks().startBeside(workbench.workspace().history(other), opened -> take(other, opened));
        }
        onChange.run();
    }

    private void take(String of, Optional<StoredHistory> opened) {
        if (ended || !of.equals(symbol) || opened.isEmpty()) {
            opened.ifPresent(history -> workbench.tasks().background(history::close));
            if (opened.isEmpty() && !ended) {
                workbench
                        .tasks()
                        .tellError(of + " holds quotes and trades mixed, or no ticks; it cannot be laid over"
                                + " a chart");
                symbol = null;
            }
            return;
        }
        close();
        open = opened.get();
        show();
    }

    /// Lays it over what the chart shows now.
    void show() {
        StoredHistory history = open;
        if (history == null) {
            return;
        }
        StoredData shown = model.instrument().get();
        boolean isItself = shown != null && shown.instrument().symbol().equals(symbol);
        if (model.tickHistory().get() == null || model.replaying().get() || isItself) {
            chart.endComparison();
        } else {
            chart.compare(
                    history.instrument().title(), history, history.instrument().priceScale(), ownScale);
        }
    }

    /// Ends it for good.
    void end() {
        ended = true;
        close();
    }

    private void close() {
        StoredHistory history = open;
        open = null;
        if (history != null) {
            workbench.tasks().background(history::close);
        }
    }

    /// Ends it for good, and waits until the other's ticks are let go of.
    void leave() {
        ended = true;
        StoredHistory history = open;
        open = null;
        if (history != null) {
            history.close();
        }
    }
}
