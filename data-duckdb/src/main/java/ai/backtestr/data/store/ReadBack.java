package ai.backtestr.data.store;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.time.Times;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;

/// A part as it reads back right after it was written, in the order in which it will always be read.
///
/// @param part the part
/// @param digest digest of its ticks
record ReadBack(Part part, String digest) {
    /// Reads the part of that number.
    ///
    /// @param onPage is shown its pages
    /// @throws IllegalStateException if its ticks are not in the order of time
    static ReadBack of(DuckDBConnection connection, Instrument instrument, int id, Consumer<TickPage> onPage)
            throws SQLException {
        TickDigest digest = new TickDigest();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        long ticks = 0;
        try (TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);
                PartReader reader = new PartReader(connection, id, Long.MIN_VALUE, Long.MAX_VALUE)) {
            for (page.clear(); reader.fill(page); page.clear()) {
                last = requireOrder(page, last);
                first = Math.min(first, page.timeNs(0));
                ticks += page.count();
                digest.add(page, 0, page.count());
                onPage.accept(page);
            }
        }
        return new ReadBack(
                new Part(id, first, last, ticks), digest.text(instrument.priceScale(), instrument.quantityScale()));
    }

    private static long requireOrder(TickPage page, long lastNs) {
        long last = lastNs;
        for (int i = 0; i < page.count(); i++) {
            if (page.timeNs(i) < last) {
                throw new IllegalStateException("ticks were stored out of order at " + Times.format(last));
            }
            last = page.timeNs(i);
        }
        return last;
    }
}
