package ai.backtestr.desktop.action;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Something that the user can do. Immutable but for whether it can be done now.
///
/// @param id what the program calls it, such as `run.backtest`
/// @param group the menu it stands in
/// @param title what the user reads, an ellipsis at its end where a question follows
/// @param help what it does, in a sentence
/// @param keys what it is done with; the first is shown in menus
/// @param enabled whether it can be done now
/// @param state whether what it switches is on; null where it switches nothing
/// @param work does it, on the FX thread
public record UserAction(
        String id,
        ActionGroup group,
        String title,
        String help,
        List<KeyCombination> keys,
        ObservableBooleanValue enabled,
        @Nullable ObservableBooleanValue state,
        Runnable work) {
    private static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);

    public UserAction {
        keys = List.copyOf(keys);
    }

    /// Returns an action without keys that can always be done.
    public static UserAction of(String id, ActionGroup group, String title, String help, Runnable work) {
        return new UserAction(id, group, title, help, List.of(), ALWAYS, null, work);
    }

    /// Returns it with keys, such as `Shortcut+Shift+P` or `F5`; `Shortcut` is Ctrl, on a Mac Command.
    public UserAction on(String... newKeys) {
        List<KeyCombination> combinations =
                Arrays.stream(newKeys).map(KeyCombination::valueOf).toList();
        return new UserAction(id, group, title, help, combinations, enabled, state, work);
    }

    /// Returns it with keys.
    public UserAction on(KeyCombination newKeys) {
        return new UserAction(id, group, title, help, List.of(newKeys), enabled, state, work);
    }

    /// Returns it as one that can be done only while `newEnabled` holds.
    public UserAction when(ObservableBooleanValue newEnabled) {
        return new UserAction(id, group, title, help, keys, newEnabled, state, work);
    }

    /// Returns it as one that switches `newState`.
    public UserAction switching(ObservableBooleanValue newState) {
        return new UserAction(id, group, title, help, keys, enabled, newState, work);
    }

    /// Does it, if it can be done now.
    public void perform() {
        if (enabled.get()) {
            work.run();
        }
    }

    /// Returns its keys as the user reads them; empty for none.
    public String keysText() {
        return keys.stream().map(KeyCombination::getDisplayText).collect(Collectors.joining(" or "));
    }

    /// Returns its title without the ellipsis.
    public String name() {
        return title.replaceFirst("…$", "");
    }
}
