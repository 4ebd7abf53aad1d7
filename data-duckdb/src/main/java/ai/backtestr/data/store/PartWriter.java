package ai.backtestr.data.store;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.data.segment.SegmentCache;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.time.Times;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;

/// Writes imports: each one transaction, one part, in order of time.
///
/// Imports of several threads queue up.
final class PartWriter {
    static final String COLUMNS = "ms, ns, bid, ask, bid_size, ask_size, flags";

    private final Database database;
    private final SegmentCache cache;
    private final ReentrantLock oneImport = new ReentrantLock();
    private final IncomingFunction function;
    private final RolledBars bars;

    PartWriter(Database database, SegmentCache cache) throws SQLException {
        this.database = database;
        this.cache = cache;
        try (DuckDBConnection connection = database.connect()) {
            function = IncomingFunction.register(connection);
            bars = RolledBars.register(connection);
            rollUpMissing(connection);
        }
    }

    /// Makes the bars of parts that an older version stored.
    private void rollUpMissing(DuckDBConnection connection) throws SQLException {
        Catalogue catalogue = new Catalogue(connection);
        for (Map.Entry<Integer, String> part : catalogue.withoutBars().entrySet()) {
            Instrument instrument = catalogue.instrument(part.getValue()).orElseThrow();
            rollUp(connection, instrument, part.getKey());
        }
    }

    private void rollUp(DuckDBConnection connection, Instrument instrument, int part) throws SQLException {
        try (Rollup rollup = new Rollup(instrument.calendar(), database.temporary())) {
            ReadBack.pages(connection, part, rollup::take);
            bars.replace(connection, part, rollup);
        }
    }

    StoredImport append(IncomingTicks incoming, Overlap overlap) throws SQLException {
        return inTransaction(connection -> write(connection, incoming, overlap));
    }

    /// Changes what is assumed of an instrument, and makes the bars of its days anew where they begin at other
    /// times.
    ///
    /// @return whether there is such an instrument with these scales
    boolean change(Instrument instrument) throws SQLException {
        return inTransaction(connection -> {
            String symbol = instrument.symbol();
            Instrument before = new Catalogue(connection).instrument(symbol).orElse(null);
            if (before == null || !new InstrumentCatalogue(connection).change(instrument)) {
                return false;
            }
            if (!before.calendar().equals(instrument.calendar())) {
                for (Part part : new Catalogue(connection).parts(symbol, Long.MIN_VALUE, Long.MAX_VALUE)) {
                    rollUp(connection, instrument, part.id());
                }
            }
            return true;
        });
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        oneImport.lock();
        try (DuckDBConnection connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                T done = work.on(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException e) {
                undo(connection, e);
                throw e;
            }
        } finally {
            oneImport.unlock();
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(DuckDBConnection connection) throws SQLException;
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
            throw new StoreException(instrument.symbol() + " was imported at the same time, with "
                    + known.priceScale() + " decimals of price and " + known.quantityScale()
                    + " of quantity; nothing was imported; import it again");
        }
        requireNotAtOnce(catalogue, incoming, overlap);
        int id = catalogue.nextPartId(0);
        String stamp = UUID.randomUUID().toString();
        try (PartScan scan = new PartScan(instrument, database.temporary());
                SegmentCopy copy = new SegmentCopy(cache, id, stamp)) {
            insert(connection, incoming, id, scan, copy);
            Part part = scan.part(id, stamp);
            requireAll(part, incoming.tally());
            long replaced = place(connection, incoming, part, scan.rollup(), overlap);
            StoredImport added = new StoredImport(
                    catalogue.nextImportId(),
                    instrument.symbol(),
                    incoming.origin(),
                    incoming.tally(),
                    replaced,
                    part.firstNs(),
                    part.lastNs(),
                    scan.digest());
            catalogue.addImport(added);
            catalogue.addRejections(added.id(), incoming.rejections());
            new QualityCatalogue(connection).add(added.id(), scan.quality());
            copy.finish();
            return added;
        }
    }

    /// Whoever merges has looked for the same content before; it can have been stored since.
    private static void requireNotAtOnce(Catalogue catalogue, IncomingTicks incoming, Overlap overlap)
            throws SQLException {
        String symbol = incoming.instrument().symbol();
        if (overlap == Overlap.MERGE
                && catalogue.findImport(symbol, incoming.origin().sha256()).isPresent()) {
            throw new StoreException(incoming.origin().files().getFirst() + ": the same content was imported as "
                    + symbol + " at the same time; it is stored once; there is nothing left to do");
        }
    }

