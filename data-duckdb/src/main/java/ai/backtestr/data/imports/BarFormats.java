package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which layout a file of bars has: that of LEAN, told by its name, else delimited text or Parquet of any columns.
final class BarFormats {
    static final Set<String> NAMES = Set.of("csv", "lean", "parquet");

    private BarFormats() {}

    /// Takes a file for what the user states, or else for what it is recognised as.
    ///
    /// @throws StoreException if it has no bars, or cannot be read
    static BarFile open(SourceFile file, String symbol, BarOptions options, TradingCalendar calendar) {
        Request request = new Request(symbol, options.files());
        TickFormat stated = options.files().format();
        if (file.openBytes() == 0) {
            throw new StoreException(file.where() + " is empty; there is nothing to import");
        }
        if (isParquet(file, stated)) {
            Sample sample = ParquetRows.sample(file);
            Layout layout = scaled(BarCsv.layout(sample, true, request), request);
            return file(file, "parquet", layout.withSymbol(sample, request), options, calendar, true);
        }
        Sample sample = Sample.of(file);
        Layout lean = stated == null || stated.name().equals("lean") ? LeanBars.layout(sample, request) : null;
        if (lean == null && stated != null && stated.name().equals("lean")) {
            throw new StoreException(file.where() + " is not a file of LEAN bars: those are named like"
                    + " 20131007_spy_minute_trade.csv, or lie in a folder called daily or hour");
        }
        Layout found = lean != null ? lean : BarCsv.layout(sample, false, request);
        Layout layout = scaled(found, request).withSymbol(sample, request);
        return file(file, lean != null ? "lean" : "csv", layout, options, calendar, false);
    }

    private static boolean isParquet(SourceFile file, @Nullable TickFormat stated) {
        return (stated == null || stated.name().equals("parquet"))
                && file.entry() == null
                && new Parquet().recognises(file);
    }

    private static Layout scaled(Layout layout, Request request) {
        Integer scale = request.options().scale();
        return scale == null ? layout : layout.withPriceShift(scale);
    }

    private static BarFile file(
            SourceFile source,
            String format,
            Layout layout,
            BarOptions options,
            TradingCalendar calendar,
            boolean parquet) {
        if (layout.time() instanceof TimeLayout.Dates && !options.timeframe().equals(Timeframe.ONE_DAY)) {
            throw new StoreException(source.where() + ": its rows have a date and no time of day, so they are no "
                    + options.timeframe() + " bars; state 1d, or the column of the time");
        }
        BarTimes times = new BarTimes(options, calendar, layout.time());
        return new BarFile(
                source,
                format,
                layout,
                times,
                watch -> parquet ? new ParquetRows(source, watch) : new TextFile(source, format, layout).rows(watch));
    }
}
