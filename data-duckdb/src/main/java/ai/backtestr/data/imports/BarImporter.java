package ai.backtestr.data.imports;

import ai.backtestr.data.store.BarStore;
import ai.backtestr.data.store.Origin;
import ai.backtestr.data.store.Overlap;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.StoredImport;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Imports files of bars into a store, as bars.
///
/// Reads delimited text, Parquet, and bars of LEAN; plain, gzip, Zstandard or zip, one file, several, or whole
/// folders. A bar whose high is below its low, whose open or close lies outside of them, that has a price that is
/// not positive or a negative volume, or whose time an earlier row has, is rejected and counted. A new instrument
/// gets the decimals that its first files need; nothing is ever rounded. Rows out of order are sorted.
///
/// Safe for use by any thread.
public final class BarImporter {
    private static final int PASSES = 2;

    private final TickStore store;
    private final BarStore bars;

    /// Imports into `store`, which stays the caller's to close.
    public BarImporter(TickStore store) {
        this.store = store;
        bars = store.bars();
    }

    /// Imports files as one import, all or nothing. A folder stands for the files of bars in it and below it.
    /// Content that was imported under this symbol as bars of that length before changes nothing.
    ///
    /// @throws StoreException if a file cannot be read, is not what the options state, or holds rows none of which
    ///     is a bar; or if bars of that symbol and length are stored within the same time and the options do not
    ///     say what is to become of them; nothing is imported then
    /// @throws java.util.concurrent.CancellationException if `progress` or an interruption of the calling thread
    ///     stopped it; nothing is imported then
    public ImportReport importFiles(String symbol, List<Path> paths, BarOptions options, ImportProgress progress) {
        long startNs = System.nanoTime();
        if (!Instrument.isSymbol(symbol)) {
            throw new StoreException("symbol '" + symbol
                    + "' is not usable: take 1 to 64 letters, digits, dots, underscores or hyphens");
        }
        SourceFiles sources = SourceFiles.of(paths);
        long bytes = sources.files().stream().mapToLong(SourceFile::sizeBytes).sum();
        ImportWatch watch = new ImportWatch(progress, PASSES * bytes);
        Optional<Instrument> known = store.instrument(symbol);
        List<BarSurvey> surveys =
                survey(sources.files(), symbol, options, known.orElseGet(() -> NewInstrument.of(symbol, 0, 0)), watch);
        Origin origin = origin(surveys, options.timeframe());
        Overlap overlap = options.files().overlap();
        Optional<StoredImport> earlier = bars.findImport(symbol, options.timeframe(), origin.sha256())
                .filter(found ->
                        overlap != Overlap.REPLACE || found.origin().format().equals(origin.format()));
        if (earlier.isPresent()) {
            return report(earlier.get(), sources, bytes, startNs, true);
        }
        Instrument instrument = known.orElseGet(() -> newInstrument(symbol, surveys));
        try (ImportedBars incoming = new ImportedBars(surveys, instrument, options.timeframe(), origin, watch)) {
            return report(bars.append(incoming, overlap), sources, bytes, startNs, false);
        }
    }

    /// Tells what [#importFiles] would make of the first rows of the first file. Nothing is stored.
    ///
    /// @throws StoreException if the file cannot be read or is not what the options state
    public ImportPreview preview(String symbol, List<Path> paths, BarOptions options) {
        return PreviewRows.ofBars(SourceFiles.of(paths), symbol, options, store.instrument(symbol));
    }

    /// Tells which columns the first file has, and what each is taken for, also where the file cannot be read as the
    /// options state. Nothing is stored.
    ///
    /// @throws StoreException if the file cannot be read at all
    public FileColumns columns(String symbol, List<Path> paths, BarOptions options) {
        SourceFile file = SourceFiles.of(paths).files().getFirst();
        Instrument instrument = store.instrument(symbol).orElseGet(() -> NewInstrument.of(symbol, 0, 0));
        return ColumnSurvey.of(
                file,
                () -> Optional.of(BarFormats.open(file, symbol, options, instrument.calendar())
                        .layout()));
    }

    /// Reads every file once and puts them in the order of their first times.
    private static List<BarSurvey> survey(
            List<SourceFile> files, String symbol, BarOptions options, Instrument instrument, ImportWatch watch) {
        List<BarSurvey> surveys = new ArrayList<>();
        for (SourceFile file : files) {
            BarFile opened = BarFormats.open(file, symbol, options, instrument.calendar());
            surveys.add(BarSurvey.of(opened, options.timeframe(), watch));
        }
        surveys.sort(Comparator.comparingLong(BarSurvey::firstNs));
        return surveys;
    }

    private static Origin origin(List<BarSurvey> surveys, Timeframe timeframe) {
        List<String> names =
                surveys.stream().map(survey -> survey.file().source().name()).toList();
        String formats = surveys.stream()
                .map(survey -> survey.file().describe())
                .distinct()
                .collect(Collectors.joining("; "));
        return new Origin(names, timeframe + " bars: " + formats, digest(surveys));
    }

    private static String digest(List<BarSurvey> surveys) {
        return Fingerprint.ofAll(surveys.stream().map(BarSurvey::fingerprint).toList());
    }

    private static Instrument newInstrument(String symbol, List<BarSurvey> surveys) {
        int price = surveys.stream().mapToInt(BarSurvey::priceScale).max().orElse(0);
        int quantity = surveys.stream().mapToInt(BarSurvey::quantityScale).max().orElse(0);
        return NewInstrument.of(
                symbol, Math.min(price, Instrument.MAX_SCALE), Math.min(quantity, Instrument.MAX_SCALE));
    }

    private ImportReport report(
            StoredImport stored, SourceFiles sources, long bytes, long startNs, boolean alreadyImported) {
        return new ImportReport(
                stored,
                bars.rejections(stored),
                sources.leftOut(),
                bytes,
                System.nanoTime() - startNs,
                alreadyImported);
    }
}
