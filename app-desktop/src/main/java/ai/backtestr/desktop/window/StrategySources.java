package ai.backtestr.desktop.window;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.userstrategy.FolderWatch;
import ai.backtestr.desktop.userstrategy.OwnStrategy;
import ai.backtestr.desktop.userstrategy.StrategyLibrary;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Keeps the strategies offered up to date with the sources that the user saves.
///
/// Threads: belongs to the FX thread.
final class StrategySources {
    private final StrategyLibrary library;
    private final Tasks tasks;
    private final StrategyForm form;
    private final Runnable onOther;
    private final Runnable onRead;
    private FolderWatch watch;
    private final ObjectProperty<List<OwnStrategy>> own = new SimpleObjectProperty<>(List.of());
    private String toChoose = ""; // a strategy just written or saved

    /// @param onOther called when the strategy chosen has another source
    /// @param onRead called when all have been read
    StrategySources(StrategyLibrary library, Tasks tasks, StrategyForm form, Runnable onOther, Runnable onRead) {
        this.library = library;
        this.tasks = tasks;
        this.form = form;
        this.onOther = onOther;
        this.onRead = onRead;
        watch = watching();
    }

    private FolderWatch watching() {
        return new FolderWatch(library.folder(), () -> tasks.later(this::read));
    }

    /// Takes the user's own strategies from another folder.
    void use(Path folder) {
        if (!folder.equals(library.folder())) {
            library.use(folder);
            watch.close();
            watch = watching();
            read();
        }
    }

    /// Offers what there is, then goes on.
    void offer(Runnable then) {
        tasks.start(Tasks.Lane.STRATEGIES, compiling(), own -> {
            this.own.set(own);
            form.offer(own);
            then.run();
        });
    }

    /// Reads them anew.
    void read() {
        tasks.start(Tasks.Lane.STRATEGIES, compiling(), this::show);
    }

    private BackgroundTask<List<OwnStrategy>> compiling() {
        return new BackgroundTask<>("Compiling strategies", control -> library.own());
    }

    private void show(List<OwnStrategy> own) {
        this.own.set(own);
        if (form.offer(own)) {
            onOther.run();
        }
        form.choose(toChoose);
        toChoose = "";
        onRead.run();
    }

    /// Writes a strategy to begin with, and chooses it.
    void create(String name) {
        BackgroundTask<OwnStrategy> writing = new BackgroundTask<>("Writing a strategy", control -> written(name));
        tasks.startBeside(writing, own -> {
            toChoose = own.name();
            read();
            tasks.tell("Edit " + own.file() + "; it runs again whenever it is saved.");
        });
    }

    private OwnStrategy written(String name) {
        Path file;
        try {
            file = library.create(name);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(String.valueOf(e.getMessage()), e);
        }
        return library.own().stream()
                .filter(own -> own.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new ProblemException(file + " is gone again"));
    }

    /// Reads them anew and chooses the one just saved.
    void saved(String name) {
        toChoose = name;
        read();
    }

    /// Those of the user's own, as they were on file last.
    ObjectProperty<List<OwnStrategy>> own() {
        return own;
    }

    /// Watches sources no longer.
    void close() {
        watch.close();
    }
}
