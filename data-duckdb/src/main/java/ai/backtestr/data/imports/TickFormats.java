package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.util.List;

/// All formats, and which one a file has.
final class TickFormats {
    private static final GenericCsv CSV = new GenericCsv();
    private static final DukascopyBi5 BI5 = new DukascopyBi5();
    private static final BinanceStream STREAM = new BinanceStream();
    private static final Parquet PARQUET = new Parquet();

    // The first that recognises a file has it, so the more particular come first.
    private static final List<DelimitedFormat> DELIMITED = List.of(
            new MetaTrader5(),
            new Tardis(),
            new DukascopyCsv(),
            new BinanceTrades(),
            new BinanceAggTrades(),
            new LeanTicks(),
            new TrueFx(),
            new HistData(),
            new Bitstamp());

    static final List<TickFormat> ALL = List.of(
            CSV,
            BI5,
            named("dukascopy-csv"),
            named("histdata"),
            named("truefx"),
            named("mt5"),
            named("lean"),
            named("binance-trades"),
            named("binance-aggtrades"),
            STREAM,
            named("bitstamp"),
            named("tardis"),
            PARQUET);

    private TickFormats() {}

    private static TickFormat named(String name) {
        return DELIMITED.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Takes a file for what the user states, or else for what it is recognised as.
    ///
    /// @throws StoreException if it is of no known format, or cannot be read
    static TickFile open(SourceFile file, Request request) {
        TickFormat stated = request.options().format();
        if (stated != null) {
            return stated.open(file, request);
        }
        if (BI5.recognises(file)) {
            if (request.options().columns() != null || request.options().timePattern() != null) {
                throw new StoreException(
                        file.where() + " is " + BI5 + ", which has columns and times of its own; do not state them");
            }
            return BI5.open(file, request);
        }
        if (file.openBytes() == 0) {
            throw new StoreException(file.where() + " is empty; there is nothing to import");
        }
        if (PARQUET.recognises(file)) {
            return PARQUET.open(file, request);
        }
        if (STREAM.recognises(file)) {
            return STREAM.open(file, request);
        }
        return delimited(Sample.of(file), request);
    }

    /// Tells whether a file has no rows that are divided into columns.
    static boolean hasNoColumns(SourceFile file) {
        return BI5.recognises(file) || STREAM.recognises(file);
    }

    private static TickFile delimited(Sample sample, Request request) {
        ImportOptions options = request.options();
        if (options.columns() == null && options.timePattern() == null) {
            for (DelimitedFormat format : DELIMITED) {
                Layout layout = format.recognise(sample, request);
                if (layout != null) {
                    return format.file(sample, layout, request);
                }
            }
        }
        return CSV.open(sample, request);
    }
}
