package ai.backtestr.desktop.window;

import ai.backtestr.desktop.problem.ProblemException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Keeps something on file: a moment after the last change, and when the window closes.
///
/// Threads: belongs to the FX thread; files are written on another.
///
/// @param <T> what is kept, which never changes itself
class FileMemory<T> {
    private final Consumer<T> file;
    private final Executor background;
    private final Executor fxThread;
    private final Pause pause;
    private final StringProperty problem = new SimpleStringProperty("");
    private final AtomicReference<@Nullable T> unwritten = new AtomicReference<>();
    private String notice = ""; // of the start
    private String failure = ""; // of the last writing; guarded by file
    private T remembered;
    private Supplier<T> now;
    private boolean closed;

    /// @param file replaces the file
    /// @param remembered what was read from it
    /// @param told what was wrong with it; null for nothing
    /// @param background writes the file
    /// @param fxThread brings to the FX thread what went wrong
    /// @param pause how long to wait after a change
    FileMemory(
            Consumer<T> file,
            T remembered,
            @Nullable String told,
            Executor background,
            Executor fxThread,
            Pause pause) {
        this.file = file;
        this.background = background;
        this.fxThread = fxThread;
        this.pause = pause;
        this.remembered = remembered;
        now = () -> remembered;
        if (told != null) {
            tell(told);
        }
    }

    /// What went wrong with the file, in a sentence; empty for nothing.
    ObservableValue<String> problem() {
        return problem;
    }

    /// Tells the user something of what was found at the start, for the whole session.
    void tell(String notice) {
        this.notice = this.notice.isEmpty() ? notice : this.notice + "; " + notice;
        problem.set(this.notice);
    }

    /// Returns what the last session left, or what was written since.
    T remembered() {
        return remembered;
    }

    /// Takes what there is to remember from `source` from now on.
    void watch(Supplier<T> source) {
        now = source;
    }

    /// Takes in that something changed.
    void changed() {
        if (!closed) {
            pause.restart(this::save);
        }
    }

    /// Has the file written, if anything changed; what changes after that is not kept.
    void close() {
        save();
        closed = true;
    }

    /// Has the file written, if anything changed, or if it could not be written before.
    void save() {
        pause.stop();
        T value = now.get();
        if (!value.equals(remembered)) {
            remembered = value;
            unwritten.set(value);
        }
        if (unwritten.get() != null) {
            background.execute(this::write);
        }
    }

    /// Writes the newest there is; whoever comes second finds nothing left to write.
    private void write() {
        synchronized (file) {
            T value = unwritten.getAndSet(null);
            if (value != null) {
                try {
                    file.accept(value);
                    told("");
                } catch (ProblemException e) {
                    unwritten.compareAndSet(null, value); // it is tried again with the next, at the latest at the end
                    told(String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private void told(String now) {
        if (!now.equals(failure)) {
            failure = now;
            fxThread.execute(() -> problem.set(now.isEmpty() ? notice : now));
        }
    }
}
