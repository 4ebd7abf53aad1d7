package ai.backtestr.desktop.keyboard;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Moves the dividers between parts with keys. FX thread only.
public final class Dividers {
    private static final double STEP_PIXELS = 24;

    private Dividers() {}

    /// Has Ctrl+Alt+Shift with an arrow move them in a scene, before a control takes these keys to give the focus
    /// away.
    public static void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Side to = event.isShortcutDown() && event.isAltDown() && event.isShiftDown() ? side(event.getCode()) : null;
            if (to != null) {
                move(scene.getFocusOwner(), to);
                event.consume();
            }
        });
    }

    private static @Nullable Side side(KeyCode code) {
        return switch (code) {
            case LEFT -> Side.LEFT;
            case RIGHT -> Side.RIGHT;
            case UP -> Side.TOP;
            case DOWN -> Side.BOTTOM;
            default -> null;
        };
    }

    /// Moves the divider next to what has the keyboard: the one behind it, or before it where it is the last. Of
    /// parts within parts the innermost that are divided that way.
    ///
    /// @param focused what has the keyboard; null for nothing
    /// @param to where the divider goes
    /// @return whether there was one
    public static boolean move(@Nullable Node focused, Side to) {
        Orientation across = to.isHorizontal() ? Orientation.VERTICAL : Orientation.HORIZONTAL;
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node instanceof SplitPane split
                    && split.getOrientation() == across
                    && split.getItems().size() > 1) {
                int item = itemWith(split.getItems(), focused);
                if (item >= 0) {
                    move(split, Math.min(item, split.getItems().size() - 2), to);
                    return true;
                }
            }
        }
        return false;
    }

    private static int itemWith(List<Node> items, @Nullable Node inner) {
        for (Node node = inner; node != null; node = node.getParent()) {
            if (items.contains(node)) {
                return items.indexOf(node);
            }
        }
        return -1;
    }

    private static void move(SplitPane split, int divider, Side to) {
        double length = split.getOrientation() == Orientation.HORIZONTAL ? split.getWidth() : split.getHeight();
        double step = STEP_PIXELS / Math.max(STEP_PIXELS, length);
        double by = to == Side.LEFT || to == Side.TOP ? -step : step;
        split.setDividerPosition(divider, Math.clamp(split.getDividerPositions()[divider] + by, 0, 1));
    }
}
