package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.Workspace;
import java.time.Clock;

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
}
