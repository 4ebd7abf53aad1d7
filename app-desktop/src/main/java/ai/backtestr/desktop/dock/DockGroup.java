package ai.backtestr.desktop.dock;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Tabs over each other. Only the one on top is part of the window; the others do nothing. FX thread only.
final class DockGroup implements DockView {
    private static final String TAB_ID = "tab-";

    private final Docks docks;
    private final TabPane tabs = new TabPane();
    private final DockDrag drag;
    private boolean doubleClicked;

    DockGroup(DockTabs model, Docks docks, DockDrag drag) {
        this.docks = docks;
        this.drag = drag;
        tabs.getStyleClass().add("dock");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        for (String pane : model.panes()) {
            tabs.getTabs().add(tab(docks.pane(pane)));
        }
        tabs.getSelectionModel().select(model.panes().indexOf(model.selected()));
        showSelected(tabs.getSelectionModel().getSelectedItem());
        tabs.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            showSelected(now);
            docks.selected(this);
        });
        tabs.addEventFilter(MouseEvent.ANY, this::mouse);
        tabs.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuByKey);
    }

    private Tab tab(DockPane pane) {
        Tab tab = new Tab();
        tab.setId(TAB_ID + pane.id());
        tab.setUserData(pane);
        tab.textProperty().bind(pane.title());
        tab.setOnCloseRequest(event -> {
            event.consume();
            docks.close(pane.id());
        });
        ContextMenu menu = new ContextMenu();
        // Without an item it would not open, and so never come to be filled.
        menu.getItems().setAll(new MenuItem());
        menu.setOnShowing(event -> menu.getItems().setAll(DockMenu.items(docks, pane)));
        tab.setContextMenu(menu);
        return tab;
    }

    private void showSelected(@Nullable Tab selected) {
        for (Tab tab : tabs.getTabs()) {
            tab.setContent(tab.equals(selected) ? paneOf(tab).content() : null);
        }
    }

    private static DockPane paneOf(Tab tab) {
        return (DockPane) tab.getUserData();
    }

    /// The context menu key opens the menu of the tab on top, unless what has the focus has one of its own.
    private void menuByKey(ContextMenuEvent event) {
        if (event.isKeyboardTrigger() && tabs.isFocused()) {
            showMenu();
            event.consume();
        }
    }

    /// Opens the menu of the tab on top.
    void showMenu() {
        Tab selected = tabs.getSelectionModel().getSelectedItem();
        if (selected != null) {
            Bounds bounds = tabs.localToScreen(tabs.getBoundsInLocal());
            selected.getContextMenu().show(tabs, bounds.getMinX(), bounds.getMinY());
        }
    }

    private void mouse(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            docks.touched(this);
            DockPane pressed = event.getButton() == MouseButton.PRIMARY ? paneAt(event) : null;
            doubleClicked = pressed != null && event.getClickCount() == 2;
            drag.press(pressed, event);
        } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            drag.drag(event);
        } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
            if (doubleClicked) {
                doubleClicked = false;
                docks.toggleMaximized(
                        paneOf(tabs.getSelectionModel().getSelectedItem()).id());
            }
            drag.release();
        }
    }

    /// Returns the pane whose tab the mouse is on, unless it is on its cross.
    private @Nullable DockPane paneAt(MouseEvent event) {
        for (Node node = (Node) event.getTarget(); node != null; node = node.getParent()) {
            if (node.getStyleClass().contains("tab-close-button")) {
                return null;
            }
            String id = node.getId();
            if (node.getStyleClass().contains("tab") && id != null && id.startsWith(TAB_ID)) {
                return docks.pane(id.substring(TAB_ID.length()));
            }
        }
        return null;
    }

    /// Returns where the tab before which something dropped at `screenX` goes; the number of tabs for the end.
    int indexAt(double screenX) {
        for (int i = 0; i < tabs.getTabs().size(); i++) {
            Node header = header(i);
            Bounds bounds = header == null ? null : header.localToScreen(header.getBoundsInLocal());
            if (bounds != null && screenX < bounds.getCenterX()) {
                return i;
            }
        }
        return tabs.getTabs().size();
    }

    private @Nullable Node header(int index) {
        return tabs.lookup("#" + tabs.getTabs().get(index).getId());
    }

    /// Returns where the tabs are on screen, which is above what they hold.
    Bounds headerBounds() {
        Node area = tabs.lookup(".tab-header-area");
        Node shown = area == null ? tabs : area;
        return shown.localToScreen(shown.getBoundsInLocal());
    }

    Bounds boundsOnScreen() {
        return tabs.localToScreen(tabs.getBoundsInLocal());
    }

    List<String> panes() {
        return tabs.getTabs().stream().map(tab -> paneOf(tab).id()).toList();
    }

    /// Returns the pane on top, an empty text if there is none.
    String selected() {
        Tab selected = tabs.getSelectionModel().getSelectedItem();
        return selected == null ? "" : paneOf(selected).id();
    }

    void select(String pane) {
        tabs.getSelectionModel().select(panes().indexOf(pane));
    }

    /// Gives the keyboard to the pane on top.
    void focus() {
        Tab selected = tabs.getSelectionModel().getSelectedItem();
        Node first = selected == null ? null : paneOf(selected).first();
        (first == null ? tabs : first).requestFocus();
    }

    @Override
    public Node node() {
        return tabs;
    }

    @Override
    public DockTabs now() {
        return new DockTabs(panes(), selected());
    }

    @Override
    public Stream<DockGroup> groups() {
        return Stream.of(this);
    }

    @Override
    public boolean stretches() {
        return tabs.getTabs().stream().anyMatch(tab -> paneOf(tab).stretches());
    }

    @Override
    public void release() {
        for (Tab tab : tabs.getTabs()) {
            tab.setContent(null);
            tab.textProperty().unbind();
        }
    }
}
