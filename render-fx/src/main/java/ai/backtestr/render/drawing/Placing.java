package ai.backtestr.render.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A drawing in the making: its anchors are set one after the other, the next one follows the mouse meanwhile.
///
/// Threads: confined to the FX thread.
final class Placing {
    private final DrawingBoard board;
    private final List<Anchor> set = new ArrayList<>();
    private @Nullable Drawing pending;

    Placing(DrawingBoard board) {
        this.board = board;
    }

    /// Tells whether an anchor has been set and another is to follow.
    boolean isUnderWay() {
        return pending != null;
    }

    /// Returns the anchor set last, from which the next one is aimed.
    @Nullable
    Anchor last() {
        return set.isEmpty() ? null : set.getLast();
    }

    /// Sets the next anchor of what the tool draws.
    void place(DrawingKind kind, Anchor anchor) {
        Drawing now = pending;
        if (now == null) {
            List<Anchor> all = Collections.nCopies(kind.anchors(), anchor);
            now = new Drawing(board.set().freeId(), kind, all, board.style().get(), "");
            pending = now;
        }
        set.add(anchor);
        moveTo(anchor);
        if (set.size() == kind.anchors()) {
            finish();
        }
    }

    /// Has the anchors that are not set yet follow the mouse.
    void moveTo(Anchor anchor) {
        Drawing now = pending;
        if (now != null) {
            List<Anchor> all = new ArrayList<>(set);
            while (all.size() < now.kind().anchors()) {
                all.add(anchor);
            }
            Drawing moved = now.withAnchors(all);
            pending = moved;
            if (moved.kind() != DrawingKind.TEXT) {
                board.set().preview(moved);
            }
        }
    }

    private void finish() {
        Drawing done = pending;
        pending = null;
        set.clear();
        if (done == null) {
            return;
        }
        if (done.kind() == DrawingKind.TEXT) {
            board.askForText(done);
        } else {
            board.set().settle();
            board.selected().set(done.id());
        }
        if (!board.keepingTool().get()) {
            board.tool().set(null);
        }
    }

    /// Gives up what is in the making.
    void cancel() {
        if (pending != null) {
            pending = null;
            set.clear();
            board.set().giveUp();
        }
    }
}
