package ai.backtestr.desktop.window;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.action.PaletteEntry;
import ai.backtestr.desktop.action.PaletteSource;
import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.bar.Timeframe;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the palette offers besides actions: what is stored, strategies, timeframes, settings, runs that are kept.
final class PaletteSources {
    private static final int MOST_RUNS = 500;

    private PaletteSources() {}

    /// @param recent the files used last
    /// @param preferences where settings are set
    static List<PaletteSource> of(Workbench workbench, Recent recent, PreferencesDialog preferences) {
        return List.of(
                entries -> entries.accept(map(workbench.symbols(), data -> instrument(workbench, data))),
                entries -> entries.accept(
                        map(workbench.form().choices().getValue(), choice -> strategy(workbench, choice))),
                entries -> entries.accept(recent.entries()),
                // The first time, forms are made for it.
                entries -> workbench.tasks().later(() -> entries.accept(preferences.entries())),
                entries -> entries.accept(map(ChartTimeframes.offered(), timeframe -> timeframe(workbench, timeframe))),
                entries -> workbench
                        .kept()
                        .latest(MOST_RUNS, runs -> entries.accept(map(runs, run -> keptRun(workbench, run)))));
    }

    private static <T> List<PaletteEntry> map(List<T> all, Function<T, PaletteEntry> entry) {
        return all.stream().map(entry).toList();
    }

    private static PaletteEntry instrument(Workbench workbench, StoredData data) {
        return new PaletteEntry(
                "Instrument",
                data.instrument().symbol(),
                FigureText.count(data.count()) + " " + data.kind(),
                "",
                () -> workbench.symbol().set(data));
    }

    private static PaletteEntry strategy(Workbench workbench, StrategyChoice choice) {
        return new PaletteEntry("Strategy", choice.title(), choice.name(), "", () -> {
            workbench.form().strategy().set(choice);
            workbench.settle();
        });
    }

    private static PaletteEntry timeframe(Workbench workbench, Timeframe timeframe) {
        return new PaletteEntry("Timeframe", timeframe.toString(), "bars of the chart", "", () -> {
            StoredData shown = workbench.symbol().get();
            if (shown != null && shown.makes(timeframe)) {
                workbench.timeframe().set(timeframe);
            } else {
                workbench.tasks().tellError("There are no bars of " + timeframe + " of what is shown.");
            }
        });
    }

    private static String words(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" "));
    }

    private static PaletteEntry keptRun(Workbench workbench, StoredRun run) {
        String detail = String.join(" ", words(run.run().parameters()), String.join(" ", run.tags()), run.note());
        return new PaletteEntry(
                "Kept run",
                "#" + run.id() + " " + run.run().strategy() + " on " + run.run().symbol(),
                detail.strip(),
                "",
                () -> workbench.open(run));
    }
}
