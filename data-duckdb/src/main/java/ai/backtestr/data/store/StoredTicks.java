package ai.backtestr.data.store;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.data.segment.SegmentCache;
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
    private final TickDigest digest = new TickDigest();
    private final SegmentCache cache;
    private @Nullable PartTicks part;
    private int nextPart;
    private long handedOut;

    StoredTicks(
            DuckDBConnection connection,
            SegmentCache cache,
            Instrument instrument,
            List<Part> parts,
            long fromNs,
            long toNs,
            Extent extent) {
        this.connection = connection;
        this.instrument = instrument;
        this.parts = parts;
        this.fromNs = fromNs;
        this.toNs = toNs;
        this.cache = cache;
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
        return digest.text(instrument.priceScale(), instrument.quantityScale());
    }

    @Override
    public long tickCount() {
        return tickCount;
    }

    @Override
    public boolean fill(TickPage page) {
        page.clear();
        try {
            for (PartTicks from = current(); from != null; from = current()) {
                if (from.fill(page)) {
                    handedOut += page.count();
                    return true;
                }
                closePart();
            }
        } catch (SQLException e) {
            throw new TickSourceException(
                    "ticks of " + instrument.symbol() + " cannot be read: " + SqlErrors.oneLine(e), e);
        }
        requireAllRead();
        return false;
    }

    /// Returns the part at hand or else the next, `null` after the last.
    private @Nullable PartTicks current() {
        if (part == null && nextPart < parts.size()) {
            part = new PartTicks(connection, cache, parts.get(nextPart), fromNs, toNs, digest);
            nextPart++;
        }
        return part;
    }

    /// A chunk that cannot be read looks like the end to the driver, so the count has the last word.
    private void requireAllRead() {
        if (handedOut != tickCount) {
            throw new TickSourceException("only " + handedOut + " of " + tickCount + " ticks of " + instrument.symbol()
                    + " could be read; the database file is damaged");
        }
    }

    private void closePart() throws SQLException {
        if (part != null) {
            part.close();
            part = null;
        }
    }

    @Override
    public void close() {
        try (connection) {
            closePart();
        } catch (SQLException e) {
            throw new TickSourceException(
                    "ticks of " + instrument.symbol() + " did not close cleanly: " + SqlErrors.oneLine(e), e);
        }
    }
}
