package ai.backtestr.data.store;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.time.Times;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/// Writes imports: each one transaction, one part, in order of time.
///
/// Imports of several threads queue up.
final class PartWriter implements AutoCloseable {
    static final String COLUMNS = "time, bid, ask, bid_size, ask_size, flags";

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

    StoredImport append(IncomingTicks incoming, Overlap overlap) throws SQLException {
        oneImport.lock();
        try (DuckDBConnection connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                StoredImport added = write(connection, incoming, overlap);
                connection.commit();
                return added;
            } catch (SQLException | RuntimeException e) {
                undo(connection, e);
                throw e;
            }
        } finally {
            oneImport.unlock();
        }
    }

    /// Where the disk is full DuckDB has ended the transaction already; what counts is why, not that there is none
    /// left.
    private static void undo(DuckDBConnection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private StoredImport write(DuckDBConnection connection, IncomingTicks incoming, Overlap overlap)
            throws SQLException {
        Catalogue catalogue = new Catalogue(connection);
        Instrument instrument = incoming.instrument();
        Instrument known = catalogue.instrument(instrument.symbol()).orElse(null);
        if (known == null) {
            new InstrumentCatalogue(connection).add(instrument);
        } else if (known.priceScale() != instrument.priceScale()
                || known.quantityScale() != instrument.quantityScale()) {
            throw new IllegalArgumentException(instrument + " differs from the stored " + known);
        }
        int part = catalogue.nextPartId(0);
        insert(connection, incoming, part);
        QualityScan scan = new QualityScan(instrument);
        ReadBack stored = ReadBack.of(connection, instrument, part, scan::take);
        if (stored.part().ticks() != incoming.tally().accepted()
                || stored.part().ticks() == 0) {
            throw new IllegalStateException(stored.part().ticks() + " ticks were stored of "
                    + incoming.tally().accepted());
        }
        long replaced = place(connection, incoming, stored.part(), overlap);
        StoredImport added = new StoredImport(
                catalogue.nextImportId(),
                instrument.symbol(),
                incoming.origin(),
                incoming.tally(),
                replaced,
                stored.part().firstNs(),
                stored.part().lastNs(),
                stored.digest());
        catalogue.addImport(added);
        catalogue.addRejections(added.id(), incoming.rejections());
        new QualityCatalogue(connection).add(added.id(), scan.quality());
        return added;
    }

    /// Makes the new part one of the symbol's.
    ///
    /// @return how many stored ticks it replaced
    private static long place(DuckDBConnection connection, IncomingTicks incoming, Part added, Overlap overlap)
            throws SQLException {
        Catalogue catalogue = new Catalogue(connection);
        String symbol = incoming.instrument().symbol();
        long end = added.lastNs() == Long.MAX_VALUE ? Long.MAX_VALUE : added.lastNs() + 1;
        List<Part> overlapped = catalogue.parts(symbol, added.firstNs(), end);
        if (overlapped.isEmpty()) {
            catalogue.addPart(symbol, added);
            return 0;
        }
        if (overlap == Overlap.STOP) {
            throw overlapFailure(incoming, added, overlapped.getFirst());
        }
        Splice splice = new Splice(connection, symbol, added, overlapped);
        long replaced = 0;
        if (overlap == Overlap.REPLACE) {
            replaced = splice.replace();
        } else {
            splice.merge();
        }
        if (replaced > 0) {
            catalogue.noteReplaced(symbol, added.firstNs(), added.lastNs());
        }
        for (Part part : catalogue.parts(symbol, overlapped.getFirst().firstNs(), Long.MAX_VALUE)) {
            ReadBack.of(connection, incoming.instrument(), part.id(), page -> {});
        }
        return replaced;
    }

    private static StoreException overlapFailure(IncomingTicks incoming, Part added, Part other) {
        List<String> files = incoming.origin().files();
        String more = files.size() > 1 ? " and " + (files.size() - 1) + " more" : "";
        return new StoreException(files.getFirst() + more + ": "
                + incoming.instrument().symbol() + " already has ticks from " + Times.format(other.firstNs()) + " to "
                + Times.format(other.lastNs()) + ", and these run from " + Times.format(added.firstNs()) + " to "
                + Times.format(added.lastNs())
                + "; nothing was imported; say whether to replace the stored ticks or to merge both, or take another"
                + " symbol");
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
