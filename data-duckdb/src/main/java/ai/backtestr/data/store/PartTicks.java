package ai.backtestr.data.store;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.data.segment.SegmentCache;
import ai.backtestr.data.segment.SegmentDamagedException;
import ai.backtestr.data.segment.SegmentTicks;
import ai.backtestr.engine.tick.TickPage;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The ticks of one part: from its segment where there is a sound one, else from the database, which leaves a
/// segment behind if all of the part is read. Used by one thread.
final class PartTicks implements AutoCloseable {
    private final DuckDBConnection connection;
    private final SegmentCache cache;
    private final Part part;
    private final long fromNs;
    private final long toNs;
    private final TickDigest digest;
    private @Nullable SegmentTicks segment;
    private @Nullable PartReader reader;
    private @Nullable SegmentCopy copy;
    private long handedOut;

    /// Reads from `fromNs` up to, but not including, `toNs`, and takes what is read into `digest`.
    PartTicks(DuckDBConnection connection, SegmentCache cache, Part part, long fromNs, long toNs, TickDigest digest) {
        this.connection = connection;
        this.cache = cache;
        this.part = part;
        this.fromNs = fromNs;
        this.toNs = toNs;
        this.digest = digest;
        segment = cache.open(part.id(), part.stamp())
                .map(file -> new SegmentTicks(file, fromNs, toNs, digest))
                .orElse(null);
    }

    /// Replaces what `page` holds by ticks that follow.
    ///
    /// @return whether it holds any
    boolean fill(TickPage page) throws SQLException {
        if (segment != null) {
            try {
                segment.fill(page);
                handedOut += page.count();
                return page.count() > 0;
            } catch (SegmentDamagedException e) {
                // Nothing of it was handed out; the database has the same ticks.
                segment.close();
                segment = null;
                cache.discard(part.id());
            }
        }
        return fillFromDatabase(page);
    }

    private boolean fillFromDatabase(TickPage page) throws SQLException {
        PartReader from = reader == null ? openReader(page) : reader;
        page.clear();
        if (from.fill(page)) {
            digest.add(page, 0, page.count());
            if (copy != null) {
                copy.add(page);
            }
            return true;
        }
        if (copy != null) {
            copy.finish();
        }
        return false;
    }

    private PartReader openReader(TickPage page) throws SQLException {
        boolean whole = part.isWithin(fromNs, toNs);
        PartReader opened =
                whole ? new PartReader(connection, part.id()) : new PartReader(connection, part.id(), fromNs, toNs);
        reader = opened;
        opened.skip(handedOut);
        if (handedOut == 0 && whole && fitsSegment(page)) {
            copy = new SegmentCopy(cache, part.id(), part.stamp());
        }
        return opened;
    }

    /// Small pages would make a segment of small pages, which would serve the engine badly for ever after.
    private static boolean fitsSegment(TickPage page) {
        return page.capacity() == TickPage.DEFAULT_CAPACITY;
    }

    @Override
    public void close() throws SQLException {
        if (segment != null) {
            segment.close();
        }
        if (copy != null) {
            copy.close();
        }
        if (reader != null) {
            reader.close();
        }
    }
}
