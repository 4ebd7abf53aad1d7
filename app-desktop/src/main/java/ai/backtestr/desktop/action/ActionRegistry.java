package ai.backtestr.desktop.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

/// All that can be done in a window, and with which keys. No two of its actions have an id or keys in common.
///
/// Threads: belongs to the FX thread.
public final class ActionRegistry {
    private final Map<String, UserAction> byId = new LinkedHashMap<>();
    private final Map<String, String> idByKeys = new HashMap<>();
    private final List<LocalKey> local = new ArrayList<>();

    /// Makes one without actions.
    public ActionRegistry() {}

    /// Adds actions, in the order of their menus.
    ///
    /// @throws IllegalArgumentException if an id or keys are taken
    public void add(UserAction... actions) {
        for (UserAction action : actions) {
            if (byId.putIfAbsent(action.id(), action) != null) {
                throw new IllegalArgumentException(action.id() + " is there already");
            }
            for (KeyCombination keys : action.keys()) {
                String other = idByKeys.putIfAbsent(keys.getDisplayText(), action.id());
                if (other != null) {
                    throw new IllegalArgumentException(
                            keys.getDisplayText() + " of " + action.id() + " belongs to " + other);
                }
            }
        }
    }

    /// Adds keys that work in a part of the window while it has the focus, to be listed beside the actions'.
    public void addLocal(Collection<LocalKey> keys) {
        local.addAll(keys);
    }

    /// Returns all actions, as they were added.
    public List<UserAction> all() {
        return List.copyOf(byId.values());
    }

    /// Returns those of a menu, as they were added.
    public List<UserAction> of(ActionGroup group) {
        return byId.values().stream().filter(action -> action.group() == group).toList();
    }

    /// Returns the keys of parts of the window.
    public List<LocalKey> local() {
        return List.copyOf(local);
    }

    /// Returns the action of that id.
    public UserAction get(String id) {
        return Objects.requireNonNull(byId.get(id), id);
    }

    /// Has the keys of all actions work in a scene. A control that has the focus and takes a key itself goes first.
    public void install(Scene scene) {
        for (UserAction action : byId.values()) {
            action.keys().forEach(keys -> scene.getAccelerators().put(keys, action::perform));
        }
    }
}
