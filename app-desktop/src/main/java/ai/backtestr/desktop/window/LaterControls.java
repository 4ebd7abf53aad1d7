package ai.backtestr.desktop.window;

import ai.backtestr.desktop.editor.CodePane;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is opened later, and takes long the first time: its classes are loaded in the background once the window is
/// there, then one of its kind is styled and laid out where nobody sees it, a little at a time.
///
/// Threads: belongs to the FX thread, but for the loading.
final class LaterControls {
    private static final Logger LOG = LoggerFactory.getLogger(LaterControls.class);
    private static final double BEGIN_MS = 1000;
    private static final double REST_MS = 60;
    private static final double SIZE = 800;
    private static final int FORM_ROWS = 6;

    private final List<String> stylesheets;
    private final FxPause pause;
    private final Deque<Runnable> slices = new ArrayDeque<>();

    private LaterControls(List<String> stylesheets) {
        this.stylesheets = stylesheets;
        pause = new FxPause(REST_MS);
    }

    /// Begins a moment later.
    ///
    /// @param stylesheets those of the window
    static void prepare(List<String> stylesheets, Executor background) {
        LaterControls later = new LaterControls(List.copyOf(stylesheets));
        new FxPause(BEGIN_MS)
                .restart(() -> background.execute(() -> {
                    link(CodeArea.class);
                    Platform.runLater(later::begin);
                }));
    }

    private void begin() {
        CodePane.rehearsal(this::scene, slices::add);
        slices.add(() -> scene(new VBox(new CheckBox("ticked"), new TextField("text"), editableChoice())));
        slices.add(() -> scene(dialog()));
        slices.add(() -> scene(form()));
        slices.add(() -> scene(new PreviewPane()));
        next();
    }

    private void next() {
        Runnable slice = slices.poll();
        if (slice != null) {
            slice.run();
            pause.restart(this::next);
        }
    }

    private void scene(Parent of) {
        if (of.getScene() == null) {
            Scene scene = new Scene(of, SIZE, SIZE);
            scene.getStylesheets().addAll(stylesheets);
        }
        of.applyCss();
        of.layout();
    }

    private static DialogPane dialog() {
        DialogPane dialog = new DialogPane();
        dialog.setHeaderText("header");
        dialog.getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
        return dialog;
    }

    private static VBox form() {
        VBox form = new VBox();
        for (int i = 0; i < FORM_ROWS; i++) {
            form.getChildren().add(new FormRow("name", "what it means", new TextField()));
        }
        return form;
    }

    private static ComboBox<String> editableChoice() {
        ComboBox<String> choice = new ComboBox<>();
        choice.setEditable(true);
        return choice;
    }

    /// Loads and links, but does not initialize, all classes that lie beside one, if it lies in a file.
    private static void link(Class<?> beside) {
        try (JarFile jar = new JarFile(Path.of(beside.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toFile())) {
            jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .forEach(name -> link(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'),
                            beside.getClassLoader()));
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            LOG.debug("classes are loaded when they are needed", e);
        }
    }

    private static void link(String name, ClassLoader loader) {
        try {
            var _ = Class.forName(name, false, loader).getDeclaredConstructors(); // which takes the class to be linked
        } catch (ClassNotFoundException | LinkageError e) {
            LOG.debug("{} cannot be loaded", name, e);
        }
    }
}
