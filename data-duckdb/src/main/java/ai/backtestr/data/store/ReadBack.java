package ai.backtestr.data.store;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.engine.tick.TickPage;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;

/// Reads the ticks of a part right after they were written, in the order in which they will always be read.
final class ReadBack {
    private ReadBack() {}

    /// Shows all pages of the part of that number.
    static void pages(DuckDBConnection connection, int part, Consumer<TickPage> onPage) throws SQLException {
        try (TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);
                PartReader reader = new PartReader(connection, part)) {
            for (page.clear(); reader.fill(page); page.clear()) {
                onPage.accept(page);
            }
        }
    }

    /// Returns the digest of the part of that number.
    static TickDigest digest(DuckDBConnection connection, int part) throws SQLException {
        TickDigest digest = new TickDigest();
        pages(connection, part, page -> digest.add(page, 0, page.count()));
        return digest;
    }
}
