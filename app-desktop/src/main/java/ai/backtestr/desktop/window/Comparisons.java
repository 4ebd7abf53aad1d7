package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.settings.ComparisonSettings;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.render.chart.PriceChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Other instruments laid over the prices, for as long as the user wants them, whatever the chart shows meanwhile.
///
/// Threads: belongs to the FX thread.
final class Comparisons {
    /// How many lines can be told from each other.
    static final int MOST = 6;

    /// One of them, and its ticks once they are open.
    private static final class Laid {
        final ComparisonSettings chosen;

        @Nullable
        StoredHistory open;

        Laid(ComparisonSettings chosen) {
            this.chosen = chosen;
        }
    }

    private final Workbench workbench;
    private final ChartModel model;
    private final PriceChart chart;
    private final Runnable onChange;
    private final List<Laid> all = new ArrayList<>();

    /// @param model what the chart shows
    Comparisons(Workbench workbench, ChartModel model, PriceChart chart, Runnable onChange) {
        this.workbench = workbench;
        this.model = model;
        this.chart = chart;
        this.onChange = onChange;
        chart.panes().setOnComparedClosed(this::closed);
    }

    /// Returns the other instruments, the first chosen first.
    List<ComparisonSettings> chosen() {
        return all.stream().map(laid -> laid.chosen).toList();
    }

    /// Lays these over the prices instead of those before.
    void recall(List<ComparisonSettings> others) {
        if (!others.equals(chosen())) {
            all.stream().map(laid -> laid.chosen.symbol()).toList().forEach(this::take);
            others.forEach(this::lay);
        }
    }

    /// Lays another instrument over the prices too, or shows it otherwise.
    void choose(ComparisonSettings other) {
        take(other.symbol());
        if (all.size() == MOST) {
            workbench.tasks().tellError(MOST + " instruments lie over the prices already; take one of them away first");
            return;
        }
        chart.setPercent(chart.isPercent() || !other.ownScale());
        lay(other);
        onChange.run();
    }

    /// Takes one of them away.
    void remove(String symbol) {
        take(symbol);
        onChange.run();
    }

    /// Takes all of them away.
    void removeAll() {
        recall(List.of());
        onChange.run();
    }

    private void closed(String title) {
        all.stream()
                .filter(laid -> laid.open != null && title(laid.open).equals(title))
                .findFirst()
                .ifPresent(laid -> remove(laid.chosen.symbol()));
    }

    private static String title(StoredHistory history) {
        return history.instrument().title();
    }

    private void lay(ComparisonSettings other) {
        Laid laid = new Laid(other);
        all.add(laid);
        workbench.tasks().startBeside(workbench.workspace().history(other.symbol()), opened -> take(laid, opened));
    }

    private void take(String symbol) {
        all.stream()
                .filter(laid -> laid.chosen.symbol().equals(symbol))
                .findFirst()
                .ifPresent(laid -> {
                    all.remove(laid);
                    hide(laid);
                    letGo(laid);
                });
    }

    private void take(Laid laid, Optional<StoredHistory> opened) {
        if (!all.contains(laid)) {
            opened.ifPresent(history -> workbench.tasks().background(history::close));
        } else if (opened.isEmpty()) {
            all.remove(laid);
            workbench
                    .tasks()
                    .tellError(laid.chosen.symbol()
                            + " holds quotes and trades mixed, or no ticks; it cannot be laid over" + " a chart");
        } else {
            laid.open = opened.get();
            show(laid);
        }
    }

    /// Lays them over what the chart shows now.
    void show() {
        all.forEach(this::show);
    }

    private void show(Laid laid) {
        StoredHistory history = laid.open;
        if (history == null) {
            return;
        }
        StoredData shown = model.instrument().get();
        boolean isItself = shown != null && shown.instrument().symbol().equals(laid.chosen.symbol());
        if (model.tickHistory().get() == null || model.replaying().get() || isItself) {
            hide(laid);
        } else {
            chart.compare(title(history), history, history.instrument().priceScale(), laid.chosen.ownScale());
        }
    }

    private void hide(Laid laid) {
        if (laid.open != null) {
            chart.endComparison(title(laid.open));
        }
    }

    private void letGo(Laid laid) {
        StoredHistory history = laid.open;
        if (history != null) {
            workbench.tasks().background(history::close);
        }
    }

    /// Ends them for good.
    void end() {
        List<Laid> ended = List.copyOf(all);
        all.clear();
        ended.forEach(this::letGo);
    }

    /// Ends them for good, and waits until the others' ticks are let go of.
    void leave() {
        List<Laid> ended = List.copyOf(all);
        all.clear();
        ended.forEach(laid -> {
            if (laid.open != null) {
                laid.open.close();
            }
        });
    }
}
