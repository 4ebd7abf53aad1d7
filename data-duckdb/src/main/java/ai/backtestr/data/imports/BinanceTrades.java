package ai.backtestr.data.imports;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Binance's public `trades` files: `id,price,qty,quoteQty,time,isBuyerMaker` and, of the spot market,
/// `isBestMatch`; with or without a header; milliseconds, or microseconds since 2025.
final class BinanceTrades extends DelimitedFormat {
    private static final Pattern BOOLEAN = Pattern.compile("(?i)true|false");
    private static final int TIME = 4;
    private static final int BUYER_MAKER = 5;

    BinanceTrades() {
        super(
                "binance-trades",
                "the columns id, price, qty, quote qty, time, is buyer maker and perhaps is best match");
    }

    @Override
    @Nullable
    Layout layout(Sample sample, Request request) {
        boolean header = sample.headerIs("id", "price", "qty", "quoteqty", "time", "isbuyermaker");
        List<List<String>> data = header ? sample.belowHeader() : sample.rows();
        boolean fits = (sample.count() == 6 || sample.count() == 7)
                && Sample.mostly(data, row -> sample.isEpoch(row, TIME) && isBoolean(row.get(BUYER_MAKER)));
        if (!fits) {
            return null;
        }
        @Nullable
        ColumnRole[] roles = {
            null, ColumnRole.PRICE, ColumnRole.SIZE, null, ColumnRole.TIME, ColumnRole.BUYER_MAKER, null
        };
        Columns columns = Columns.inOrder(Arrays.copyOf(roles, sample.count()));
        return Layout.of(sample, header, columns, epoch(sample, request));
    }

    /// Tells whether a text is one of those that Binance writes for yes and no.
    static boolean isBoolean(String text) {
        return BOOLEAN.matcher(text).matches();
    }
}
