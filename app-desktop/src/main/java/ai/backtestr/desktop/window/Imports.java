package ai.backtestr.desktop.window;

import ai.backtestr.data.imports.FileColumns;
import ai.backtestr.data.imports.ImportPreview;
import ai.backtestr.data.imports.ImportReport;
import ai.backtestr.data.store.Overlap;
import ai.backtestr.data.store.OverlapException;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.window.Notices.Choice;
import ai.backtestr.desktop.window.Notices.Notice;
import ai.backtestr.desktop.workspace.Workspace;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Imports files. Where what is stored already is in the way, or something stood out, a notice says so and offers
/// what can be done. FX thread only.
final class Imports {
    private record Importing(FilesToImport files) implements Tasks.Track {
        @Override
        public boolean isNoted() {
            return true;
        }
    }

    /// @param found what stood out, in words; empty for nothing
    private record Outcome(
            @Nullable ImportReport report,
            String found,
            @Nullable OverlapException overlap) {}

    /// What a look at the files came to.
    ///
    /// @param preview what they hold; null if they cannot be read so
    /// @param problem why not; empty if they can
    /// @param columns the columns of the first; none if it has none or cannot be read at all
    record Look(@Nullable ImportPreview preview, String problem, FileColumns columns) {}

    private final Workspace workspace;
    private final Tasks tasks;
    private final BiConsumer<String, String> onImported;
    private final Notices notices;
    private Consumer<FilesToImport> showQuality = files -> {};

    /// @param onImported hears of the symbol, and in a line what was imported
    Imports(Workspace workspace, Tasks tasks, Notices notices, BiConsumer<String, String> onImported) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.notices = notices;
        this.onImported = onImported;
    }

    /// Has what stands out in what was imported shown by `shown`.
    void onShowQuality(Consumer<FilesToImport> shown) {
        showQuality = shown;
    }

    /// Imports in the background, beside imports that are under way; the store takes them one after the other.
    void begin(FilesToImport files) {
        tasks.start(new Importing(files), importing(files), outcome -> end(files, outcome));
    }

    private BackgroundTask<Outcome> importing(FilesToImport files) {
        BackgroundTask<ImportReport> task = files.importing(workspace);
        BackgroundTask<Outcome> importing = new BackgroundTask<>(task.title(), control -> {
            control.reportFrom(task::progress);
            control.onCancel(task::cancel);
            try {
                ImportReport report = task.run();
                return new Outcome(report, QualityText.found(files.facts(workspace, report.stored())), null);
            } catch (OverlapException e) {
                return new Outcome(null, "", e);
            }
        });
        return importing.listed();
    }

    private void end(FilesToImport files, Outcome outcome) {
        if (outcome.report != null) {
            onImported.accept(files.symbol(), ImportText.of(files.title(), outcome.report));
            if (!outcome.found.isEmpty() && !outcome.report.alreadyImported()) {
                notices.add(new Notice(
                        files.symbol(),
                        files.title() + ", imported as " + files.symbol() + ": " + outcome.found,
                        List.of(new Choice("Show quality", () -> showQuality.accept(files)))));
            }
        } else if (outcome.overlap != null) {
            String problem = String.valueOf(outcome.overlap.getMessage());
            tasks.tellError(problem);
            if (files.asks()) {
                offer(files, problem);
            }
        }
    }

    private void offer(FilesToImport files, String problem) {
        notices.add(new Notice(
                files.symbol(),
                problem.replaceFirst("; say whether.*", "."),
                List.of(
                        new Choice("Replace stored", () -> begin(files.withOverlap(Overlap.REPLACE))),
                        new Choice("Merge both", () -> begin(files.withOverlap(Overlap.MERGE))))));
    }

    /// Gives up a look.
    void leave(Tasks.Track track) {
        tasks.cancel(track);
    }

    /// Looks at files in the background; a look under way on the same track is given up.
    void look(Tasks.Track track, FilesToImport files, Consumer<Look> onLooked) {
        BackgroundTask<ImportPreview> task = files.previewing(workspace);
        BackgroundTask<Look> looking = new BackgroundTask<>(task.title(), control -> {
            FileColumns columns = FileColumns.NONE;
            try {
                columns = files.columns(workspace);
                return new Look(task.run(), "", columns);
            } catch (RuntimeException e) {
                return new Look(null, ProblemException.explain(e).orElseThrow(() -> e), columns);
            }
        });
        tasks.start(track, looking, onLooked);
    }
}
