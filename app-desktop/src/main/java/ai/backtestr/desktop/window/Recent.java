package ai.backtestr.desktop.window;

import ai.backtestr.desktop.action.PaletteEntry;
import ai.backtestr.desktop.settings.RecentFiles;
import ai.backtestr.desktop.settings.RecentFiles.Kind;
import ai.backtestr.desktop.settings.RecentFiles.RecentFile;
import ai.backtestr.desktop.settings.RecordFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/// The files used last, kept from one session to the next, as a menu and for the palette. FX thread only.
final class Recent {
    private static final double PAUSE_MS = 200;

    private final Tasks tasks;
    private final Consumer<RecentFile> onOpen;
    private final List<RecentFile> early = new ArrayList<>(); // used before the file was read
    private RecentFiles now = RecentFiles.NONE;
    private @Nullable FileMemory<RecentFiles> memory;

    /// @param settings the folder of settings; its file is read in the background
    /// @param onOpen opens one that is chosen
    Recent(Path settings, Tasks tasks, Consumer<RecentFile> onOpen) {
        this.tasks = tasks;
        this.onOpen = onOpen;
        RecordFile<RecentFiles> file = new RecordFile<>(settings.resolve("recent.json"), RecentFiles.class);
        tasks.background(() -> {
            RecordFile.Loaded<RecentFiles> loaded = file.load(RecentFiles.NONE);
            tasks.later(() -> take(file, loaded));
        });
    }

    private void take(RecordFile<RecentFiles> file, RecordFile.Loaded<RecentFiles> loaded) {
        FileMemory<RecentFiles> kept = new FileMemory<>(
                file::save, loaded.value(), loaded.problem(), tasks::background, tasks::later, new FxPause(PAUSE_MS));
        kept.watch(() -> now);
        kept.problem().subscribe(problem -> {
            if (!problem.isEmpty()) {
                tasks.tellError(problem);
            }
        });
        now = loaded.value();
        memory = kept;
        early.forEach(used -> used(used.kind(), used.path()));
        early.clear();
    }

    /// Takes in that a file was used.
    void used(Kind kind, String path) {
        RecentFile used = new RecentFile(kind, path);
        FileMemory<RecentFiles> kept = memory;
        if (kept == null) {
            early.add(used);
        } else {
            now = now.with(used);
            kept.changed();
        }
    }

    /// Returns them, the latest first.
    List<RecentFile> files() {
        return now.files();
    }

    /// Returns a menu of them.
    Menu menu() {
        Menu menu = new Menu("Recent files");
        menu.setId("menu-recent");
        menu.getItems().setAll(new MenuItem()); // without one it would not open
        menu.setOnShowing(event -> menu.getItems().setAll(items()));
        return menu;
    }

    /// Returns the items of the menu as they are now.
    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (RecentFile file : files()) {
            MenuItem item = new MenuItem(file.kind().title() + ": " + file.path());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> onOpen.accept(file));
            items.add(item);
        }
        if (items.isEmpty()) {
            MenuItem none = new MenuItem("None yet");
            none.setDisable(true);
            return List.of(none);
        }
        items.add(new SeparatorMenuItem());
        MenuItem clear = new MenuItem("Forget all");
        clear.setOnAction(event -> clear());
        items.add(clear);
        return items;
    }

    private void clear() {
        now = RecentFiles.NONE;
        if (memory != null) {
            memory.changed();
        }
    }

    /// Returns them as the palette offers them.
    List<PaletteEntry> entries() {
        return files().stream()
                .map(file -> new PaletteEntry(
                        "Recent",
                        String.valueOf(Path.of(file.path()).getFileName()),
                        file.kind().title() + ", " + file.path(),
                        "",
                        () -> onOpen.accept(file)))
                .toList();
    }

    /// Writes what is not written yet.
    void close() {
        if (memory != null) {
            memory.close();
        }
    }
}
