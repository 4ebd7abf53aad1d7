package ai.backtestr.desktop.window;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.util.Subscription;

/// A part of the window's state whose changes can be undone: it is looked at when it rests, and what it was before
/// is what undoing brings back.
///
/// Threads: belongs to the FX thread.
///
/// @param <T> the state, which never changes itself
final class UndoableState<T> {
    private final UndoHistory history;
    private final String what;
    private final Supplier<T> now;
    private final Consumer<T> restore;
    private final Pause rest;
    private final Subscription watching;
    private T known;
    private boolean restoring;

    /// @param what it is called when it is undone
    /// @param now returns the state
    /// @param restore brings back an earlier one
    /// @param rest how long a change waits for others that belong to it, such as those of a drag
    UndoableState(UndoHistory history, String what, Supplier<T> now, Consumer<T> restore, Pause rest) {
        this.history = history;
        this.what = what;
        this.now = now;
        this.restore = restore;
        this.rest = rest;
        known = now.get();
        watching = history.beforeSteps(this::settle);
    }

    /// Takes in nothing more.
    void close() {
        rest.stop();
        watching.unsubscribe();
    }

    /// Takes in that it may have changed.
    void changed() {
        if (!restoring) {
            rest.restart(this::settle);
        }
    }

    /// Takes the state for what the user begins with: what the program itself changed is not undone.
    void begin() {
        rest.stop();
        known = now.get();
    }

    /// Takes a change in now, if there is one.
    void settle() {
        settle(what);
    }

    /// Takes in a change by itself.
    ///
    /// @param named what it is called when it is undone
    void take(String named, Runnable change) {
        settle();
        change.run();
        settle(named);
    }

    private void settle(String named) {
        rest.stop();
        T before = known;
        T after = now.get();
        known = after; // equal states may differ in what does not count, and the latest is brought back
        if (!restoring && !after.equals(before)) {
            history.add(named, () -> restore(before), () -> restore(after));
        }
    }

    private void restore(T wanted) {
        restoring = true;
        try {
            restore.accept(wanted);
        } finally {
            restoring = false;
        }
        begin();
    }
}
