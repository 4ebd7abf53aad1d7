package ai.backtestr.data.imports;

import org.jspecify.annotations.Nullable;

/// CSV of Tardis.dev: `exchange,symbol,timestamp,local_timestamp` and the columns of trades, quotes or book
/// snapshots, of which the best bid and ask are taken. The exchange's time is taken, not the local one.
final class Tardis extends DelimitedFormat {
    Tardis() {
        super("tardis", "the columns exchange, symbol, timestamp, local_timestamp and those of trades or quotes");
    }

    @Override
    @Nullable
    Layout layout(Sample sample, Request request) {
        if (!sample.headerIs("exchange", "symbol", "timestamp", "localtimestamp")) {
            return null;
        }
        Columns columns = Columns.named(sample.first());
        return columns.complete() ? Layout.of(sample, true, columns, epoch(sample, request)) : null;
    }
}
