package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.desktop.settings.MachinePreferences;
import ai.backtestr.desktop.settings.Preferences;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.RunResources;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.time.WallClock;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What the user prefers, and has it count at once wherever it is not a matter of looks.
///
/// Threads: belongs to the FX thread.
final class Preferred {
    private static final long MEGABYTE = 1L << 20;

    private final Workspace workspace;
    private final Tasks tasks;
    private final StrategyForm form;
    private final ReadOnlyObjectWrapper<Preferences> now = new ReadOnlyObjectWrapper<>(Preferences.DEFAULTS);
    private final ReadOnlyObjectWrapper<WallClock> clock = new ReadOnlyObjectWrapper<>(WallClock.UTC);
    private Consumer<Path> onStrategies = folder -> {};

    Preferred(Workspace workspace, Tasks tasks, StrategyForm form) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.form = form;
    }

    /// Begins with what is kept, before anything is shown.
    void begin(Preferences kept) {
        Preferences before = now.get();
        now.set(kept);
        clock.set(kept.clock());
        form.begin(kept.account());
        use(before.machine(), kept.machine());
    }

    /// Sets who takes the user's own strategies from another folder.
    void onStrategies(Consumer<Path> listener) {
        onStrategies = listener;
    }

    /// Returns what is preferred.
    Preferences now() {
        return now.get();
    }

    /// What is preferred, to be followed.
    ReadOnlyObjectProperty<Preferences> property() {
        return now.getReadOnlyProperty();
    }

    /// The clock whose times are shown, to be followed.
    ReadOnlyObjectProperty<WallClock> clock() {
        return clock.getReadOnlyProperty();
    }

    /// By how much texts are larger than usual, to be followed.
    ObservableValue<Double> textScale() {
        return now.map(preferences -> preferences.fontPercent() / 100.0);
    }

    /// Changes what is preferred; all of it counts at once.
    void change(UnaryOperator<Preferences> other) {
        Preferences before = now.get();
        Preferences after = other.apply(before);
        if (!after.zone().equals(before.zone())) {
            clock.set(after.clock());
        }
        now.set(after);
        if (!after.account().equals(before.account())) {
            form.use(after.account());
        }
        use(before.machine(), after.machine());
    }

    private void use(MachinePreferences before, MachinePreferences after) {
        if (!after.threads().equals(before.threads())) {
            workspace.use(new RunResources(after.threads(), workspace.monitor()));
        }
        boolean isOtherMemory = after.pageMegabytes() != before.pageMegabytes()
                || after.databaseMegabytes() != before.databaseMegabytes();
        if (isOtherMemory) {
            tasks.startBeside(
                    new BackgroundTask<>("Limiting memory", control -> {
                        workspace
                                .store()
                                .limitMemory(after.pageMegabytes() * MEGABYTE, after.databaseMegabytes() * MEGABYTE);
                        return after;
                    }),
                    done -> {});
        }
    }

    /// Takes the user's own strategies from another folder, also on the command line.
    ///
    /// @param folder null for that of the home folder
    void useStrategies(@Nullable Path folder) {
        tasks.startBeside(
                new BackgroundTask<>("Keeping the folder of strategies", control -> {
                    workspace.home().useStrategies(folder);
                    return workspace.home().strategies();
                }),
                onStrategies);
    }

    /// Returns the bars that an instrument is first shown in: those preferred, else those that show all of it.
    Timeframe firstTimeframe(StoredData data) {
        return preferredTimeframe()
                .filter(data::makes)
                .orElseGet(() -> ChartTimeframes.fitting(data.lastNs() - data.firstNs(), data.recorded()));
    }

    private Optional<Timeframe> preferredTimeframe() {
        try {
            return Optional.ofNullable(now.get().timeframe()).map(Timeframe::parse);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // an edited file
        }
    }
}
