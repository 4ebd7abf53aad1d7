package ai.backtestr.desktop.dock;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// What can be done with a pane, as a menu: all that the mouse can do too. FX thread only.
///
/// Its items name their keys and do not have them: the toolkit would give the keys of a menu of one tab to all of
/// the window, where they are those of the pane that has the keyboard.
final class DockMenu {
    private DockMenu() {}

    static List<MenuItem> items(Docks docks, DockPane pane) {
        String id = pane.id();
        DockLayout layout = docks.layout();
        List<MenuItem> items = new ArrayList<>(pane.actions());
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        Menu move = new Menu("Move to");
        for (DockSide side : DockSide.values()) {
            move.getItems()
                    .add(item(
                            title(side) + " side",
                            DockKeys.move(side),
                            () -> docks.move(id, new DockTarget.Edge(side))));
        }
        move.getItems().add(new SeparatorMenuItem());
        for (DockTabs group : docks.groupsWithout(id)) {
            move.getItems()
                    .add(item(
                            "Tabs of " + docks.pane(group.selected()).title().get(),
                            null,
                            () -> docks.move(id, new DockTarget.Among(group.selected(), Integer.MAX_VALUE))));
        }
        Menu split = new Menu("Split");
        split.setDisable(
                layout.groupOf(id).map(group -> group.panes().size() < 2).orElse(true));
        for (DockSide side : DockSide.values()) {
            split.getItems().add(item(title(side), null, () -> docks.move(id, new DockTarget.Beside(id, side))));
        }
        items.add(move);
        items.add(split);
        items.add(item(layout.isFloating(id) ? "Dock" : "Float", DockKeys.FLOAT, () -> docks.floatOrDock(id)));
        items.add(
                item(docks.isMaximized() ? "Restore" : "Maximise", DockKeys.MAXIMIZE, () -> docks.toggleMaximized(id)));
        items.add(item("Close", DockKeys.CLOSE, () -> docks.close(id)));
        return items;
    }

    private static String title(DockSide side) {
        return side.name().charAt(0) + side.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static MenuItem item(String text, @Nullable KeyCombination keys, Runnable action) {
        MenuItem item = new MenuItem(keys == null ? text : text + "  (" + keys.getDisplayText() + ")");
        item.setOnAction(event -> action.run());
        return item;
    }
}
