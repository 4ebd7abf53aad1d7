package ai.backtestr.desktop.tour;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Leads through a few stops, each a note beside what it tells of. The window can be used meanwhile; Escape ends
/// it.
///
/// Threads: belongs to the FX thread.
public final class Tour {
    private static final double GAP = 8;

    private final Stage owner;
    private final List<TourStop> stops;
    private final Consumer<Boolean> onEnd;
    private final TourNote note = new TourNote(this::next, this::back, this::end);
    private final Popup popup = new Popup();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private Subscription following = Subscription.EMPTY;
    private int at;

    /// @param onEnd hears whether it is to be shown again at the next start
    public Tour(Stage owner, List<TourStop> stops, Consumer<Boolean> onEnd) {
        this.owner = owner;
        this.stops = List.copyOf(stops);
        this.onEnd = onEnd;
        popup.getContent().setAll(note);
        popup.setHideOnEscape(true);
        popup.setAutoFix(true);
        popup.setOnHidden(event -> ended());
    }

    /// Begins, or begins again.
    public void start() {
        at = -1;
        if (!running.get()) {
            running.set(true);
            following = owner.xProperty()
                    .subscribe((before, now) -> place())
                    .and(owner.yProperty().subscribe((before, now) -> place()))
                    .and(owner.widthProperty().subscribe((before, now) -> place()))
                    .and(owner.heightProperty().subscribe((before, now) -> place()));
        }
        next();
    }

    /// Goes to the next stop that is to be seen; after the last it ends.
    public void next() {
        step(1);
    }

    /// Goes back to the stop before that is to be seen, if there is one.
    public void back() {
        step(-1);
    }

    /// Ticks that it is not to be shown again, or unticks it.
    public void switchSilent() {
        if (running.get()) {
            note.switchSilent();
        }
    }

    private void step(int by) {
        if (!running.get()) {
            return;
        }
        int to = at + by;
        while (to >= 0 && to < stops.size() && target(to) == null) {
            to += by;
        }
        if (to >= stops.size()) {
            end();
        } else if (to >= 0) {
            at = to;
            TourStop stop = stops.get(at);
            note.show(stop, at + 1, stops.size());
            place();
        }
    }

    private @Nullable Node target(int stop) {
        Node node = stops.get(stop).target().get();
        boolean isSeen = node != null
                && node.getScene() != null
                && node.getScene().getWindow() != null
                && node.getScene().getWindow().isShowing();
        return isSeen ? node : null;
    }

    /// Puts the note under what it tells of, or over it, or into it where it is large.
    private void place() {
        Node target = running.get() && at >= 0 ? target(at) : null;
        if (target == null) {
            return;
        }
        if (!popup.isShowing()) {
            popup.show(owner);
        }
        note.applyCss();
        note.autosize();
        Bounds of = target.localToScreen(target.getBoundsInLocal());
        Bounds window = new BoundingBox(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight());
        double x = Math.clamp(
                of.getMinX() + Math.min(24, of.getWidth() / 4),
                window.getMinX() + GAP,
                Math.max(window.getMinX() + GAP, window.getMaxX() - note.getWidth() - GAP));
        boolean below = of.getMaxY() + note.getHeight() + GAP < window.getMaxY();
        boolean above = of.getMinY() - note.getHeight() - GAP > window.getMinY();
        double y = below ? of.getMaxY() + GAP : above ? of.getMinY() - note.getHeight() - GAP : of.getMinY() + 4 * GAP;
        note.pointAt(below ? TourNote.Side.UP : above ? TourNote.Side.DOWN : TourNote.Side.NONE);
        popup.setX(x);
        popup.setY(y);
    }

    private void end() {
        popup.hide();
        ended();
    }

    private void ended() {
        if (running.get()) {
            running.set(false);
            following.unsubscribe();
            onEnd.accept(note.isWantedAgain());
        }
    }

    /// Ends it, with the window, without telling anybody.
    public void close() {
        running.set(false);
        following.unsubscribe();
        popup.hide();
    }

    /// Whether it is under way.
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }
}
