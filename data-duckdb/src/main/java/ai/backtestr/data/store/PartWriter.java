package ai.backtestr.data.store;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickPage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/// Writes imports: each one transaction, one part, in order of time.
///
/// Imports of several threads queue up.
final class PartWriter implements AutoCloseable {
    private static final String COLUMNS = "time, bid, ask, bid_size, ask_size, flags";

    private final Database database;
    private final ReentrantLock oneImport = new ReentrantLock();
    private final TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);
    private final IncomingFunction function;

    PartWriter(Database database) throws SQLException {
        this.database = database;
        try (Connection connection = database.connect()) {
            function = IncomingFunction.register(connection, page);
        }
    }

    StoredImport append(IncomingTicks incoming) throws SQLException {
        oneImport.lock();
        try (DuckDBConnection connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                StoredImport added = write(connection, incoming);
                connection.commit();
                return added;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } finally {
            oneImport.unlock();
        }
    }

    private StoredImport write(DuckDBConnection connection, IncomingTicks incoming) throws SQLException {
        Catalogue catalogue = new Catalogue(connection);
        Instrument instrument = incoming.instrument();
        Instrument known = catalogue.instrument(instrument.symbol()).orElse(null);
        if (known == null) {
            catalogue.addInstrument(instrument);
        } else if (!known.equals(instrument)) {
            throw new IllegalArgumentException(instrument + " differs from the stored " + known);
        }
        int id = catalogue.nextImportId();
        insert(connection, incoming, id);
        StoredImport added = readBack(connection, incoming, id);
        requireNoOverlap(catalogue, added);
        catalogue.addImport(added);
        catalogue.addRejections(id, incoming.rejections());
        return added;
    }

    private void insert(Connection connection, IncomingTicks incoming, int id) throws SQLException {
        String target = "INSERT INTO tick SELECT " + id + ", " + COLUMNS + " FROM ";
        function.begin(incoming);
        try (Statement statement = connection.createStatement()) {
            if (incoming.inTimeOrder()) {
                statement.execute(target + IncomingFunction.CALL);
            } else {
                // The row number of the temporary table is the file's order, which decides among equal times.
                statement.execute("CREATE TEMP TABLE staged AS SELECT * FROM " + IncomingFunction.CALL);
                statement.execute(target + "staged ORDER BY time, rowid");
                statement.execute("DROP TABLE staged");
            }
        } catch (SQLException e) {
            RuntimeException cause = function.failure();
            if (cause != null) {
                throw cause;
            }
            throw e;
        } finally {
            function.end();
        }
    }

    /// Reads what was stored, in the order in which it will always be read, and digests it.
    private static StoredImport readBack(DuckDBConnection connection, IncomingTicks incoming, int id)
            throws SQLException {
        Instrument instrument = incoming.instrument();
        TickDigest digest = new TickDigest(instrument);
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        long ticks = 0;
        try (TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);
                PartReader reader = new PartReader(connection, id, Long.MIN_VALUE, Long.MAX_VALUE)) {
            for (page.clear(); reader.fill(page); page.clear()) {
                last = requireOrder(page, last);
                first = Math.min(first, page.timeNs(0));
                ticks += page.count();
                digest.update(page);
            }
        }
        if (ticks != incoming.tally().accepted() || ticks == 0) {
            throw new IllegalStateException(
                    ticks + " ticks were stored of " + incoming.tally().accepted());
        }
        return new StoredImport(
                id, instrument.symbol(), incoming.origin(), incoming.tally(), first, last, digest.finish());
    }

    private static long requireOrder(TickPage page, long lastNs) {
        long last = lastNs;
        for (int i = 0; i < page.count(); i++) {
            if (page.timeNs(i) < last) {
                throw new IllegalStateException("ticks were stored out of order at " + iso(last));
            }
            last = page.timeNs(i);
        }
        return last;
    }

    private static void requireNoOverlap(Catalogue catalogue, StoredImport added) throws SQLException {
        long end = added.lastNs() == Long.MAX_VALUE ? Long.MAX_VALUE : added.lastNs() + 1;
        List<Part> overlapped = catalogue.parts(added.symbol(), added.firstNs(), end);
        if (!overlapped.isEmpty()) {
            Part other = overlapped.getFirst();
            throw new StoreException(String.join(", ", added.origin().files()) + ": " + added.symbol()
                    + " already has ticks from " + iso(other.firstNs()) + " to "
                    + iso(other.lastNs()) + " (import " + other.id() + "), and this file's run from "
                    + iso(added.firstNs()) + " to " + iso(added.lastNs())
                    + "; nothing was imported; cut the file to times outside that range or take another symbol");
        }
    }

    private static String iso(long timeNs) {
        return Instant.EPOCH.plusNanos(timeNs).toString();
    }

    /// Waits for a running import, then frees the page.
    @Override
    public void close() {
        oneImport.lock();
        try {
            page.close();
        } finally {
            oneImport.unlock();
        }
    }
}
