package ai.backtestr.desktop.keyboard;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows what the mouse would be told that rests on something: of what has the keyboard or, in a list, of what is
/// selected. FX thread only.
public final class Explanation {
    private static final Duration STAYS = Duration.seconds(12);

    private Explanation() {}

    /// Shows it below, until a key or a click, or for some seconds.
    ///
    /// @param focused what has the keyboard; null for nothing
    /// @return whether there is something to be told
    public static boolean show(@Nullable Node focused) {
        String words = focused == null ? "" : words(focused);
        if (focused == null || words.isEmpty()) {
            return false;
        }
        Tooltip tip = new Tooltip(words);
        tip.setId("explanation-tip");
        tip.setWrapText(true);
        tip.setMaxWidth(480);
        tip.setAutoHide(true);
        Bounds bounds = focused.localToScreen(focused.getBoundsInLocal());
        tip.show(focused, bounds.getMinX() + 8, Math.min(bounds.getMaxY(), bounds.getMinY() + 120) + 4);
        PauseTransition end = new PauseTransition(STAYS);
        end.setOnFinished(event -> tip.hide());
        end.play();
        focused.focusedProperty().subscribe((before, now) -> tip.hide());
        return true;
    }

    private static String words(Node focused) {
        Tooltip own = tooltip(focused);
        if (own != null) {
            return own.getText();
        }
        List<String> found = new ArrayList<>();
        collect(focused, found);
        return String.join("\n", found);
    }

    /// A tooltip that was installed on a node is among its properties, that of a control its own.
    private static @Nullable Tooltip tooltip(Node node) {
        if (node instanceof Control control && control.getTooltip() != null) {
            return control.getTooltip();
        }
        return node.hasProperties() && node.getProperties().get("javafx.scene.control.Tooltip") instanceof Tooltip tip
                ? tip
                : null;
    }

    private static void collect(Node node, List<String> found) {
        if (node instanceof IndexedCell<?> cell && cell.isSelected()) {
            Tooltip tip = tooltip(cell);
            if (tip != null && !found.contains(tip.getText())) {
                found.add(tip.getText());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
