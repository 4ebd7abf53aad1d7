package ai.backtestr.desktop.hour;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.fixture.Nodes;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.Window;

/// What a user does with the windows that are open, and reads in them. Nodes are named by their ids.
///
/// To be used on a thread of its own: what opens a dialog and so does not come back is not waited for.
final class Hands {
    private static final long WAIT_MS = 180_000;

    private Hands() {}

    /// Asks on the FX thread.
    static <T> T see(Supplier<T> question) {
        return FxThread.call(question);
    }

    /// Has something done on the FX thread, up to its end or until a dialog waits for an answer.
    static void act(Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        see(() -> true);
        if (done.isCompletedExceptionally()) {
            done.join();
        }
    }

    static void await(String what, BooleanSupplier condition) {
        await(what, condition, () -> "message says: " + text("message"));
    }

    private static void await(String what, BooleanSupplier condition, Supplier<String> instead) {
        long deadline = System.currentTimeMillis() + WAIT_MS;
        while (!see(() -> holds(condition))) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError("waited in vain for " + what + "; " + instead.get());
            }
            rest(20);
        }
    }

    /// What cannot be looked at yet is not so yet.
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (RuntimeException e) {
            return false;
        }
    }

    static void rest(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Presses keys, such as `Shortcut+K`, where the keyboard is in the window that was opened last.
    static void press(String keys) {
        KeyCodeCombination combination = (KeyCodeCombination) KeyCombination.valueOf(keys);
        act(() -> {
            fire(KeyEvent.KEY_PRESSED, combination);
            if (Window.getWindows().stream().anyMatch(Stage.class::isInstance)) { // it may have closed the last
                fire(KeyEvent.KEY_RELEASED, combination);
            }
        });
    }

    private static void fire(javafx.event.EventType<KeyEvent> type, KeyCodeCombination keys) {
        KeyEvent event = new KeyEvent(
                type,
                "",
                "",
                keys.getCode(),
                isDown(keys.getShift()),
                isDown(keys.getControl()) || isDown(keys.getShortcut()),
                isDown(keys.getAlt()),
                false);
        Node focused = front().getScene().getFocusOwner();
        (focused == null ? front().getScene().getRoot() : focused).fireEvent(event);
    }

    private static boolean isDown(ModifierValue value) {
        return value == ModifierValue.DOWN;
    }

    /// The window that was opened last, menus and the like aside.
    static Stage front() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isShowing())
                .map(Stage.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /// The window of the program itself.
    static Stage main() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage stage && "BackTestr".equals(stage.getTitle()))
                .map(Stage.class::cast)
                .findFirst()
                .orElseThrow();
    }

    static boolean hasMain() {
        return Window.getWindows().stream()
                .anyMatch(window -> window instanceof Stage stage && "BackTestr".equals(stage.getTitle()));
    }

    static boolean has(String id) {
        return Nodes.find(id) != null;
    }

    /// Finds a node in any window; on the FX thread.
    @SuppressWarnings("TypeParameterUnusedInFormals")
    static <N extends Node> N node(String id) {
        return Nodes.node(id);
    }

    /// What a node says; nothing where there is no such node. On the FX thread.
    static String read(String id) {
        return switch (Nodes.<Node>find(id)) {
            case Labeled label -> label.getText();
            case TextInputControl field -> field.getText();
            case null, default -> "";
        };
    }

    /// Reads from another thread.
    static String text(String id) {
        return see(() -> read(id));
    }

    static void awaitText(String id, String part) {
        await("'" + part + "' in " + id, () -> read(id).contains(part), () -> id + " says: " + text(id));
    }

    /// Waits until all of a run is on screen, and not part of it, of which that is so.
    static void awaitRun(String what, BooleanSupplier condition) {
        await(what, () -> !read("pinned-note").startsWith("So far") && condition.getAsBoolean());
    }

    /// Waits until a run is kept, as one is that no other follows for some seconds.
    ///
    /// @param before what the message said before what makes that run
    static void awaitKept(String before) {
        await(
                "a kept run",
                () -> read("message").startsWith("Kept as run")
                        && !read("message").equals(before));
    }

    static void click(String id) {
        act(() -> {
            ButtonBase button = node(id);
            if (button.isDisabled()) {
                throw new AssertionError(id + " cannot be pressed");
            }
            button.requestFocus();
            button.fire();
        });
    }

    static void type(String id, String text) {
        act(() -> {
            Node node = node(id);
            TextInputControl field = node instanceof ComboBox<?> choice ? choice.getEditor() : (TextInputControl) node;
            field.requestFocus();
            field.setText(text);
        });
    }

    static void slide(String id, double value) {
        act(() -> Hands.<Slider>node(id).setValue(value));
    }

    /// Chooses what reads like that.
    static <T> void choose(String id, String title) {
        act(() -> {
            ComboBox<T> box = node(id);
            T wanted = box.getItems().stream()
                    .filter(item -> shown(box, item).equals(title))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(title + " is not offered by " + id));
            box.getSelectionModel().select(wanted);
        });
    }

    static <T> String chosen(String id) {
        return see(() -> {
            ComboBox<T> box = node(id);
            return shown(box, box.getValue());
        });
    }

    private static <T> String shown(ComboBox<T> box, T item) {
        return box.getConverter().toString(item);
    }

    /// Takes an action from the menus.
    static void menu(String action) {
        act(() -> {
            MenuItem item = item(action);
            if (item.isDisable()) {
                throw new AssertionError(action + " cannot be chosen");
            }
            item.fire();
        });
    }

    static MenuItem item(String action) {
        MenuBar bar = node("menu-bar");
        Deque<MenuItem> left = new ArrayDeque<>(bar.getMenus());
        while (!left.isEmpty()) {
            MenuItem item = left.pop();
            if (("action-" + action).equals(item.getId())) {
                return item;
            }
            if (item instanceof Menu menu) {
                left.addAll(menu.getItems());
            }
        }
        throw new AssertionError(action + " is in no menu");
    }

    /// Answers the dialog in front with OK.
    static void ok() {
        act(() -> {
            DialogPane pane = (DialogPane) front().getScene().getRoot();
            ButtonType ok = pane.getButtonTypes().stream()
                    .filter(type -> type.getButtonData().isDefaultButton())
                    .findFirst()
                    .orElseThrow();
            pane.lookupButton(ok).fireEvent(new ActionEvent());
        });
    }

    /// Rests the mouse on a node.
    static void hover(Node node) {
        act(() -> {
            double x = node.getBoundsInLocal().getCenterX();
            double y = node.getBoundsInLocal().getCenterY();
            node.fireEvent(mouse(MouseEvent.MOUSE_ENTERED_TARGET, node, x, y));
            node.fireEvent(mouse(MouseEvent.MOUSE_MOVED, node, x, y));
        });
    }

    /// Moves the mouse away from a node.
    static void leave(Node node) {
        act(() -> node.fireEvent(mouse(MouseEvent.MOUSE_EXITED_TARGET, node, -1, -1)));
    }

    private static MouseEvent mouse(javafx.event.EventType<MouseEvent> type, Node node, double x, double y) {
        var screen = node.localToScreen(x, y);
        return new MouseEvent(
                node,
                node,
                type,
                x,
                y,
                screen.getX(),
                screen.getY(),
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    /// Drops files on the program's window.
    static void drop(List<Path> files) {
        act(() -> {
            Dragboard board = dragboard(files.stream().map(Path::toFile).toList());
            Node root = main().getScene().getRoot();
            javafx.event.Event.fireEvent(main().getScene(), drag(DragEvent.DRAG_OVER, board, root));
            javafx.event.Event.fireEvent(main().getScene(), drag(DragEvent.DRAG_DROPPED, board, root));
        });
    }

    private static DragEvent drag(javafx.event.EventType<DragEvent> type, Dragboard board, Node target) {
        return new DragEvent(target, target, type, board, 400, 300, 400, 300, TransferMode.COPY, target, target, null);
    }

    /// The toolkit makes them of what the desktop hands it, and of nothing else.
    private static Dragboard dragboard(List<File> files) {
        try {
            Class<?> content = Class.forName("com.sun.javafx.tk.TKClipboard");
            Object peer = Proxy.newProxyInstance(
                    content.getClassLoader(),
                    new Class<?>[] {content},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                        case "getContent" -> DataFormat.FILES.equals(arguments[0]) ? files : null;
                        default -> null;
                    });
            return (Dragboard) Class.forName("com.sun.javafx.scene.input.DragboardHelper")
                    .getMethod("createDragboard", content)
                    .invoke(null, peer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
