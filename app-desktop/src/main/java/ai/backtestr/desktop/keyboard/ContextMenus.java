package ai.backtestr.desktop.keyboard;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Opens context menus with keys: Shift+F10 does what the menu key does, which not every keyboard has; and a table
/// that has no menu of its own offers one for its columns. FX thread only.
public final class ContextMenus {
    private static final KeyCombination MENU = new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);

    private ContextMenus() {}

    /// Has them work in a scene.
    public static void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Node focused = scene.getFocusOwner();
            if (MENU.match(event) && focused != null) {
                ask(focused);
                event.consume();
            }
        });
        scene.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger()
                    && scene.getFocusOwner() instanceof TableView<?> table
                    && table.getContextMenu() == null) {
                show(table);
                event.consume();
            }
        });
    }

    private static void ask(Node focused) {
        Bounds bounds = focused.getBoundsInLocal();
        Point2D at = new Point2D(bounds.getCenterX(), bounds.getCenterY());
        Point2D scene = focused.localToScene(at);
        Point2D screen = focused.localToScreen(at);
        focused.fireEvent(new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                scene.getX(),
                scene.getY(),
                screen.getX(),
                screen.getY(),
                true,
                null));
    }

    private static <T> void show(TableView<T> table) {
        ContextMenu menu = new ContextMenu(ColumnMenu.items(table).toArray(MenuItem[]::new));
        menu.setId("columns-menu");
        Bounds bounds = table.localToScreen(table.getBoundsInLocal());
        menu.show(table, bounds.getMinX() + 16, bounds.getMinY() + 28);
    }
}
