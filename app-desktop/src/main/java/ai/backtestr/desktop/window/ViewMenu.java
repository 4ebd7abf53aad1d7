package ai.backtestr.desktop.window;

import ai.backtestr.desktop.dock.DockPane;
import ai.backtestr.desktop.dock.Docks;
import ai.backtestr.desktop.layout.BoardState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// The parts of the window, which of them are open, and what charts there are, as a menu with keys. FX thread only.
final class ViewMenu {
    private static final KeyCombination NEW = shift(KeyCode.T);
    private static final KeyCombination DUPLICATE = shift(KeyCode.D);
    private static final Map<Integer, KeyCode> DIGITS =
            Map.of(1, KeyCode.DIGIT1, 2, KeyCode.DIGIT2, 4, KeyCode.DIGIT4, 6, KeyCode.DIGIT6);

    private final Docks docks;
    private final ChartBoards boards;

    ViewMenu(Docks docks, ChartBoards boards) {
        this.docks = docks;
        this.boards = boards;
    }

    private static KeyCombination shift(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    private static KeyCombination size(int charts) {
        return new KeyCodeCombination(
                DIGITS.getOrDefault(charts, KeyCode.DIGIT1), KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN);
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
        items.add(item("New chart", NEW, boards::open));
        items.add(item("Duplicate charts", DUPLICATE, boards::duplicate));
        items.add(item("Close charts", null, boards::closeActive));
        items.add(new SeparatorMenuItem());
        for (int size : BoardState.SIZES) {
            items.add(item(size == 1 ? "1 chart" : size + " charts", size(size), () -> boards.arrange(size)));
        }
        return items;
    }

    private void openOrClose(DockPane pane, boolean open) {
        if (open) {
            docks.open(pane.id());
        } else {
            docks.close(pane.id());
        }
    }

    private static MenuItem item(String text, @Nullable KeyCombination keys, Runnable action) {
        MenuItem item = new MenuItem(text);
        if (keys != null) {
            item.setAccelerator(keys);
        }
        item.setOnAction(event -> action.run());
        return item;
    }

    /// Returns what the keys of the menu do, and those that go through the charts of a tab.
    Map<KeyCombination, Runnable> keys() {
        Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
        keys.put(NEW, boards::open);
        keys.put(DUPLICATE, boards::duplicate);
        for (int size : BoardState.SIZES) {
            keys.put(size(size), () -> boards.arrange(size));
        }
        keys.put(new KeyCodeCombination(KeyCode.PAGE_DOWN, KeyCombination.ALT_DOWN), () -> boards.step(1));
        keys.put(new KeyCodeCombination(KeyCode.PAGE_UP, KeyCombination.ALT_DOWN), () -> boards.step(-1));
        return keys;
    }
}
