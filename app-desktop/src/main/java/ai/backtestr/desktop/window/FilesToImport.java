package ai.backtestr.desktop.window;

import ai.backtestr.data.imports.BarImporter;
import ai.backtestr.data.imports.BarOptions;
import ai.backtestr.data.imports.BarStamp;
import ai.backtestr.data.imports.FileColumns;
import ai.backtestr.data.imports.ImportOptions;
import ai.backtestr.data.imports.ImportPreview;
import ai.backtestr.data.imports.ImportReport;
import ai.backtestr.data.imports.TickImporter;
import ai.backtestr.data.store.Overlap;
import ai.backtestr.data.store.StoredImport;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.DataFacts;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.Timeframe;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Files and folders to import as one, with all that the user states about them.
///
/// @param files what to import
/// @param symbol the instrument
/// @param options what is stated of ticks
/// @param bars what is stated of bars; null for ticks
/// @param asks whether the user is asked what becomes of an overlap, where the options stop at one
record FilesToImport(
        List<Path> files,
        String symbol,
        ImportOptions options,
        @Nullable BarOptions bars,
        boolean asks) {
    FilesToImport {
        files = List.copyOf(files);
    }

    /// @param length how long bars last; null for ticks
    /// @param asks whether the user is asked about an overlap
    /// @throws IllegalArgumentException if the options contradict each other
    static FilesToImport of(
            List<Path> files,
            String symbol,
            ImportOptions options,
            @Nullable Timeframe length,
            BarStamp stamp,
            boolean asks) {
        BarOptions bars = length == null ? null : new BarOptions(length, stamp, options);
        return new FilesToImport(files, symbol, options, bars, asks);
    }

    /// Files of ticks of which nothing is stated.
    static FilesToImport ofTicks(Path file, String symbol) {
        return new FilesToImport(List.of(file), symbol, ImportOptions.DEFAULT, null, true);
    }

    FilesToImport withOverlap(Overlap rule) {
        ImportOptions ruled = options.withOverlap(rule);
        return new FilesToImport(files, symbol, ruled, bars == null ? null : bars.withFiles(ruled), false);
    }

    /// Tells whether that is what they were imported into.
    boolean isInto(StoredData data) {
        return data.instrument().symbol().equals(symbol)
                && Objects.equals(data.recorded(), bars == null ? null : bars.timeframe());
    }

    /// Returns what names them in a line.
    String title() {
        String first = String.valueOf(files.getFirst().getFileName());
        return files.size() == 1 ? first : first + " and " + (files.size() - 1) + " more";
    }

    BackgroundTask<ImportReport> importing(Workspace workspace) {
        return bars == null
                ? workspace.storing().importing(files, symbol, options)
                : workspace.storing().importingBars(files, symbol, bars);
    }

    /// Returns the columns of the first file. Waits for the disk.
    FileColumns columns(Workspace workspace) {
        return bars == null
                ? new TickImporter(workspace.store()).columns(symbol, files, options)
                : new BarImporter(workspace.store()).columns(symbol, files, bars);
    }

    /// Returns what stood out in what was imported. Waits for the disk.
    DataFacts facts(Workspace workspace, StoredImport made) {
        TickStore store = workspace.store();
        return DataFacts.ofImport(
                made,
                bars == null ? store.quality(made) : Optional.of(store.bars().quality(made)));
    }

    BackgroundTask<ImportPreview> previewing(Workspace workspace) {
        return new BackgroundTask<>(
                "Looking at " + title(),
                control -> bars == null
                        ? new TickImporter(workspace.store()).preview(symbol, files, options)
                        : new BarImporter(workspace.store()).preview(symbol, files, bars));
    }
}
