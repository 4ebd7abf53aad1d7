package ai.backtestr.desktop.window;

import ai.backtestr.desktop.action.ActionRegistry;
import ai.backtestr.desktop.action.UserAction;
import ai.backtestr.desktop.dock.DockPane;
import ai.backtestr.desktop.dock.Docks;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The parts of the window, which of them are open, and what charts there are, as a menu. FX thread only.
final class ViewMenu {
    private final Docks docks;
    private final ActionRegistry actions;

    /// @param actions what can be done; those of charts are offered
    ViewMenu(Docks docks, ActionRegistry actions) {
        this.docks = docks;
        this.actions = actions;
    }

    /// Returns the items as they are now.
    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (DockPane pane : docks.all()) {
            CheckMenuItem item = new CheckMenuItem(pane.title().get());
            item.setId("view-" + pane.id());
            item.setMnemonicParsing(false);
            item.setSelected(docks.isOpen(pane.id()));
            item.setOnAction(event -> openOrClose(pane, item.isSelected()));
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        actions.all().stream()
                .filter(action -> action.id().startsWith(WorkbenchActions.CHARTS))
                .map(ViewMenu::item)
                .forEach(items::add);
        return items;
    }

    private void openOrClose(DockPane pane, boolean open) {
        if (open) {
            docks.open(pane.id());
        } else {
            docks.close(pane.id());
        }
    }

    /// The keys are named and not set: the menu bar has them already.
    private static MenuItem item(UserAction action) {
        String keys = action.keysText();
        MenuItem item = new MenuItem(keys.isEmpty() ? action.title() : action.title() + "  (" + keys + ")");
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.perform());
        return item;
    }
}
