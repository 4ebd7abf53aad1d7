package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// What every command works with. One thread.
final class CommandSession {
    private final Terminal terminal;
    private final Interruption interruption;
    private final Clock clock;
    private HomeFolder home;

    CommandSession(Terminal terminal, Interruption interruption, HomeFolder usualHome, Clock clock) {
        this.terminal = terminal;
        this.interruption = interruption;
        this.home = usualHome;
        this.clock = clock;
    }

    Terminal terminal() {
        return terminal;
    }

    Clock clock() {
        return clock;
    }

    HomeFolder home() {
        return home;
    }

    void useHome(HomeFolder other) {
        home = other;
    }

    Workspace openWorkspace() {
        return Workspace.open(home);
    }

    /// Runs a task to its end, with a progress bar where messages go to a screen.
    <T> T complete(BackgroundTask<T> task) {
        interruption.watch(task);
        if (!terminal.showsProgress()) {
            return task.run();
        }
        try (ProgressLine _ = ProgressLine.show(task)) {
            return task.run();
        }
    }

    /// Runs a task to its end that tells by itself how far it is.
    <T> T follow(BackgroundTask<T> task) {
        interruption.watch(task);
        return task.run();
    }

    /// Does work that changes nothing and so may end anywhere: Ctrl-C ends the program at once.
    void read(Runnable work) {
        interruption.runUntilEnd(work);
    }

    /// Opens the window and returns when it is closed.
    ///
    /// @param first a run to show at the start; null for none
    void openWindow(WorkbenchLauncher window, Workspace workspace, @Nullable BacktestResult first) {
        interruption.runUntilEnd(() -> window.open(workspace, first));
    }
}
