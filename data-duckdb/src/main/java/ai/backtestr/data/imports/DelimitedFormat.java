package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A format of delimited text: what tells its files, and how their rows are laid out.
abstract sealed class DelimitedFormat extends TickFormat
        permits BinanceAggTrades,
                BinanceTrades,
                Bitstamp,
                DukascopyCsv,
                GenericCsv,
                HistData,
                LeanTicks,
                MetaTrader5,
                Tardis,
                TrueFx {
    private static final double WIDEST_SPREAD = 0.05;

    DelimitedFormat(String name, String expectation) {
        super(name, expectation);
    }

    /// Returns how the rows are laid out, `null` if the file is not of this format.
    abstract @Nullable Layout layout(Sample sample, Request request);

    /// Returns the layout if the sample is unlikely to be of another format as well.
    @Nullable
    Layout recognise(Sample sample, Request request) {
        return layout(sample, request);
    }

    @Override
    TickFile open(SourceFile file, Request request) {
        if (file.openBytes() == 0) {
            throw new StoreException(file.where() + " is empty; there is nothing to import");
        }
        return open(Sample.of(file), request);
    }

    TickFile open(Sample sample, Request request) {
        Layout layout = layout(sample, request);
        if (layout == null) {
            throw new StoreException(sample.file().where() + " is not " + name() + ": that has " + expectation()
                    + "; leave the format out to find it by content");
        }
        return file(sample, layout, request);
    }

    TickFile file(Sample sample, Layout found, Request request) {
        Integer scale = request.options().scale();
        Layout layout = scale == null ? found : found.withPriceShift(scale);
        return new TextFile(sample.file(), name(), layout.withSymbol(sample, request));
    }

    /// Dates and times of day in the zone stated, or else in `usual`.
    static TimeLayout calendar(Request request, ZoneId usual) {
        return new TimeLayout.Calendar(request.zoneOr(usual), false);
    }

    static TimeLayout epoch(Sample sample, Request request) {
        return request.epoch(sample.file(), new TimeLayout.Epoch(null));
    }

    /// Tells whether a row's columns hold the two prices of a quote: they are close, as a price and a quantity
    /// hardly ever are, row after row.
    static boolean isQuote(Sample sample, List<String> row, int bid, int ask) {
        Double first = sample.number(row.get(bid));
        Double second = sample.number(row.get(ask));
        return first != null && second != null && Math.abs(second - first) <= WIDEST_SPREAD * Math.abs(first);
    }
}
