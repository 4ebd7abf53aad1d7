package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.render.chart.PriceChart;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Another instrument laid over the prices, for as long as the user wants it, whatever the chart shows meanwhile.
///
/// Threads: belongs to the FX thread.
final class Comparison {
    private final Workbench workbench;
    private final PriceChart chart;
    private final Runnable onChange;
    private @Nullable String symbol;
    private boolean ownScale;
    private @Nullable StoredHistory open;

    Comparison(Workbench workbench, PriceChart chart, Runnable onChange) {
        this.workbench = workbench;
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
        if (!of.equals(symbol) || opened.isEmpty()) {
            opened.ifPresent(history -> workbench.tasks().background(history::close));
            if (opened.isEmpty()) {
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
        boolean isItself = workbench.symbol().get() != null
                && workbench.symbol().get().instrument().symbol().equals(symbol);
        if (workbench.tickHistory().get() == null || workbench.replaying().get() || isItself) {
            chart.endComparison();
        } else {
            chart.compare(
                    history.instrument().title(), history, history.instrument().priceScale(), ownScale);
        }
    }

    /// Lets go of the other's ticks.
    void close() {
        StoredHistory history = open;
        open = null;
        if (history != null) {
            workbench.tasks().background(history::close);
        }
    }

    /// The same, and waits until it is done.
    void leave() {
        StoredHistory history = open;
        open = null;
        if (history != null) {
            history.close();
        }
    }
}
