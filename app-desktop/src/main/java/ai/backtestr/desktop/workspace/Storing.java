package ai.backtestr.desktop.workspace;

import ai.backtestr.data.imports.BarImporter;
import ai.backtestr.data.imports.BarOptions;
import ai.backtestr.data.imports.ImportOptions;
import ai.backtestr.data.imports.ImportProgress;
import ai.backtestr.data.imports.ImportReport;
import ai.backtestr.data.imports.TickImporter;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.data.synthetic.GenerationProgress;
import ai.backtestr.data.synthetic.GenerationReport;
import ai.backtestr.data.synthetic.TickGenerator;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.task.TaskProgress;
import ai.backtestr.engine.synthetic.SyntheticMarket;
import java.nio.file.Path;
import java.util.List;

/// What puts ticks and bars into the store, each piece as a task. Any thread.
public final class Storing {
    private static final String TICKS = "ticks";
    private static final String BYTES = "bytes";

    private final TickStore store;

    Storing(TickStore store) {
        this.store = store;
    }

    /// Imports files and folders of bars under a symbol as one import, all or nothing.
    public BackgroundTask<ImportReport> importingBars(List<Path> files, String symbol, BarOptions options) {
        String title = files.size() == 1 ? String.valueOf(files.getFirst().getFileName()) : files.size() + " files";
        return new BackgroundTask<>(
                "Importing " + title,
                control -> new BarImporter(store).importFiles(symbol, files, options, importWatchedBy(control)));
    }

    /// Imports a file under a symbol, all or nothing; its content tells what it is.
    public BackgroundTask<ImportReport> importing(Path file, String symbol) {
        return importing(List.of(file), symbol, ImportOptions.DEFAULT);
    }

    /// Imports files and folders under a symbol as one import, all or nothing.
    public BackgroundTask<ImportReport> importing(List<Path> files, String symbol, ImportOptions options) {
        String title = files.size() == 1 ? String.valueOf(files.getFirst().getFileName()) : files.size() + " files";
        return new BackgroundTask<>(
                "Importing " + title,
                control -> new TickImporter(store).importFiles(symbol, files, options, importWatchedBy(control)));
    }

    /// Generates synthetic quotes and stores them, all or nothing, under a symbol that says that they are.
    public BackgroundTask<GenerationReport> generating(String symbol, SyntheticMarket market) {
        return new BackgroundTask<>(
                "Generating " + TickGenerator.syntheticSymbol(symbol),
                control -> new TickGenerator(store).generate(symbol, market, watchedBy(control, market)));
    }

    private static GenerationProgress watchedBy(TaskControl control, SyntheticMarket market) {
        return new GenerationProgress() {
            @Override
            public void update(long ticks, long timeNs) {
                control.report(new TaskProgress(ticks, market.expectedTicks(ticks, timeNs), TICKS));
            }

            @Override
            public boolean cancelled() {
                return control.isCancelled();
            }
        };
    }

    private static ImportProgress importWatchedBy(TaskControl control) {
        return new ImportProgress() {
            @Override
            public void update(long bytesRead, long totalBytes, long rows) {
                control.report(new TaskProgress(bytesRead, totalBytes, BYTES));
            }

            @Override
            public boolean cancelled() {
                return control.isCancelled();
            }
        };
    }
}
