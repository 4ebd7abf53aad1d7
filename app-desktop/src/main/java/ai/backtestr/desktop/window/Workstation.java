package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.commandline.WorkbenchLauncher;
import ai.backtestr.desktop.home.WorkJournal;
import ai.backtestr.desktop.layout.LayoutFile;
import ai.backtestr.desktop.output.HalfWritten;
import ai.backtestr.desktop.settings.Preferences;
import ai.backtestr.desktop.settings.RecordFile;
import ai.backtestr.desktop.settings.SettingsFile;
import ai.backtestr.desktop.workspace.RunResources;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.monitor.Target;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.thread.BackgroundPriority;
import ai.backtestr.engine.thread.RunThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the window and keeps it open until the user closes it.
public final class Workstation implements WorkbenchLauncher {
    private static final Logger LOG = LoggerFactory.getLogger(Workstation.class);
    private static final int STOP_SECONDS = 10;
    private static final double TYPING_MS = 150;
    private static final double REMEMBER_MS = 500;

    private final Consumer<WorkbenchWindow> onShown;

    private Workstation(Consumer<WorkbenchWindow> onShown) {
        this.onShown = onShown;
    }

    /// Opens windows.
    public Workstation() {
        this(window -> {});
    }

    /// Opens windows that go through their parts and close by themselves, for the archive of classes.
    public static Workstation rehearsing() {
        return new Workstation(Rehearsal::begin);
    }

    @Override
    public void begin() {
        // What compiles for the long run would take a processor from what opens the window.
        Thread.ofPlatform().daemon().name("priorities").start(() -> BackgroundPriority.LOADING.give("C2 Compiler"));
        FxThread.beginWithWindows(FirstControls::prepare);
    }

    @Override
    public void open(Workspace workspace, @Nullable BacktestResult result) {
        StartTimes times = new StartTimes();
        times.reached("home open");
        ExecutorService background = Executors.newCachedThreadPool(backgroundThreads());
        CountDownLatch closed = new CountDownLatch(1);
        SettingsFile file = new SettingsFile(workspace.home().settings());
        LayoutFile layoutFile = new LayoutFile(workspace.home().settings());
        // Read while the toolkit starts.
        CompletableFuture<SettingsFile.Loaded> loading = CompletableFuture.supplyAsync(file::load, background);
        CompletableFuture<LayoutFile.Loaded> loadingLayouts =
                loading.thenApply(settings -> layoutFile.load(settings.settings()));
        RecordFile<Preferences> preferenceFile =
                PreferenceMemory.file(workspace.home().settings());
        CompletableFuture<RecordFile.Loaded<Preferences>> loadingPreferences =
                loading.thenApply(settings -> preferenceFile.load(PreferenceMemory.defaults(settings.settings())));
        FxThread.startWithWindows();
        SettingsFile.Loaded loaded = loading.join();
        LayoutFile.Loaded layouts = loadingLayouts.join();
        RecordFile.Loaded<Preferences> preferences = loadingPreferences.join();
        times.reached("toolkit and settings there");
        WorkJournal journal = WorkJournal.open(workspace.home());
        journal.told().ifPresent(told -> {
            LOG.warn(told);
            background.execute(() -> HalfWritten.remove(workspace.home().path()));
        });
        Monitor monitor = new Monitor(Target.DEFAULTS);
        workspace.use(new RunResources(RunThreads.DEFAULT, monitor));
        Tasks tasks = new Tasks(background, Platform::runLater);
        tasks.note(journal);
        Platform.runLater(() -> {
            WindowMemory memory =
                    new WindowMemory(file, loaded, background, Platform::runLater, new FxPause(REMEMBER_MS));
            LayoutMemory layoutMemory =
                    new LayoutMemory(layoutFile, layouts, background, Platform::runLater, new FxPause(REMEMBER_MS));
            Workbench workbench = new Workbench(workspace, tasks, new FxPause(TYPING_MS));
            PreferenceMemory preferenceMemory = new PreferenceMemory(
                    preferenceFile, preferences, background, Platform::runLater, new FxPause(REMEMBER_MS));
            journal.told().ifPresent(memory::tell);
            show(workbench, memory, layoutMemory, preferenceMemory, times, result, closed::countDown);
        });
        try (journal;
                monitor;
                UnexpectedErrors _ = UnexpectedErrors.tellTo(tasks);
                Monitor.Watch _ = monitor.watchGcPauses()) {
            closed.await();
            background.shutdown();
            if (!background.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                background.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Threads that give way to the window's own, see [BackgroundPriority].
    private static ThreadFactory backgroundThreads() {
        ThreadFactory threads =
                Thread.ofPlatform().daemon().name("background-", 1).factory();
        return work -> threads.newThread(() -> {
            BackgroundPriority.RUNNING.take();
            work.run();
        });
    }

    private void show(
            Workbench workbench,
            WindowMemory memory,
            LayoutMemory layouts,
            PreferenceMemory preferences,
            StartTimes times,
            @Nullable BacktestResult result,
            Runnable onClosed) {
        Stage stage = new Stage();
        stage.setOnHidden(event -> {
            workbench.tasks().close();
            onClosed.run();
        });
        WorkbenchWindow window = new WorkbenchWindow(workbench, stage, memory, layouts, preferences);
        times.reached("window made");
        window.show();
        times.reached("shown");
        times.tellWhenPainted();
        LaterControls.prepare(window.scene().getStylesheets(), workbench.tasks()::background);
        onShown.accept(window);
        if (result == null) {
            window.tour().offer();
            workbench.start();
        } else {
            workbench.start(result);
        }
    }
}
