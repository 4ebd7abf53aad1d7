package ai.backtestr.desktop.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/// Finds what cannot be read in a window: texts that are cut, controls that leave their bar or lie over each other.
/// On the FX thread.
final class CutTexts {
    /// What tells something of any length, all of which a tooltip tells.
    private static final Set<String> OF_ANY_LENGTH =
            Set.of("message", "notice", "alerts", "code-title", "explanation", "result-of", "sql-told");

    private static final Set<String> BARS = Set.of(
            "title-bar", "chart-bar", "headline-row", "status-bar", "part-bar", "code-bar", "table-bar", "run-line");

    private final List<String> found = new ArrayList<>();

    private CutTexts() {}

    static List<String> in(Parent root) {
        CutTexts cut = new CutTexts();
        cut.look(root);
        return cut.found;
    }

    private void look(Node node) {
        if (!node.isVisible() || node instanceof IndexedCell<?>) {
            return; // cells show what there is
        }
        switch (node) {
            case Labeled labeled -> lookAt(labeled);
            case TextField field -> lookAt(field);
            case null, default -> {}
        }
        if (node instanceof Parent parent) {
            if (node.getStyleClass().stream().anyMatch(BARS::contains)) {
                lookAtBar(parent);
            }
            parent.getChildrenUnmodifiable().forEach(this::look);
        }
    }

    private void lookAt(Labeled labeled) {
        String text = labeled.getText();
        if (text == null || labeled.isWrapText() || OF_ANY_LENGTH.contains(String.valueOf(labeled.getId()))) {
            return;
        }
        String plain = text.replace("_", "");
        for (Node inner : labeled.getChildrenUnmodifiable()) {
            boolean isCut = inner instanceof Text shown
                    && !shown.getText().isEmpty()
                    && !shown.getText().replace("_", "").equals(plain);
            if (isCut) {
                found.add("'" + text + "' is cut to '" + ((Text) inner).getText() + "' in " + place(labeled));
            }
        }
    }

    private void lookAt(TextField field) {
        String prompt = field.getPromptText();
        if (prompt == null
                || prompt.isEmpty()
                || !field.getText().isEmpty()
                || OF_ANY_LENGTH.contains(String.valueOf(field.getId()))) {
            return;
        }
        Text text = new Text(prompt);
        text.setFont(field.getFont());
        double room = field.getWidth()
                - field.getInsets().getLeft()
                - field.getInsets().getRight();
        if (text.getLayoutBounds().getWidth() > room + 1) {
            found.add("the prompt '" + prompt + "' does not fit into " + place(field));
        }
    }

    private void lookAtBar(Parent bar) {
        List<Node> shown = bar.getChildrenUnmodifiable().stream()
                .filter(child -> child.isVisible()
                        && child.isManaged()
                        && child.getLayoutBounds().getWidth() > 0)
                .toList();
        for (int i = 0; i < shown.size(); i++) {
            Bounds bounds = shown.get(i).getBoundsInParent();
            if (bounds.getMinX() < -3
                    || bounds.getMaxX() > bar.getLayoutBounds().getWidth() + 3) {
                found.add(place(shown.get(i)) + " leaves its bar");
            }
            if (i > 0 && isOver(shown.get(i - 1).getBoundsInParent(), bounds)) {
                found.add(place(shown.get(i)) + " lies over what is before it");
            }
        }
    }

    private static boolean isOver(Bounds one, Bounds other) {
        double across = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double down = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return across > 4 && down > 4;
    }

    private static String place(Node node) {
        StringBuilder in = new StringBuilder(node.getClass().getSimpleName());
        for (Node at = node; at != null; at = at.getParent()) {
            in.append(at.getId() == null ? "" : " #" + at.getId());
        }
        return in.toString();
    }
}
