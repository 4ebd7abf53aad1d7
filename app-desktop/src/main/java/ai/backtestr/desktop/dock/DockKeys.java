package ai.backtestr.desktop.dock;

import java.util.LinkedHashMap;
import java.util.Map;
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

    /// Returns what each key does.
    public static Map<KeyCombination, Runnable> of(Docks docks) {
        Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
        for (DockSide side : DockSide.values()) {
            keys.put(move(side), () -> docks.onActive(pane -> docks.move(pane, new DockTarget.Edge(side))));
        }
        keys.put(FLOAT, () -> docks.onActive(docks::floatOrDock));
        keys.put(MAXIMIZE, () -> docks.onActive(docks::toggleMaximized));
        keys.put(CLOSE, () -> docks.onActive(docks::close));
        keys.put(NEXT, () -> docks.step(1));
        keys.put(PREVIOUS, () -> docks.step(-1));
        return keys;
    }
}
