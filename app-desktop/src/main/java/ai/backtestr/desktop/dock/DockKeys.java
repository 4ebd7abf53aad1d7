package ai.backtestr.desktop.dock;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The keys that act on the pane that has the keyboard. FX thread only.
public final class DockKeys {
    static final KeyCombination FLOAT =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN);
    static final KeyCombination MAXIMIZE =
            new KeyCodeCombination(KeyCode.F12, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination CLOSE = new KeyCodeCombination(KeyCode.F4, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.F6);
    private static final KeyCombination PREVIOUS = new KeyCodeCombination(KeyCode.F6, KeyCombination.SHIFT_DOWN);

    private DockKeys() {}

    static KeyCombination move(DockSide side) {
        KeyCode key = switch (side) {
            case LEFT -> KeyCode.LEFT;
            case RIGHT -> KeyCode.RIGHT;
            case TOP -> KeyCode.UP;
            case BOTTOM -> KeyCode.DOWN;
        };
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN);
    }

    /// What a key does.
    ///
    /// @param id what the program calls it
    /// @param title what the user reads
    /// @param keys the key
    /// @param work does it
    public record DockKey(String id, String title, KeyCombination keys, Runnable work) {}

    /// Returns what each key does.
    public static List<DockKey> of(Docks docks) {
        List<DockKey> keys = new ArrayList<>();
        for (DockSide side : DockSide.values()) {
            String where = side.name().toLowerCase(Locale.ROOT);
            keys.add(new DockKey(
                    "part." + where,
                    "Move the part to the " + where,
                    move(side),
                    () -> docks.onActive(pane -> docks.move(pane, new DockTarget.Edge(side)))));
        }
        keys.add(new DockKey(
                "part.float", "Float the part, or dock it", FLOAT, () -> docks.onActive(docks::floatOrDock)));
        keys.add(new DockKey(
                "part.maximize",
                "Fill the window with the part, or bring the rest back",
                MAXIMIZE,
                () -> docks.onActive(docks::toggleMaximized)));
        keys.add(new DockKey("part.close", "Close the part", CLOSE, () -> docks.onActive(docks::close)));
        keys.add(new DockKey("part.next", "Next part", NEXT, () -> docks.step(1)));
        keys.add(new DockKey("part.previous", "Previous part", PREVIOUS, () -> docks.step(-1)));
        return keys;
    }
}