    private static void requireAll(Part stored, Tally tally) {
        if (stored.ticks() != tally.accepted() || stored.ticks() == 0) {
            throw new IllegalStateException(stored.ticks() + " ticks were stored of " + tally.accepted());
        }
    }

    /// Makes the new part one of the symbol's.
    ///
    /// @return how many stored ticks it replaced
    private long place(DuckDBConnection connection, IncomingTicks incoming, Part added, Rollup rollup, Overlap overlap)
            throws SQLException {
        Catalogue catalogue = new Catalogue(connection);
        String symbol = incoming.instrument().symbol();
        long end = added.lastNs() == Long.MAX_VALUE ? Long.MAX_VALUE : added.lastNs() + 1;
        List<Part> overlapped = catalogue.parts(symbol, added.firstNs(), end);
        if (overlapped.isEmpty()) {
            catalogue.addPart(symbol, added);
            bars.replace(connection, added.id(), rollup);
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
        scanAgain(
                connection,
                incoming.instrument(),
                overlapped.getFirst().firstNs(),
                Math.max(added.lastNs(), overlapped.getLast().lastNs()));
        return replaced;
    }

    /// Checks the order of the parts that were put together anew, and makes their bars.
    private void scanAgain(DuckDBConnection connection, Instrument instrument, long fromNs, long lastNs)
            throws SQLException {
        RolledBars.prune(connection);
        long toNs = lastNs == Long.MAX_VALUE ? lastNs : lastNs + 1;
        for (Part part : new Catalogue(connection).parts(instrument.symbol(), fromNs, toNs)) {
            try (PartScan scan = new PartScan(instrument, database.temporary())) {
                ReadBack.pages(connection, part.id(), scan::take);
                bars.replace(connection, part.id(), scan.rollup());
            }
        }
    }

    private static OverlapException overlapFailure(IncomingTicks incoming, Part added, Part other) {
        List<String> files = incoming.origin().files();
        String more = files.size() > 1 ? " and " + (files.size() - 1) + " more" : "";
        return new OverlapException(files.getFirst() + more + ": "
                + incoming.instrument().symbol() + " already has ticks from " + Times.format(other.firstNs()) + " to "
                + Times.format(other.lastNs()) + ", and these run from " + Times.format(added.firstNs()) + " to "
                + Times.format(added.lastNs())
                + "; nothing was imported; say whether to replace the stored ticks or to merge both, or take another"
                + " symbol");
    }

    /// Inserts the ticks and shows them to `scan` in the order in which they are stored: if they come in the order
    /// of time, while they are inserted, and then reads them back to see that all are there.
    private void insert(DuckDBConnection connection, IncomingTicks incoming, int id, PartScan scan, SegmentCopy copy)
            throws SQLException {
        String target = "INSERT INTO tick SELECT " + id + ", " + COLUMNS + " FROM ";
        if (incoming.inTimeOrder()) {
            Consumer<TickPage> observer = page -> {
                scan.take(page);
                copy.add(page);
            };
            take(connection, incoming, observer, target + IncomingFunction.CALL);
            requireEqual(scan, ReadBack.digest(connection, id), incoming.instrument());
        } else {
            // The row number of the temporary table is the file's order, which decides among equal times.
            take(
                    connection,
                    incoming,
                    page -> {},
                    "CREATE TEMP TABLE staged AS SELECT * FROM " + IncomingFunction.CALL);
            try (Statement statement = connection.createStatement()) {
                statement.execute(target + "staged ORDER BY ms, ns, rowid");
                statement.execute("DROP TABLE staged");
            }
            ReadBack.pages(connection, id, page -> {
                scan.take(page);
                copy.add(page);
            });
        }
    }

    private static void requireEqual(PartScan taken, TickDigest stored, Instrument instrument) {
        if (!taken.digest().equals(stored.text(instrument.priceScale(), instrument.quantityScale()))) {
            throw new IllegalStateException("the database reads back other ticks than were stored");
        }
    }

    private void take(Connection connection, IncomingTicks incoming, Consumer<TickPage> observer, String sql)
            throws SQLException {
        try (PageRelay relay = new PageRelay(incoming::fill, observer);
                CallerOnly _ = new CallerOnly(database);
                Statement statement = connection.createStatement()) {
            function.begin(relay);
            statement.execute(sql);
            relay.await();
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
}
