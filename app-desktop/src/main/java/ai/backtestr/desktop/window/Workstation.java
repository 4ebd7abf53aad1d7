package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.commandline.WorkbenchLauncher;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Opens the window and keeps it open until the user closes it.
public final class Workstation implements WorkbenchLauncher {
    private static final int STOP_SECONDS = 10;

    /// Opens windows.
    public Workstation() {}

    @Override
    public void open(Workspace workspace, @Nullable BacktestResult result) {
        FxThread.startWithWindows();
        ExecutorService background = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("background-", 1).factory());
        CountDownLatch closed = new CountDownLatch(1);
        Platform.runLater(() -> show(workspace, result, background, closed::countDown));
        try {
            closed.await();
            background.shutdown();
            if (!background.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                background.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void show(
            Workspace workspace, @Nullable BacktestResult result, Executor background, Runnable onClosed) {
        Tasks tasks = new Tasks(background, Platform::runLater);
        Workbench workbench = new Workbench(workspace, tasks);
        Stage stage = new Stage();
        stage.setOnHidden(event -> {
            tasks.cancelAll();
            onClosed.run();
        });
        new WorkbenchWindow(workbench, stage).show();
        if (result == null) {
            workbench.start();
        } else {
            workbench.start(result);
        }
    }
}
