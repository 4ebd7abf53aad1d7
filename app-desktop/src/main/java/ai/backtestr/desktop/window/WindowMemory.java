package ai.backtestr.desktop.window;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.settings.SettingsFile;
import ai.backtestr.desktop.settings.WindowSettings;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Keeps on file what the window is to remember: a moment after the last change, and when the window closes.
///
/// Threads: belongs to the FX thread; files are written on another.
final class WindowMemory {
    private final SettingsFile file;
    private final Executor background;
    private final Executor fxThread;
    private final Pause pause;
    private final StringProperty problem = new SimpleStringProperty("");
    private final AtomicReference<@Nullable WindowSettings> unwritten = new AtomicReference<>();
    private WindowSettings remembered;
    private Supplier<WindowSettings> now;

    /// @param file where it is kept
    /// @param loaded what was read from there
    /// @param background writes the file
    /// @param fxThread brings to the FX thread what went wrong
    /// @param pause how long to wait after a change
    WindowMemory(SettingsFile file, SettingsFile.Loaded loaded, Executor background, Executor fxThread, Pause pause) {
        this.file = file;
        this.background = background;
        this.fxThread = fxThread;
        this.pause = pause;
        remembered = loaded.settings();
        now = () -> remembered;
        if (loaded.problem() != null) {
            problem.set(loaded.problem());
        }
    }

    /// What went wrong with the file, in a sentence; empty for nothing.
    ObservableValue<String> problem() {
        return problem;
    }

    /// Returns what the last session left, or what was written since.
    WindowSettings remembered() {
        return remembered;
    }

    /// Takes what there is to remember from `source` from now on.
    void watch(Supplier<WindowSettings> source) {
        now = source;
    }

    /// Takes in that something changed.
    void changed() {
        pause.restart(this::save);
    }

    /// Has the file written, if anything changed.
    void save() {
        pause.stop();
        WindowSettings settings = now.get();
        if (!settings.equals(remembered)) {
            remembered = settings;
            unwritten.set(settings);
            background.execute(this::write);
        }
    }

    /// Writes the newest there is; whoever comes second finds nothing left to write.
    private void write() {
        synchronized (file) {
            WindowSettings settings = unwritten.getAndSet(null);
            if (settings != null) {
                try {
                    file.save(settings);
                } catch (ProblemException e) {
                    String message = String.valueOf(e.getMessage());
                    fxThread.execute(() -> problem.set(message));
                }
            }
        }
    }
}
