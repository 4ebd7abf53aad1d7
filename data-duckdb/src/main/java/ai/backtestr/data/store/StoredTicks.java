package ai.backtestr.data.store;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import ai.backtestr.engine.tick.TickSourceException;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The stored ticks of one instrument from a time up to another, part by part. Owns its connection; used by one
/// thread.
final class StoredTicks implements TickSource {
    private final DuckDBConnection connection;
    private final Instrument instrument;
    private final List<Part> parts;
    private final long fromNs;
    private final long toNs;
    private final long tickCount;
    private final boolean hasTrades;
    private final TickDigest digest;
    private @Nullable PartReader reader;
    private @Nullable String finishedDigest;
    private int nextPart;
    private long handedOut;

    StoredTicks(DuckDBConnection connection, Instrument instrument, List<Part> parts, long fromNs, long toNs)
            throws SQLException {
        this.connection = connection;
        this.instrument = instrument;
        this.parts = parts;
        this.fromNs = fromNs;
        this.toNs = toNs;
        digest = new TickDigest(instrument);
        Extent extent = new Catalogue(connection).extent(parts, fromNs, toNs);
        tickCount = extent.ticks();
        hasTrades = extent.trades();
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public boolean hasTrades() {
        return hasTrades;
    }

    @Override
    public String dataDigest() {
        if (handedOut != tickCount) {
            throw new IllegalStateException(
                    "the digest is known once all " + tickCount + " ticks were handed out, not after " + handedOut);
        }
        if (finishedDigest == null) {
            finishedDigest = digest.finish();
        }
        return finishedDigest;
    }

    @Override
    public long tickCount() {
        return tickCount;
    }

    @Override
    public boolean fill(TickPage page) {
        page.clear();
        try {
            for (PartReader from = current(); from != null && !page.isFull(); from = current()) {
                from.fill(page);
                if (!page.isFull()) {
                    closeReader();
                }
            }
        } catch (SQLException e) {
            throw new TickSourceException(
                    "ticks of " + instrument.symbol() + " cannot be read: " + SqlErrors.oneLine(e), e);
        }
        if (page.count() > 0) {
            handedOut += page.count();
            digest.update(page);
        } else {
            requireAllRead();
        }
        return page.count() > 0;
    }

    /// Returns the reader of the part at hand or else of the next, `null` after the last.
    private @Nullable PartReader current() throws SQLException {
        if (reader == null && nextPart < parts.size()) {
            reader = new PartReader(connection, parts.get(nextPart).id(), fromNs, toNs);
            nextPart++;
        }
        return reader;
    }

    /// A chunk that cannot be read looks like the end to the driver, so the count has the last word.
    private void requireAllRead() {
        if (handedOut != tickCount) {
            throw new TickSourceException(
                    "only " + handedOut + " of " + tickCount + " ticks of " + instrument.symbol()
                            + " could be read; the database file is damaged",
                    new SQLException("the scan ended early"));
        }
    }

    private void closeReader() throws SQLException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    @Override
    public void close() {
        try (connection) {
            closeReader();
        } catch (SQLException e) {
            throw new TickSourceException(
                    "ticks of " + instrument.symbol() + " did not close cleanly: " + SqlErrors.oneLine(e), e);
        }
    }
}
