package ai.backtestr.desktop.action;

import javafx.scene.input.KeyCombination;

/// Keys that a part of the window takes while it has the focus.
///
/// @param part which part
/// @param keys what is pressed
/// @param does what comes of it, in a few words
public record LocalKey(String part, KeyCombination keys, String does) {
    /// Returns keys that are written, such as `Shortcut+Enter`.
    public static LocalKey of(String part, String keys, String does) {
        return new LocalKey(part, KeyCombination.valueOf(keys), does);
    }
}
