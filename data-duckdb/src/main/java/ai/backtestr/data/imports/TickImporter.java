package ai.backtestr.data.imports;

import ai.backtestr.data.digest.Sha256;
import ai.backtestr.data.store.Origin;
import ai.backtestr.data.store.Overlap;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.StoredImport;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.instrument.Instrument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        List<Survey> surveys = survey(sources.files(), new Request(symbol, options), watch);
        Origin origin = origin(surveys);
        Optional<StoredImport> earlier = store.findImport(symbol, origin.sha256())
                .filter(found -> options.overlap() != Overlap.REPLACE
                        || found.origin().format().equals(origin.format()));
        if (earlier.isPresent()) {
            return report(earlier.get(), sources, bytes, startNs, true);
        }
        Instrument instrument = store.instrument(symbol).orElseGet(() -> newInstrument(symbol, surveys));
        try (ImportedTicks ticks = new ImportedTicks(surveys, instrument, origin, options, watch)) {
            return report(store.append(ticks, options.overlap()), sources, bytes, startNs, false);
        }
    }

    /// Reads every file once and puts them in the order of their first times.
    private static List<Survey> survey(List<SourceFile> files, Request request, ImportWatch watch) {
        List<Survey> surveys = new ArrayList<>();
        for (SourceFile file : files) {
            surveys.add(Survey.of(TickFormats.open(file, request), watch));
        }
        surveys.sort(Comparator.comparingLong(Survey::firstNs));
        return surveys;
    }

    private static Origin origin(List<Survey> surveys) {
        List<String> names =
                surveys.stream().map(survey -> survey.file().source().name()).toList();
        String format = surveys.stream()
                .filter(survey -> survey.firstNs() <= survey.lastNs())
                .map(Survey::describe)
                .distinct()
                .collect(Collectors.joining("; "));
        return new Origin(names, format, digest(surveys));
    }

    /// Of one file its own digest, of several the digest of theirs, in an order that their names have no part in.
    private static String digest(List<Survey> surveys) {
        if (surveys.size() == 1) {
            return surveys.getFirst().digest();
        }
        String all = surveys.stream().map(Survey::digest).sorted().collect(Collectors.joining("\n"));
        byte[] bytes = all.getBytes(StandardCharsets.US_ASCII);
        Sha256 sha256 = new Sha256();
        sha256.update(bytes, 0, bytes.length);
        return sha256.finish();
    }

    private static Instrument newInstrument(String symbol, List<Survey> surveys) {
        int price = surveys.stream().mapToInt(Survey::priceScale).max().orElse(0);
        int quantity = surveys.stream().mapToInt(Survey::quantityScale).max().orElse(0);
        return NewInstrument.of(symbol, price, quantity);
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
