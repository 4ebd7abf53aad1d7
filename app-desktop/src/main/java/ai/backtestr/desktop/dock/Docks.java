package ai.backtestr.desktop.dock;

import ai.backtestr.desktop.keyboard.ContextMenus;
import ai.backtestr.desktop.keyboard.Dividers;
import ai.backtestr.desktop.settings.WindowPlace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The panes of the main window and of those beside it, as the user arranges them.
///
/// Threads: belongs to the FX thread.
public final class Docks {
    private static final double FLOAT_WIDTH = 800;
    private static final double FLOAT_HEIGHT = 560;

    private final Stage owner;
    private final Map<String, DockPane> panes = new LinkedHashMap<>();
    private final DockDrag drag = new DockDrag(this);
    private final DockArea main = new DockArea(this, drag, true);
    private final List<DockWindow> windows = new ArrayList<>();
    private final ReadOnlyStringWrapper active = new ReadOnlyStringWrapper("");
    private DockLayout home = new DockLayout(new DockTabs(), List.of());
    private @Nullable DockLayout beforeMaximized;
    private Runnable onChange = () -> {};
    private List<Parent> around = List.of();
    private boolean showing;

    /// @param owner the main window
    public Docks(Stage owner) {
        this.owner = owner;
    }

    /// Returns what the main window shows of them.
    public Region area() {
        return main;
    }

    /// Makes a pane known; [#show] or [#open] brings it up.
    public void add(DockPane pane) {
        panes.put(pane.id(), pane);
    }

    /// Takes a pane away for good.
    public void remove(String pane) {
        if (panes.containsKey(pane)) {
            show(layout().without(pane));
            panes.remove(pane);
        }
    }

    /// Returns all panes there are, open or not.
    public Collection<DockPane> all() {
        return List.copyOf(panes.values());
    }

    DockPane pane(String id) {
        return Objects.requireNonNull(panes.get(id), id);
    }

    /// Sets where panes are opened that were closed.
    public void setHome(DockLayout layout) {
        home = layout;
    }

    /// Sets who hears that the layout changed.
    public void onChange(Runnable listener) {
        onChange = listener;
    }

    void changed() {
        if (!showing) {
            onChange.run();
        }
    }

    /// Returns where all panes are now; while one is maximised, where they will be again.
    public DockLayout layout() {
        DockLayout before = beforeMaximized;
        return before == null
                ? new DockLayout(
                        main.now(), windows.stream().map(DockWindow::now).toList())
                : before;
    }

    /// Puts all panes where a layout has them; those it does not have are closed, and it may have some that are
    /// not known here.
    public void show(DockLayout wanted) {
        DockLayout layout = wanted.onlyOf(panes.keySet());
        beforeMaximized = null;
        showing = true;
        main.release();
        windows.forEach(window -> window.area().release());
        main.show(layout.main());
        List<DockWindow> left = new ArrayList<>(windows);
        windows.clear();
        for (DockFloat model : layout.floats()) {
            DockWindow window = left.isEmpty() ? window(model) : left.removeFirst();
            window.show(model.content());
            window.title(titleOf(model));
            windows.add(window);
        }
        left.forEach(DockWindow::close);
        main.requestFocus(); // or the toolkit would look for another part to give the keyboard to
        showing = false;
        if (!layout.panes().contains(active.get())) {
            active.set(layout.panes().isEmpty() ? "" : layout.panes().getFirst());
        }
        changed();
    }

    private DockWindow window(DockFloat model) {
        return new DockWindow(model, new DockArea(this, drag, false), owner, this);
    }

    private String titleOf(DockFloat model) {
        return String.join(
                " · ",
                model.content().panes().stream()
                        .map(id -> pane(id).title().get())
                        .toList());
    }

    /// Moves a pane, or opens it there.
    public void move(String pane, DockTarget target) {
        show(layout().with(pane, target));
        focus(pane);
    }

    /// Opens a pane where it was at home, or brings it to the top, and gives it the keyboard.
    public void open(String pane) {
        if (beforeMaximized == null && layout().panes().contains(pane)) {
            groups().filter(group -> group.panes().contains(pane)).forEach(group -> group.select(pane));
        } else {
            show(layout().opening(pane, home, pane(pane).home()));
        }
        focus(pane);
    }

    /// Closes a pane, unless it has its own way to end.
    public void close(String pane) {
        Runnable own = pane(pane).onClose();
        if (own == null) {
            show(layout().without(pane));
        } else {
            own.run();
        }
    }

    /// Tells whether a pane is open, on top or not.
    public boolean isOpen(String pane) {
        return layout().panes().contains(pane);
    }

    /// Gives a pane a window of its own, or brings it back from there.
    public void floatOrDock(String pane) {
        DockLayout now = layout();
        if (now.isFloating(pane)) {
            dockAll(List.of(pane));
        } else {
            move(pane, new DockTarget.Apart(placeNear(pane)));
        }
    }

    private WindowPlace placeNear(String pane) {
        Node content = pane(pane).made();
        Bounds bounds = content == null || content.getScene() == null
                ? null
                : content.localToScreen(content.getBoundsInLocal());
        return bounds == null
                ? new WindowPlace(owner.getX() + 80, owner.getY() + 80, FLOAT_WIDTH, FLOAT_HEIGHT)
                : new WindowPlace(
                        bounds.getMinX() + 40,
                        bounds.getMinY() + 40,
                        Math.max(FLOAT_WIDTH / 2, bounds.getWidth()),
                        Math.max(FLOAT_HEIGHT / 2, bounds.getHeight()));
    }

