package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.ClosesInMemory;
import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.settings.ComparisonSettings;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.workspace.BarRequest;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.series.TickHistory;
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

    /// What a line is drawn of.
    ///
    /// @param instrument whose prices it shows
    /// @param history its ticks, or bars in memory
    /// @param close lets go of it; any thread
    private record Line(Instrument instrument, TickHistory history, Runnable close) {
        String title() {
            return instrument.title();
        }
    }

    /// One of them, and what it is drawn of once that is open.
    private static final class Laid {
        final ComparisonSettings chosen;

        @Nullable
        Line open;

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
                .filter(laid -> laid.open != null && laid.open.title().equals(title))
                .findFirst()
                .ifPresent(laid -> remove(laid.chosen.symbol()));
    }

    private void lay(ComparisonSettings other) {
        Laid laid = new Laid(other);
        all.add(laid);
        workbench.tasks().startBeside(opening(other.symbol()), opened -> take(laid, opened));
    }

    /// Opens the ticks of an instrument. Of one that has bars alone these are taken, and of quotes and trades mixed
    /// minutes of the trades, as a chart of it shows.
    private BackgroundTask<Line> opening(String symbol) {
        Workspace workspace = workbench.workspace();
        return new BackgroundTask<>("Opening " + symbol, control -> {
            StoredData data = workspace.stored(symbol);
            Optional<StoredHistory> ticks =
                    data.recorded() == null ? run(workspace.history(symbol), control) : Optional.empty();
            if (ticks.isPresent()) {
                return new Line(data.instrument(), ticks.get(), ticks.get()::close);
            }
            Timeframe timeframe = data.recorded() == null ? Timeframe.ONE_MINUTE : data.recorded();
            BarSeries bars = run(
                    workspace.bars(new BarRequest(symbol, TimeRange.ALL, null, timeframe, data.recorded())), control);
            TickHistory closes = new ClosesInMemory(bars, data.instrument().calendar());
            return new Line(data.instrument(), closes, () -> {});
        });
    }

    private static <T> T run(BackgroundTask<T> part, TaskControl control) {
        control.onCancel(part::cancel);
        control.reportFrom(part::progress);
        return part.run();
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

    private void take(Laid laid, Line opened) {
        if (all.contains(laid)) {
            laid.open = opened;
            show(laid);
        } else {
            workbench.tasks().background(opened.close());
        }
    }

    /// Lays them over what the chart shows now.
    void show() {
        all.forEach(this::show);
    }

    private void show(Laid laid) {
        Line line = laid.open;
        if (line == null) {
            return;
        }
        StoredData shown = model.instrument().get();
        boolean isItself = shown != null && shown.instrument().symbol().equals(laid.chosen.symbol());
        if (model.tickHistory().get() == null || model.replaying().get() || isItself) {
            hide(laid);
        } else {
            chart.compare(line.title(), line.history(), line.instrument().priceScale(), laid.chosen.ownScale());
        }
    }

    private void hide(Laid laid) {
        if (laid.open != null) {
            chart.endComparison(laid.open.title());
        }
    }

    private void letGo(Laid laid) {
        Line line = laid.open;
        if (line != null) {
            workbench.tasks().background(line.close());
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
                laid.open.close().run();
            }
        });
    }
}
