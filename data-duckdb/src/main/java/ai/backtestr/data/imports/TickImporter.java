package ai.backtestr.data.imports;

import ai.backtestr.data.store.Origin;
import ai.backtestr.data.store.Overlap;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.StoredImport;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.instrument.Instrument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Imports files of ticks into a store.
///
/// Reads the formats of [TickFormat], plain, gzip, Zstandard or zip, one file, several, or whole folders.
///
/// A new instrument gets the decimals that its first files need; nothing is ever rounded. Crossed quotes, unless
/// the user rejects them, and trades of size 0 are kept. Files are read in the order of their first times; rows
/// out of order are sorted by time; equal times keep the order of the files.
///
/// Safe for use by any thread.
public final class TickImporter {
    private static final int PASSES = 2;

    private final TickStore store;

    /// Imports into `store`, which stays the caller's to close.
    public TickImporter(TickStore store) {
        this.store = store;
    }

    /// Imports a file, as [#importFiles] does with the default options.
    public ImportReport importFile(String symbol, Path path, ImportProgress progress) {
        return importFiles(symbol, List.of(path), ImportOptions.DEFAULT, progress);
    }

    /// Imports files as one import, all or nothing. A folder stands for the files of ticks in it and below it.
    /// Content that was imported under this symbol before changes nothing, see [ImportReport#alreadyImported()].
    ///
    /// @throws StoreException if a file cannot be read, is not what the options state, or holds rows none of which
    ///     is a tick; if there is no tick at all; or if ticks of that symbol are stored within the same time and
    ///     the options do not say what is to become of them; nothing is imported then
    /// @throws java.util.concurrent.CancellationException if `progress` or an interruption of the calling thread
    ///     stopped it; nothing is imported then
    public ImportReport importFiles(String symbol, List<Path> paths, ImportOptions options, ImportProgress progress) {
        long startNs = System.nanoTime();
        if (!Instrument.isSymbol(symbol)) {
            throw new StoreException("symbol '" + symbol
                    + "' is not usable: take 1 to 64 letters, digits, dots, underscores or hyphens");
        }
        if (paths.isEmpty()) {
            throw new StoreException("no file is named; there is nothing to import");
        }
        if (options.columns() != null && options.columns().isOfBars()) {
            throw new StoreException("open, high, low and close are columns of bars; state the length of the bars too");
        }
        SourceFiles sources = SourceFiles.of(paths);
        long bytes = sources.files().stream().mapToLong(SourceFile::sizeBytes).sum();
        ImportWatch watch = new ImportWatch(progress, PASSES * bytes);
        Request request = new Request(symbol, options);
        List<TickFile> files = new ArrayList<>();
        List<Fingerprint> fingerprints = new ArrayList<>();
        for (SourceFile file : sources.files()) {
            watch.bytes(0);
            files.add(TickFormats.open(file, request));
            fingerprints.add(Fingerprint.of(file, watch));
        }
        ImportPlan plan = ImportPlan.expected(files, fingerprints, watch);
        if (!plan.isPlausible()) {
            plan = ImportPlan.exact(plan, watch);
        }
        Optional<StoredImport> earlier = earlier(symbol, options, plan.origin());
        if (earlier.isPresent()) {
            return report(earlier.get(), sources, bytes, startNs, true);
        }
        try {
            return report(append(symbol, plan, options, watch), sources, bytes, startNs, false);
        } catch (Misjudged e) {
            watch.again();
            plan = ImportPlan.exact(plan, watch);
            return report(append(symbol, plan, options, watch), sources, bytes, startNs, false);
        }
    }

    /// Tells what [#importFiles] would make of the first rows of the first file. Nothing is stored.
    ///
    /// @throws StoreException if the file cannot be read or is not what the options state
    public ImportPreview preview(String symbol, List<Path> paths, ImportOptions options) {
        if (options.columns() != null && options.columns().isOfBars()) {
            throw new StoreException("open, high, low and close are columns of bars; state the length of the bars too");
        }
        return PreviewRows.ofTicks(SourceFiles.of(paths), symbol, options, store.instrument(symbol));
    }

    /// Tells which columns the first file has, and what each is taken for, also where the file cannot be read as the
    /// options state. Nothing is stored.
    ///
    /// @throws StoreException if the file cannot be read at all
    public FileColumns columns(String symbol, List<Path> paths, ImportOptions options) {
        return ColumnSurvey.ofTicks(SourceFiles.of(paths).files().getFirst(), new Request(symbol, options));
    }

    private Optional<StoredImport> earlier(String symbol, ImportOptions options, Origin origin) {
        return store.findImport(symbol, origin.sha256())
                .filter(found -> options.overlap() != Overlap.REPLACE
                        || found.origin().format().equals(origin.format()));
    }

    private StoredImport append(String symbol, ImportPlan plan, ImportOptions options, ImportWatch watch) {
        Optional<Instrument> known = store.instrument(symbol);
        Instrument instrument = known.orElseGet(() -> plan.newInstrument(symbol));
        try (ImportedTicks ticks = new ImportedTicks(plan, instrument, known.isEmpty(), options, watch)) {
            return store.append(ticks, options.overlap());
        }
    }

    private ImportReport report(
            StoredImport stored, SourceFiles sources, long bytes, long startNs, boolean alreadyImported) {
        return new ImportReport(
                stored,
                store.rejections(stored),
                sources.leftOut(),
                bytes,
                System.nanoTime() - startNs,
                alreadyImported);
    }
}
