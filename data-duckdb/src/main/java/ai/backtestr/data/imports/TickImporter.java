package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.StoredImport;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.instrument.Instrument;
import java.nio.file.Path;
import java.util.Optional;

/// Imports files of ticks into a store.
///
/// Reads delimited text, plain or gzip: trades with time, price, size and perhaps the aggressor's side, or quotes
/// with time, bid, ask and perhaps the sizes. Comma, semicolon, tab or pipe; with a header, whose names say which
/// column is which, or without one. Times are seconds, milliseconds, microseconds or nanoseconds since the epoch,
/// or ISO-8601, which is UTC where it names no zone.
///
/// A new instrument gets the decimals that its first file needs; nothing is ever rounded. Crossed quotes and trades
/// of size 0 are kept. Rows out of order are sorted by time; equal times keep the order of the file.
///
/// Safe for use by any thread.
public final class TickImporter {
    private static final int PASSES = 2;

    private final TickStore store;

    /// Imports into `store`, which stays the caller's to close.
    public TickImporter(TickStore store) {
        this.store = store;
    }

    /// Imports a file, all or nothing. Content that was imported under this symbol before changes nothing, see
    /// [ImportReport#alreadyImported()].
    ///
    /// @throws StoreException if the file cannot be read, holds no tick at all, or overlaps in time with ticks of
    ///     that symbol in the store; nothing is imported then
    /// @throws java.util.concurrent.CancellationException if `progress` or an interruption of the calling thread
    ///     stopped it; nothing is imported then
    public ImportReport importFile(String symbol, Path path, ImportProgress progress) {
        long startNs = System.nanoTime();
        if (!Instrument.isSymbol(symbol)) {
            throw new StoreException("symbol '" + symbol
                    + "' is not usable: take 1 to 64 letters, digits, dots, underscores or hyphens");
        }
        SourceFile file = SourceFile.of(path);
        Layout layout = LayoutDetector.detect(file);
        ImportWatch watch = new ImportWatch(progress, PASSES * file.sizeBytes());
        Survey survey = Survey.of(file, layout, watch);
        Optional<StoredImport> earlier = store.findImport(symbol, survey.sha256());
        if (earlier.isPresent()) {
            return report(earlier.get(), file, startNs, true);
        }
        Instrument instrument = store.instrument(symbol)
                .orElseGet(() -> NewInstrument.of(symbol, survey.priceScale(), survey.quantityScale()));
        try (DelimitedTicks ticks = new DelimitedTicks(file, layout, survey, instrument, watch)) {
            return report(store.append(ticks), file, startNs, false);
        }
    }

    private ImportReport report(StoredImport stored, SourceFile file, long startNs, boolean alreadyImported) {
        return new ImportReport(
                stored, store.rejections(stored), file.sizeBytes(), System.nanoTime() - startNs, alreadyImported);
    }
}
