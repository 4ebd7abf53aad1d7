package ai.backtestr.desktop.window;

import ai.backtestr.desktop.layout.DefaultLayout;
import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes once through the parts of a window that nobody sees and closes it, so that the JVM has loaded what a
/// session needs when it writes its archive of classes.
///
/// Threads: belongs to the FX thread.
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final double PAUSE_MS = 300;

    /// What the toolkit takes in place of its headless platform where there is a screen.
    private static final List<String> FOR_SCREENS =
            List.of("com/sun/glass/ui/gtk/", "com/sun/prism/es2/", "com/sun/glass/ui/mac/", "com/sun/prism/mtl/");

    private final WorkbenchWindow window;
    private final FxPause pause = new FxPause(PAUSE_MS);
    private final Deque<Runnable> steps = new ArrayDeque<>();

    private Rehearsal(WorkbenchWindow window) {
        this.window = window;
    }

    /// Begins; the window closes at the end.
    static void begin(WorkbenchWindow window) {
        Rehearsal rehearsal = new Rehearsal(window);
        rehearsal.plan();
        rehearsal.next();
    }

    private void plan() {
        steps.add(Rehearsal::loadForScreens);
        for (int i = 0; i < 5; i++) {
            steps.add(() -> {}); // the sample is loaded and run meanwhile
        }
        steps.add(() -> window.editSource("ema-cross"));
        steps.add(window::switchTheme);
        steps.add(window::switchTheme);
        steps.add(() -> window.chart().requestFocus());
        steps.add(window::showPalette);
        steps.add(this::closeOthers);
        steps.add(window::showPreferences);
        steps.add(this::closeOthers);
        steps.add(this::showImport);
        steps.add(this::closeOthers);
        steps.add(window::showRuns);
        steps.add(this::closeOthers);
        Stream.of(
                        DefaultLayout.ORDERS,
                        DefaultLayout.FILLS,
                        DefaultLayout.STATISTICS,
                        DefaultLayout.EXPLANATION,
                        DefaultLayout.TICKS,
                        DefaultLayout.BARS,
                        DefaultLayout.SQL,
                        DefaultLayout.TASKS,
                        DefaultLayout.LOG,
                        DefaultLayout.HELP,
                        DefaultLayout.PERFORMANCE,
                        DefaultLayout.TRADES)
                .forEach(part -> steps.add(() -> window.docks().open(part)));
        steps.add(() -> window.stage().close());
    }

    private void next() {
        Runnable step = steps.poll();
        if (step != null) {
            if (!steps.isEmpty()) {
                pause.restart(() -> Platform.runLater(this::next)); // before it: a dialog keeps it from ending
            }
            try {
                step.run();
            } catch (RuntimeException e) {
                LOG.warn("a step of the rehearsal failed; its classes are not archived", e);
            }
        }
    }

    private void showImport() {
        Path none = Path.of("none.csv");
        new ImportDialog(window.stage(), List.of(none), window.workbench().imports(), new FxPause(0)).ask(files -> {});
    }

    private void closeOthers() {
        List.copyOf(Window.getWindows()).stream()
                .filter(other -> !other.equals(window.stage()))
                .forEach(Window::hide);
    }

    /// Loads classes without running any of their code.
    private static void loadForScreens() {
        ModuleLayer.boot()
                .configuration()
                .findModule("javafx.graphics")
                .map(ResolvedModule::reference)
                .ifPresent(Rehearsal::loadForScreens);
    }

    private static void loadForScreens(ModuleReference toolkit) {
        try (ModuleReader reader = toolkit.open();
                Stream<String> names = reader.list()) {
            names.filter(name -> name.endsWith(".class") && FOR_SCREENS.stream().anyMatch(name::startsWith))
                    .forEach(Rehearsal::load);
        } catch (IOException e) {
            LOG.warn("the toolkit's classes cannot be listed", e);
        }
    }

    private static void load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            Class.forName(name, false, Platform.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            LOG.debug("{} is not loaded", name, e);
        }
    }
}
