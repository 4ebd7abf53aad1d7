package ai.backtestr.desktop.window;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.util.Subscription;

/// What was changed in the window, so that it can be taken back and done again: deleted runs and workspaces, the
/// layout, panes and indicators of charts, parameters. Drawings have a history of their own, with their instrument.
///
/// Threads: belongs to the FX thread.
final class UndoHistory {
    private static final int MOST_STEPS = 200;

    /// A change.
    ///
    /// @param what it is, as it is told: `parameters`
    private record Step(String what, Runnable undo, Runnable redo) {}

    private final Consumer<String> onTold;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final List<Runnable> pending = new ArrayList<>();
    private boolean stepping;

    /// @param onTold hears what was undone or done again
    UndoHistory(Consumer<String> onTold) {
        this.onTold = onTold;
    }

    /// Has `settle` called before each step, to take in what is still being changed.
    ///
    /// @return ends that
    Subscription beforeSteps(Runnable settle) {
        pending.add(settle);
        return () -> pending.remove(settle);
    }

    /// Takes in a change that was made; those that were undone cannot be done again any more.
    void add(String what, Runnable undo, Runnable redo) {
        if (!stepping) {
            done.push(new Step(what, undo, redo));
            undone.clear();
            if (done.size() > MOST_STEPS) {
                done.removeLast();
            }
        }
    }

    /// Takes back what was changed last.
    void undo() {
        settle();
        step(done, undone, Step::undo, "Undone: ", "Nothing to undo.");
    }

    /// Does again what was taken back last.
    void redo() {
        settle();
        step(undone, done, Step::redo, "Done again: ", "Nothing to do again.");
    }

    private void settle() {
        List.copyOf(pending).forEach(Runnable::run);
    }

    private void step(Deque<Step> from, Deque<Step> to, Function<Step, Runnable> work, String told, String nothing) {
        if (from.isEmpty()) {
            onTold.accept(nothing);
            return;
        }
        Step step = from.pop();
        stepping = true;
        try {
            work.apply(step).run();
        } finally {
            stepping = false;
        }
        to.push(step);
        onTold.accept(told + step.what + ".");
    }
}
