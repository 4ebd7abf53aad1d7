package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.fixture.Nodes;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.layout.LayoutFile;
import ai.backtestr.desktop.settings.SettingsFile;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// The real window over a home folder with ticks of two instruments, without a display. Opened again over the same
/// folder, it is a later session.
final class OpenWindow implements AutoCloseable {
    private static final long WAIT_MS = 60_000;
    private static final int MINUTES = 600;

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final Workspace workspace;
    private final Workbench workbench;
    private final WorkbenchWindow window;
    private final Stage stage;

    OpenWindow(Path home) {
        workspace = Workspace.open(new HomeFolder(home));
        SettingsFile file = new SettingsFile(workspace.home().settings());
        SettingsFile.Loaded left = file.load();
        LayoutFile layoutFile = new LayoutFile(workspace.home().settings());
        LayoutFile.Loaded layouts = layoutFile.load(left.settings());
        stage = FxThread.call(Stage::new);
        workbench = FxThread.call(
                () -> new Workbench(workspace, new Tasks(background, Platform::runLater), new FxPause(150)));
        window = FxThread.call(() -> new WorkbenchWindow(
                workbench,
                stage,
                new WindowMemory(file, left, background, Platform::runLater, new FxPause(50)),
                new LayoutMemory(layoutFile, layouts, background, Platform::runLater, new FxPause(50))));
        fx(() -> {
            window.show();
            if (left.settings().place() == null) {
                stage.setX(0);
                stage.setY(0);
                stage.setWidth(1200);
                stage.setHeight(800);
            }
            workbench.start();
        });
        await("an instrument", () -> workbench.symbol().get() != null);
    }

    /// Makes a home folder with two instruments, a quote every minute from 10 o'clock on: one ten hours long, the
    /// other from the third hour on.
    static void fill(Path home) throws IOException {
        try (Workspace workspace = Workspace.open(new HomeFolder(home))) {
            for (String symbol : new String[] {"EURUSD", "GBPUSD"}) {
                int first = symbol.equals("EURUSD") ? 0 : 120;
                StringBuilder text = new StringBuilder("time,bid,ask\n");
                for (int i = first; i < MINUTES; i++) {
                    double bid = 1.2 + 0.01 * Math.sin(i / 40.0) + 0.002 * Math.sin(i / 3.0);
                    text.append(String.format(
                            Locale.ROOT,
                            "2014-05-01T%02d:%02d:00Z,%.5f,%.5f%n",
                            10 + i / 60,
                            i % 60,
                            bid,
                            bid + 0.0001));
                }
                Path file = Files.writeString(home.resolve(symbol.toLowerCase(Locale.ROOT) + ".csv"), text);
                workspace.storing().importing(file, symbol).run();
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
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

    Workspace workspace() {
        return workspace;
    }

    StoredData data(String symbol) {
        return fx(() -> workbench.symbols().stream()
                .filter(data -> data.instrument().symbol().equals(symbol))
                .findFirst()
                .orElseThrow());
    }

    void run() {
        BacktestResult before = fx(() -> workbench.result().get());
        fx(workbench::run);
        await("a result", () -> !Objects.equals(workbench.result().get(), before));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    <N extends Node> N node(String id) {
        return Nodes.node(stage.getScene().getRoot(), id);
    }

    boolean has(String id) {
        return fx(() -> Nodes.find(stage.getScene().getRoot(), id) != null);
    }

    /// Presses keys that the window knows.
    void press(KeyCode code, boolean shift, boolean control, boolean alt) {
        fx(() -> {
            KeyEvent event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false);
            stage.getScene().getAccelerators().entrySet().stream()
                    .filter(keys -> keys.getKey().match(event))
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .run();
        });
    }

    @Override
    public void close() {
        fx(stage::close);
        background.shutdown();
        try {
            assertThat(background.awaitTermination(WAIT_MS, TimeUnit.MILLISECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        workspace.close();
    }
}
