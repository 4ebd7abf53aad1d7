package ai.backtestr.desktop.dock;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import org.jspecify.annotations.Nullable;

/// Where the keyboard is and can be. FX thread only.
final class Focus {
    private Focus() {}

    /// Returns the first node of a part that can have the keyboard, null for none.
    static @Nullable Node firstIn(Node part) {
        if (!part.isVisible() || part.isDisabled()) {
            return null;
        }
        if (part.isFocusTraversable()) {
            return part;
        }
        if (part instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = firstIn(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /// Gives a node the keyboard, and marks it as one that keys have led to.
    static void give(Node node) {
        node.requestFocus();
        if (node.requestFocusTraversal(TraversalDirection.NEXT)) {
            node.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
        }
    }

    /// Returns which of some parts a node is in, -1 for none.
    static int placeOf(@Nullable Node focused, List<Parent> parts) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node instanceof Parent parent && parts.contains(parent)) {
                return parts.indexOf(parent);
            }
        }
        return -1;
    }
}
