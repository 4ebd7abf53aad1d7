package ai.backtestr.desktop.action;

import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Makes a menu bar of a registry. Where the first part of the id changes, as between `file.quit` and
/// `settings.show`, stands a line.
public final class ActionMenus {
    private ActionMenus() {}

    /// Returns the bar.
    ///
    /// @param after a menu that is to stand within another, after the action of that id
    public static MenuBar bar(ActionRegistry actions, Map<String, Menu> after) {
        MenuBar bar = new MenuBar();
        bar.setId("menu-bar");
        Stream.of(ActionGroup.values())
                .map(group -> menu(actions, group, after))
                .forEach(bar.getMenus()::add);
        return bar;
    }

    private static Menu menu(ActionRegistry actions, ActionGroup group, Map<String, Menu> after) {
        Menu menu = new Menu("_" + group.title());
        menu.setId("menu-" + group);
        String section = "";
        for (UserAction action : actions.of(group)) {
            String next = action.id().substring(0, action.id().indexOf('.'));
            if (!section.isEmpty() && !next.equals(section)) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            section = next;
            menu.getItems().add(item(action));
            Menu inner = after.get(action.id());
            if (inner != null) {
                menu.getItems().add(inner);
            }
        }
        return menu;
    }

    private static MenuItem item(UserAction action) {
        MenuItem item = action.state() == null ? new MenuItem() : new CheckMenuItem();
        item.setText(action.title());
        item.setMnemonicParsing(false);
        item.setId("action-" + action.id());
        item.disableProperty().bind(Bindings.not(action.enabled()));
        item.setOnAction(event -> action.perform());
        if (!action.keys().isEmpty()) {
            item.setAccelerator(action.keys().getFirst());
        }
        ObservableBooleanValue state = action.state();
        if (item instanceof CheckMenuItem check && state != null) {
            state.subscribe(check::setSelected);
            item.setOnAction(event -> {
                action.perform();
                check.setSelected(state.get()); // whatever the click did to the mark
            });
        }
        return item;
    }
}
