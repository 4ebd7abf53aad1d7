package ai.backtestr.data.imports;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Binance's public `aggTrades` files: `id,price,quantity,firstId,lastId,time,isBuyerMaker` and, of the spot
/// market, `isBestMatch`; with or without a header; milliseconds, or microseconds since 2025.
final class BinanceAggTrades extends DelimitedFormat {
    private static final int TIME = 5;
    private static final int BUYER_MAKER = 6;

    BinanceAggTrades() {
        super(
                "binance-aggtrades",
                "the columns id, price, quantity, first id, last id, time, is buyer maker and perhaps is best match");
    }

    @Override
    @Nullable
    Layout layout(Sample sample, Request request) {
        boolean header =
                sample.headerIs("aggtradeid", "price", "quantity", "firsttradeid", "lasttradeid", "transacttime");
        List<List<String>> data = header ? sample.belowHeader() : sample.rows();
        boolean fits = (sample.count() == 7 || sample.count() == 8)
                && Sample.mostly(
                        data, row -> sample.isEpoch(row, TIME) && BinanceTrades.isBoolean(row.get(BUYER_MAKER)));
        if (!fits) {
            return null;
        }
        @Nullable
        ColumnRole[] roles = {
            null, ColumnRole.PRICE, ColumnRole.SIZE, null, null, ColumnRole.TIME, ColumnRole.BUYER_MAKER, null
        };
        Columns columns = Columns.inOrder(Arrays.copyOf(roles, sample.count()));
        return Layout.of(sample, header, columns, epoch(sample, request));
    }
}
