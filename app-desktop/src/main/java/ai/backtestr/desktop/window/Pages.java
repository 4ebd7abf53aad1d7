package ai.backtestr.desktop.window;

import ai.backtestr.desktop.action.ActionRegistry;
import ai.backtestr.desktop.action.ShortcutPage;
import ai.backtestr.desktop.output.PlacedFile;
import ai.backtestr.desktop.program.Browser;
import ai.backtestr.desktop.task.BackgroundTask;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Shows pages in the browser, and folders.
///
/// @param workbench whose home folder they are written to
record Pages(Workbench workbench) {
    /// Shows all keys as a page, to be printed from there.
    void showShortcuts(ActionRegistry actions) {
        show("shortcuts.html", ShortcutPage.html(actions));
    }

    /// Shows the folder with the logs.
    void showLogs() {
        showFolder(workbench.workspace().home().logs());
    }

    /// Shows a folder in the system's own way; where that cannot be done, its path is told and copied.
    void showFolder(Path folder) {
        show(
                folder.toString(),
                () -> Browser.isShown(folder),
                folder + " (nothing here shows folders; its path is copied)");
    }

    /// Shows where a link of the guide leads that leaves it: addresses of the web in the browser; of a source of the
    /// program its path is told.
    void showLink(String link) {
        if (!link.contains("://")) {
            workbench.tasks().tell(link + " is among the sources of the program, which do not come with it.");
            return;
        }
        URI address = URI.create(link);
        show(link, () -> Browser.isShown(address), link + " (nothing here shows pages; the address is copied)");
    }

    private void show(String place, Supplier<Boolean> shows, String otherwise) {
        BackgroundTask<Boolean> showing = new BackgroundTask<>("Showing " + place, control -> shows.get());
        workbench.tasks().startBeside(showing, isShown -> {
            if (!isShown) {
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, place));
            }
            workbench.tasks().tell(isShown ? "Shown: " + place : otherwise);
        });
    }

    private void show(String name, String html) {
        Path page = workbench.workspace().home().help().resolve(name);
        BackgroundTask<Path> writing = new BackgroundTask<>("Writing " + name, control -> {
            PlacedFile.write(page, html.getBytes(StandardCharsets.UTF_8));
            Browser.show(page);
            return page;
        });
        workbench.tasks().startBeside(writing, written -> workbench.tasks().tell("Shown in the browser: " + written));
    }
}
