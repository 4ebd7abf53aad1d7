package ai.backtestr.desktop.dock;

import ai.backtestr.desktop.settings.WindowPlace;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A tab that is dragged: shows where it would go, and moves its pane there when it is let go of. Outside of all
/// windows that is a window of its own. FX thread only.
final class DockDrag {
    private static final double THRESHOLD = 8;
    private static final double WIDTH = 900;
    private static final double HEIGHT = 600;
    private static final double GRIP = 40;

    private final Docks docks;
    private @Nullable DockPane pressed;
    private @Nullable Scene scene;
    private boolean dragging;
    private double startX;
    private double startY;
    private @Nullable DockTarget target;

    DockDrag(Docks docks) {
        this.docks = docks;
    }

    void press(@Nullable DockPane pane, MouseEvent event) {
        pressed = pane;
        dragging = false;
        startX = event.getScreenX();
        startY = event.getScreenY();
        scene = event.getSource() instanceof Node node ? node.getScene() : null;
    }

    void drag(MouseEvent event) {
        DockPane pane = pressed;
        if (pane == null) {
            return;
        }
        double x = event.getScreenX();
        double y = event.getScreenY();
        dragging |= Math.hypot(x - startX, y - startY) > THRESHOLD;
        if (dragging) {
            cursor(Cursor.MOVE);
            follow(pane, x, y);
            event.consume();
        }
    }

    private void follow(DockPane pane, double x, double y) {
        DockArea under = docks.areaAt(x, y);
        DockArea.Drop drop = under == null ? null : under.dropAt(x, y, pane.id());
        for (DockArea area : docks.areas()) {
            area.preview(area == under ? drop : null);
        }
        if (under == null) {
            target = new DockTarget.Apart(new WindowPlace(x - GRIP, y - GRIP / 2, WIDTH, HEIGHT));
        } else {
            target = drop == null ? null : drop.target();
        }
    }

    void release() {
        DockPane pane = pressed;
        DockTarget wanted = target;
        boolean moved = dragging;
        cancel();
        if (moved && pane != null && wanted != null) {
            docks.move(pane.id(), wanted);
        }
    }

    /// Lets go of it where it was.
    ///
    /// @return whether there was something to let go of
    boolean cancel() {
        boolean was = dragging;
        pressed = null;
        target = null;
        dragging = false;
        if (was) {
            cursor(Cursor.DEFAULT);
            docks.areas().forEach(area -> area.preview(null));
        }
        return was;
    }

    private void cursor(Cursor cursor) {
        if (scene != null) {
            scene.setCursor(cursor);
        }
    }
}
