package ai.backtestr.desktop.window;

import ai.backtestr.data.imports.ImportPreview;
import ai.backtestr.data.imports.ImportReport;
import ai.backtestr.data.store.Overlap;
import ai.backtestr.data.store.OverlapException;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.Workspace;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Imports files, and asks what is to become of what is stored already where that is in the way. FX thread only.
final class Imports {
    private record Outcome(
            @Nullable ImportReport report, @Nullable OverlapException overlap) {}

    /// What a look at the files came to.
    ///
    /// @param preview what they hold; null if they cannot be read so
    /// @param problem why not; empty if they can
    record Look(@Nullable ImportPreview preview, String problem) {}

    private final Workspace workspace;
    private final Tasks tasks;
    private final BiConsumer<String, String> onImported;
    private Function<String, Optional<Overlap>> question = problem -> Optional.empty();

    /// @param onImported hears of the symbol, and in a line what was imported
    Imports(Workspace workspace, Tasks tasks, BiConsumer<String, String> onImported) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.onImported = onImported;
    }

    /// Has overlaps decided by `asked`, who is told what overlaps and answers with nothing to stop.
    void onOverlap(Function<String, Optional<Overlap>> asked) {
        question = asked;
    }

    /// Imports in the background.
    void begin(FilesToImport files) {
        tasks.start(Tasks.Lane.IMPORT, importing(files), outcome -> end(files, outcome));
    }

    private BackgroundTask<Outcome> importing(FilesToImport files) {
        BackgroundTask<ImportReport> task = files.importing(workspace);
        BackgroundTask<Outcome> importing = new BackgroundTask<>(task.title(), control -> {
            control.reportFrom(task::progress);
            control.onCancel(task::cancel);
            try {
                return new Outcome(task.run(), null);
            } catch (OverlapException e) {
                return new Outcome(null, e);
            }
        });
        return importing.listed();
    }

    private void end(FilesToImport files, Outcome outcome) {
        if (outcome.report != null) {
            onImported.accept(files.symbol(), ImportText.of(files.title(), outcome.report));
        } else if (outcome.overlap != null) {
            String problem = String.valueOf(outcome.overlap.getMessage());
            question.apply(problem)
                    .ifPresentOrElse(rule -> begin(files.withOverlap(rule)), () -> tasks.tellError(problem));
        }
    }

    /// Looks at files in the background.
    void look(FilesToImport files, Consumer<Look> onLooked) {
        BackgroundTask<ImportPreview> task = files.previewing(workspace);
        BackgroundTask<Look> looking = new BackgroundTask<>(task.title(), control -> {
            try {
                return new Look(task.run(), "");
            } catch (RuntimeException e) {
                return new Look(null, ProblemException.explain(e).orElseThrow(() -> e));
            }
        });
        tasks.start(Tasks.Lane.PREVIEW, looking, onLooked);
    }
}
