package ai.backtestr.desktop.window;

import ai.backtestr.desktop.action.ActionGroup;
import ai.backtestr.desktop.action.ActionRegistry;
import ai.backtestr.desktop.action.LocalKey;
import ai.backtestr.desktop.action.UserAction;
import ai.backtestr.desktop.dock.Docks;
import ai.backtestr.desktop.keyboard.Dividers;
import ai.backtestr.desktop.keyboard.Explanation;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What the mouse does with dividers, tabs and by resting on something, done with keys.
final class KeyboardActions {
    private static final List<LocalKey> LOCAL = List.of(
            LocalKey.of("window", "Tab", "the next control"),
            LocalKey.of("window", "Shift+Tab", "the control before"),
            LocalKey.of("window", "F10", "the menus"),
            LocalKey.of(
                    "window", "Shift+F10", "the context menu of what has the keyboard, of tables for their columns"),
            LocalKey.of("SQL console", "Ctrl+Tab", "leave the statement"),
            LocalKey.of("code", "Ctrl+Tab", "leave the source"));

    private KeyboardActions() {}

    static void add(ActionRegistry all, WorkbenchWindow window) {
        for (Side side : Side.values()) {
            String where = title(side);
            all.add(UserAction.of(
                            "part.edge." + side.name().toLowerCase(Locale.ROOT),
                            ActionGroup.VIEW,
                            "Move the divider " + where,
                            "The divider next to what has the keyboard",
                            () -> Dividers.move(focused(window.stage()), side))
                    .on("Shortcut+Alt+Shift+" + key(side)));
        }
        Docks docks = window.docks();
        all.add(
                UserAction.of(
                                "part.tab.left",
                                ActionGroup.VIEW,
                                "Move the tab to the left",
                                "Among the tabs it shares its place with",
                                () -> docks.shiftActive(-1))
                        .on("Shortcut+Alt+Page Up"),
                UserAction.of(
                                "part.tab.right",
                                ActionGroup.VIEW,
                                "Move the tab to the right",
                                "Among the tabs it shares its place with",
                                () -> docks.shiftActive(1))
                        .on("Shortcut+Alt+Page Down"),
                UserAction.of(
                                "part.menu",
                                ActionGroup.VIEW,
                                "Menu of the part",
                                "Where it can be put, and what else can be done with its tab",
                                docks::showMenuOfActive)
                        .on("Shortcut+F10"),
                UserAction.of(
                                "help.explain",
                                ActionGroup.HELP,
                                "Explain this",
                                "Tells what the mouse would be told that rests on what has the keyboard",
                                () -> Explanation.show(focused(window.stage())))
                        .on("Shortcut+F1"));
        all.addLocal(LOCAL);
    }

    private static String title(Side side) {
        return switch (side) {
            case LEFT -> "to the left";
            case RIGHT -> "to the right";
            case TOP -> "up";
            case BOTTOM -> "down";
        };
    }

    private static String key(Side side) {
        return switch (side) {
            case LEFT -> "Left";
            case RIGHT -> "Right";
            case TOP -> "Up";
            case BOTTOM -> "Down";
        };
    }

    /// What has the keyboard in the window that the user is in.
    private static @Nullable Node focused(Stage main) {
        Scene scene = Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isFocused())
                .map(Window::getScene)
                .findFirst()
                .orElse(main.getScene());
        return scene.getFocusOwner();
    }
}
