package ai.backtestr.data.store;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.engine.tick.TickPage;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;

/// Reads the ticks of a part right after they were written, in the order in which they will always be read.
final class ReadBack {
    private ReadBack() {}

    /// Shows all pages of the part of that number, from another thread and in order.
    static void pages(DuckDBConnection connection, int part, Consumer<TickPage> onPage) throws SQLException {
        try (PartReader reader = new PartReader(connection, part);
                PageRelay relay = new PageRelay(page -> refill(page, reader), onPage)) {
            while (relay.next() != null) {
                // The page is shown while the next is read.
            }
        }
    }

    private static boolean refill(TickPage page, PartReader reader) {
        page.clear();
        return reader.fill(page);
    }

    /// Returns the digest of the part of that number.
    static TickDigest digest(DuckDBConnection connection, int part) throws SQLException {
        TickDigest digest = new TickDigest();
        pages(connection, part, page -> digest.add(page, 0, page.count()));
        return digest;
    }
}