    void dockAll(List<String> floating) {
        DockLayout docked = layout();
        for (String pane : floating) {
            docked = docked.without(pane);
        }
        for (String pane : floating) {
            docked = docked.opening(pane, home, pane(pane).home());
        }
        show(docked);
        focus(floating.getLast());
    }

    /// Tells whether one pane fills the main window.
    public boolean isMaximized() {
        return beforeMaximized != null;
    }

    /// Has a pane fill the main window, or all of them come back.
    public void toggleMaximized(String pane) {
        DockLayout before = beforeMaximized;
        if (before != null) {
            show(before);
        } else if (!layout().isFloating(pane)) {
            DockLayout all = layout();
            show(new DockLayout(new DockTabs(pane), all.floats()));
            beforeMaximized = all.selecting(pane);
        }
        focus(pane);
    }

    /// The pane that has the keyboard or had it last; empty for none.
    public ReadOnlyStringProperty active() {
        return active.getReadOnlyProperty();
    }

    void onActive(Consumer<String> action) {
        if (isOpen(active.get())) {
            action.accept(active.get());
        }
    }

    /// Sets what is around the panes in the main window and can have the keyboard too, in the order that keys lead
    /// to.
    public void setAround(Parent... parts) {
        around = List.of(parts);
    }

    /// Goes that many groups on, or back; before the first and behind the last is what is around them.
    void step(int by) {
        List<DockGroup> all = groups().toList();
        List<Parent> others =
                around.stream().filter(part -> Focus.firstIn(part) != null).toList();
        int now = Focus.placeOf(owner.getScene().getFocusOwner(), others);
        int at = now >= 0 ? all.size() + now : activeGroup(all);
        int to = Math.floorMod(at + by, all.size() + others.size());
        if (to < all.size()) {
            focus(all.get(to).selected());
        } else {
            Node first = Objects.requireNonNull(Focus.firstIn(others.get(to - all.size())));
            Focus.give(first);
        }
    }

    private int activeGroup(List<DockGroup> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).panes().contains(active.get())) {
                return i;
            }
        }
        return 0;
    }

    /// Moves the tab of the active pane that many places on among those beside it.
    public void shiftActive(int by) {
        onActive(pane -> {
            List<String> tabs = layout().groupOf(pane).map(DockTabs::panes).orElse(List.of());
            int to = tabs.indexOf(pane) + by;
            if (to >= 0 && to < tabs.size()) {
                // Its own place counts, as long as it has not left it.
                move(pane, new DockTarget.Among(pane, by > 0 ? to + 1 : to));
            }
        });
    }

    /// Opens the menu of the active pane's tab.
    public void showMenuOfActive() {
        groups().filter(group -> group.panes().contains(active.get()))
                .findFirst()
                .ifPresent(DockGroup::showMenu);
    }

    private void focus(String pane) {
        // Until it is styled, what was just put in place is no part of the window and cannot take the keyboard.
        areas().forEach(Node::applyCss);
        groups().filter(group -> group.selected().equals(pane)).findFirst().ifPresent(group -> {
            active.set(pane);
            group.focus();
        });
    }

    void selected(DockGroup group) {
        if (!showing) {
            touched(group);
            changed();
        }
    }

    void touched(DockGroup group) {
        if (!group.selected().isEmpty()) {
            active.set(group.selected());
        }
    }

    /// Follows the keyboard in a window that has panes.
    public void watch(Scene scene) {
        ContextMenus.install(scene);
        Dividers.install(scene);
        scene.focusOwnerProperty().subscribe(focused -> followFocus(scene, focused));
        scene.windowProperty()
                .flatMap(Window::focusedProperty)
                .subscribe(focused -> followFocus(scene, scene.getFocusOwner()));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && drag.cancel()) {
                event.consume();
            }
        });
    }

    /// A window that a pane has left gives the keyboard to another of its own, which does not count while the user
    /// is in the window of the active one.
    private void followFocus(Scene scene, @Nullable Node focused) {
        if (focused == null || showing) {
            return;
        }
        List<DockGroup> all = groups().toList();
        boolean isElsewhere = all.stream()
                .anyMatch(group -> group.selected().equals(active.get())
                        && !scene.equals(group.node().getScene()));
        if (!isElsewhere || (scene.getWindow() != null && scene.getWindow().isFocused())) {
            all.stream()
                    .filter(group -> isIn(focused, group.node()))
                    .findFirst()
                    .ifPresent(this::touched);
        }
    }

    private static boolean isIn(Node inner, Node outer) {
        for (Node node = inner; node != null; node = node.getParent()) {
            if (node.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    List<DockTabs> groupsWithout(String pane) {
        return groups().filter(group -> !group.panes().contains(pane))
                .map(DockGroup::now)
                .toList();
    }

    private Stream<DockGroup> groups() {
        return areas().stream().flatMap(area -> area.groups().stream());
    }

    List<DockArea> areas() {
        return Stream.concat(windows.stream().map(DockWindow::area), Stream.of(main))
                .toList();
    }

    /// Returns the area under a point of the screen, those of small windows before the main one.
    @Nullable
    DockArea areaAt(double screenX, double screenY) {
        return areas().stream()
                .filter(area -> area.holds(screenX, screenY))
                .findFirst()
                .orElse(null);
    }

    /// Closes the windows beside the main one.
    public void close() {
        showing = true;
        windows.forEach(DockWindow::close);
        windows.clear();
    }
}
