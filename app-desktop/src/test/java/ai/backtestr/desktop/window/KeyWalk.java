package ai.backtestr.desktop.window;

import ai.backtestr.render.chart.PriceChart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import jfx.incubator.scene.control.richtext.RichTextArea;
import org.jspecify.annotations.Nullable;

/// Goes through a window with the Tab key, as far as it leads. On the FX thread.
final class KeyWalk {
    private static final int MOST = 600;
    private static final double AROUND = 4;
    private static final int LEAST_PIXELS = 12;
    private static final double LEAST_DIFFERENCE = 0.15;

    private final Scene scene;
    private final Set<Node> reached = new LinkedHashSet<>();
    private final List<String> unmarked = new ArrayList<>();

    private KeyWalk(Scene scene) {
        this.scene = scene;
    }

    /// Goes round once.
    ///
    /// @param look whether to look if the focus is to be seen
    static KeyWalk round(Scene scene, boolean look) {
        KeyWalk walk = new KeyWalk(scene);
        walk.go(look);
        return walk;
    }

    private void go(boolean look) {
        scene.getRoot().applyCss(); // what was just put in place has no place before
        scene.getRoot().layout();
        // What a viewport keeps as a picture is renewed with the next frame only.
        scene.getRoot().lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
        if (scene.getFocusOwner() == null) {
            press(scene.getRoot(), false);
        }
        for (int i = 0; i < MOST; i++) {
            Node focused = scene.getFocusOwner();
            if (focused == null || !reached.add(focused)) {
                return;
            }
            Rectangle2D place = look ? around(focused) : null;
            WritableImage with = place == null ? null : picture(place);
            press(focused, takesTabs(focused));
            if (place != null && with != null && !differ(with, picture(place))) {
                unmarked.add(name(focused));
            }
        }
    }

    private static boolean takesTabs(Node node) {
        return node instanceof TextArea || node instanceof RichTextArea;
    }

    private static void press(Node node, boolean control) {
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            node.fireEvent(new KeyEvent(type, "", "", KeyCode.TAB, false, control, false, false));
        }
    }

    private @Nullable Rectangle2D around(Node node) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        double left = Math.max(0, bounds.getMinX() - AROUND);
        double top = Math.max(0, bounds.getMinY() - AROUND);
        double right = Math.min(scene.getWidth(), bounds.getMaxX() + AROUND);
        double bottom = Math.min(scene.getHeight(), bounds.getMaxY() + AROUND);
        return right - left < 1 || bottom - top < 1 ? null : new Rectangle2D(left, top, right - left, bottom - top);
    }

    private WritableImage picture(Rectangle2D place) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.GRAY);
        parameters.setViewport(place);
        return scene.getRoot().snapshot(parameters, null);
    }

    private static boolean differ(WritableImage one, WritableImage other) {
        int different = 0;
        for (int y = 0; y < one.getHeight() && different < LEAST_PIXELS; y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                Color a = one.getPixelReader().getColor(x, y);
                Color b = other.getPixelReader().getColor(x, y);
                double difference = Math.abs(a.getRed() - b.getRed())
                        + Math.abs(a.getGreen() - b.getGreen())
                        + Math.abs(a.getBlue() - b.getBlue());
                different += difference > LEAST_DIFFERENCE ? 1 : 0;
            }
        }
        return different >= LEAST_PIXELS;
    }

    /// Returns what the focus was on without being seen there.
    List<String> unmarked() {
        return List.copyOf(unmarked);
    }

    /// Returns what can be used with the mouse in `root` and was not reached.
    List<String> missed(Parent root) {
        Set<Node> wanted = new LinkedHashSet<>();
        collect(root, wanted);
        wanted.removeAll(reached);
        // Arrows lead from one toggle of a group to the others.
        wanted.removeIf(node -> node instanceof ToggleButton toggle
                && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getToggles().stream().anyMatch(reached::contains));
        return wanted.stream().map(KeyWalk::name).toList();
    }

    /// Menus of a menu bar are reached with F10 and their own letters, tabs with the arrows.
    private static void collect(Node node, Set<Node> wanted) {
        if (!node.isVisible() || node.isDisabled() || node instanceof ScrollBar || node instanceof MenuBar) {
            return;
        }
        if (isUsed(node)) {
            wanted.add(node);
            return;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                if (!(node instanceof TabPane) || !child.getStyleClass().contains("tab-header-area")) {
                    collect(child, wanted);
                }
            }
        }
    }

    /// Dividers and what scrolls have keys of their own.
    private static boolean isUsed(Node node) {
        if (node.getStyleClass().contains("split-pane-divider")
                || node.getStyleClass().contains("viewport")) {
            return false;
        }
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof ChoiceBox<?>
                || node instanceof Slider
                || node instanceof Spinner<?>
                || node instanceof ListView<?>
                || node instanceof TableView<?>
                || node instanceof TreeView<?>
                || node instanceof RichTextArea
                || node instanceof PriceChart
                || node.getOnMouseClicked() != null
                || node.getOnMousePressed() != null;
    }

    private static String name(Node node) {
        String text =
                node instanceof Labeled labeled && labeled.getText() != null ? " '" + labeled.getText() + "'" : "";
        StringBuilder in = new StringBuilder();
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            in.append(at.getId() == null ? "" : " < " + at.getId());
        }
        String id = node.getId() == null ? String.join(".", node.getStyleClass()) : "#" + node.getId();
        return node.getClass().getSimpleName() + " " + id + text + in;
    }
}
