package ai.backtestr.data;

import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarDataSource;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;

/// Reads stored bars out into text, so that tests compare plain lists.
public final class Bars {
    private Bars() {}

    /// All bars, each as `nanoseconds open high low close volume`, with the decimals of the instrument.
    public static List<String> all(TickStore store, String symbol, String timeframe) {
        List<String> bars = new ArrayList<>();
        try (BarDataSource source =
                store.bars().open(symbol, Timeframe.parse(timeframe), Long.MIN_VALUE, Long.MAX_VALUE)) {
            while (source.next()) {
                bars.add(text(source.instrument(), source.bar()));
            }
        }
        return bars;
    }

    private static String text(Instrument of, Bar bar) {
        return String.join(
                " ",
                Long.toString(bar.timeNs()),
                of.formatPrice(bar.open()),
                of.formatPrice(bar.high()),
                of.formatPrice(bar.low()),
                of.formatPrice(bar.close()),
                of.formatQuantity(bar.volume()));
    }

    /// The digest of all bars.
    public static String digest(TickStore store, String symbol, String timeframe) {
        try (BarDataSource source =
                store.bars().open(symbol, Timeframe.parse(timeframe), Long.MIN_VALUE, Long.MAX_VALUE)) {
            while (source.next()) {
                assert source.bar().low() > 0;
            }
            return source.dataDigest();
        }
    }
}
