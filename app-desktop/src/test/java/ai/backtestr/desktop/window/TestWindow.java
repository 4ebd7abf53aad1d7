package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.fixture.Nodes;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.settings.SettingsFile;
import ai.backtestr.desktop.workspace.RunResources;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.thread.RunThreads;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The real window on a home folder of its own, without a display, and what a test does with it.
final class TestWindow implements AutoCloseable {
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final Workspace workspace;
    private final Workbench workbench;
    private final WorkbenchWindow window;
    private final Stage stage;

    private record Parts(Workbench workbench, WorkbenchWindow window, Stage stage) {}

    /// Opens it; nothing is loaded or run.
    TestWindow(Path home) {
        this(home, null);
    }

    /// @param monitor is told how it performs; null for none
    TestWindow(Path home, @Nullable Monitor monitor) {
        workspace = Workspace.open(new HomeFolder(home));
        if (monitor != null) {
            workspace.use(new RunResources(RunThreads.DEFAULT, monitor));
        }
        SettingsFile file = new SettingsFile(workspace.home().settings());
        SettingsFile.Loaded left = file.load();
        Parts parts = FxThread.call(() -> {
            Workbench workbench = new Workbench(workspace, new Tasks(background, Platform::runLater), new FxPause(150));
            Stage stage = new Stage();
            WindowMemory memory = new WindowMemory(file, left, background, Platform::runLater, new FxPause(50));
            WorkbenchWindow window = new WorkbenchWindow(workbench, stage, memory);
            window.show();
            stage.setWidth(1280);
            stage.setHeight(800);
            return new Parts(workbench, window, stage);
        });
        workbench = parts.workbench;
        window = parts.window;
        stage = parts.stage;
    }

    /// Loads the sample and waits for its result.
    TestWindow started() {
        fx(() -> workbench.start());
        await("a result", () -> workbench.result().get() != null);
        return this;
    }

    Workspace workspace() {
        return workspace;
    }

    Workbench workbench() {
        return workbench;
    }

    WorkbenchWindow window() {
        return window;
    }

    Stage stage() {
        return stage;
    }

    /// Finds a node of the window or of any other that is open.
    @SuppressWarnings("TypeParameterUnusedInFormals")
    <N extends Node> N node(String id) {
        return fx(() -> Nodes.node(id));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    <N extends Node> @Nullable N find(String id) {
        return fx(() -> Nodes.find(id));
    }

    /// As [#node], on the FX thread.
    @SuppressWarnings("TypeParameterUnusedInFormals")
    <N extends Node> N here(String id) {
        return Nodes.node(id);
    }

    /// Whether there is such a node, asked on the FX thread.
    boolean isOpen(String id) {
        return Nodes.find(id) != null;
    }

    /// Answers a dialog with Cancel; on the FX thread.
    void cancelDialog(String id) {
        this.<DialogPane>here(id).lookupButton(ButtonType.CANCEL).fireEvent(new ActionEvent());
    }

    /// Presses keys, such as `Shortcut+K`, where the focus is.
    void press(String keys) {
        KeyCodeCombination combination = (KeyCodeCombination) KeyCombination.valueOf(keys);
        boolean control = isDown(combination.getShortcut()) || isDown(combination.getControl());
        KeyEvent event = new KeyEvent(
                KeyEvent.KEY_PRESSED,
                "",
                "",
                combination.getCode(),
                isDown(combination.getShift()),
                control,
                isDown(combination.getAlt()),
                false);
        fx(() -> {
            Node focused = stage.getScene().getFocusOwner();
            (focused == null ? stage.getScene().getRoot() : focused).fireEvent(event);
        });
    }

    private static boolean isDown(KeyCombination.ModifierValue value) {
        return value == KeyCombination.ModifierValue.DOWN;
    }

    /// Presses a key in a node.
    static void press(Node node, KeyCode code) {
        fx(() -> node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    @Override
    public void close() {
        fx(stage::close);
        background.close();
        workspace.close();
    }
}
