package ai.backtestr.data.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Trades of Bitstamp: `timestamp,price,amount` in seconds; also without a header, as bitcoincharts hands them on.
final class Bitstamp extends DelimitedFormat {
    Bitstamp() {
        super("bitstamp", "the columns timestamp, price and amount, with times in seconds");
    }

    @Override
    @Nullable
    Layout recognise(Sample sample, Request request) {
        return sample.startsWithNames() ? layout(sample, request) : null;
    }

    @Override
    @Nullable
    Layout layout(Sample sample, Request request) {
        boolean header = sample.headerIs("timestamp", "price", "amount");
        if (sample.count() != 3 || (!header && sample.startsWithNames())) {
            return null;
        }
        List<List<String>> data = header ? sample.belowHeader() : sample.rows();
        if (!Sample.mostly(data, row -> isSeconds(sample, row.get(0)))) {
            return null;
        }
        Columns columns = Columns.inOrder(ColumnRole.TIME, ColumnRole.PRICE, ColumnRole.SIZE);
        return Layout.of(sample, header, columns, epoch(sample, request));
    }

    private static boolean isSeconds(Sample sample, String text) {
        Double count = sample.number(text);
        return count != null && EpochUnit.of(count.longValue()) == EpochUnit.SECONDS;
    }
}
