package ai.backtestr.render.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The drawings of an instrument, shown by any number of charts, with what undoes and does again their changes.
///
/// Threads: belongs to the FX thread.
public final class DrawingSet {
    private static final int MOST_STEPS = 500;

    private final List<Runnable> listeners = new ArrayList<>();
    private final Deque<List<Drawing>> undone = new ArrayDeque<>();
    private final Deque<List<Drawing>> done = new ArrayDeque<>();
    private List<Drawing> drawings;
    private List<Drawing> settled;

    /// Holds these drawings, which are where undoing ends.
    public DrawingSet(List<Drawing> drawings) {
        this.drawings = List.copyOf(drawings);
        settled = this.drawings;
    }

    /// Calls `listener` after each change.
    ///
    /// @return takes it away again
    public Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Returns all drawings, from back to front; a list that never changes.
    public List<Drawing> drawings() {
        return drawings;
    }

    /// Returns the drawings without a change that is under way.
    public List<Drawing> settled() {
        return settled;
    }

    Optional<Drawing> find(long id) {
        return drawings.stream().filter(drawing -> drawing.id() == id).findFirst();
    }

    /// Returns a number that no drawing has.
    long freeId() {
        long highest = 0;
        for (Drawing drawing : drawings) {
            highest = Math.max(highest, drawing.id());
        }
        return highest + 1;
    }

    /// Adds a drawing in front of all others, or puts it in the place of the one with its number.
    public void put(Drawing drawing) {
        preview(drawing);
        settle();
    }

    /// The same as part of a change that is under way, such as a drag: it counts as one once it is settled.
    void preview(Drawing drawing) {
        List<Drawing> changed = new ArrayList<>(drawings);
        int at = indexOf(drawing.id());
        if (at < 0) {
            changed.add(drawing);
        } else {
            changed.set(at, drawing);
        }
        show(changed);
    }

    private int indexOf(long id) {
        for (int i = 0; i < drawings.size(); i++) {
            if (drawings.get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    /// Takes a drawing away.
    public void remove(long id) {
        show(drawings.stream().filter(drawing -> drawing.id() != id).toList());
        settle();
    }

    /// Takes all drawings away.
    public void clear() {
        show(List.of());
        settle();
    }

    /// Makes what is under way a step that can be undone.
    void settle() {
        if (!drawings.equals(settled)) {
            done.push(settled);
            if (done.size() > MOST_STEPS) {
                done.removeLast();
            }
            undone.clear();
            settled = drawings;
            tell();
        }
    }

    /// Gives up what is under way.
    void giveUp() {
        show(settled);
    }

    /// Undoes the last step, if there is one.
    ///
    /// @return whether there was anything
    public boolean undo() {
        return step(done, undone);
    }

    /// Does again what was undone last, if nothing was changed since.
    ///
    /// @return whether there was anything
    public boolean redo() {
        return step(undone, done);
    }

    private boolean step(Deque<List<Drawing>> from, Deque<List<Drawing>> to) {
        if (from.isEmpty()) {
            return false;
        }
        to.push(settled);
        settled = from.pop();
        show(settled);
        return true;
    }

    /// Tells whether there is a step to undo.
    public boolean canUndo() {
        return !done.isEmpty();
    }

    /// Tells whether there is one to do again.
    public boolean canRedo() {
        return !undone.isEmpty();
    }

    private void show(List<Drawing> changed) {
        drawings = List.copyOf(changed);
        tell();
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
