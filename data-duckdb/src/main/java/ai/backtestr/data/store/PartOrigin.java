package ai.backtestr.data.store;

import ai.backtestr.data.segment.SegmentCache;
import ai.backtestr.data.segment.SegmentFile;
import ai.backtestr.data.segment.SegmentOrigin;
import ai.backtestr.data.segment.SegmentWriter;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSourceException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.duckdb.DuckDBConnection;

/// A part in the database, from which its segment is made and pages of it can be read. Any thread; each call
/// has a connection of its own.
final class PartOrigin implements SegmentOrigin {
    private final Database database;
    private final SegmentCache cache;
    private final Part part;

    PartOrigin(Database database, SegmentCache cache, Part part) {
        this.database = database;
        this.cache = cache;
        this.part = part;
    }

    @Override
    public String stamp() {
        return part.stamp();
    }

    /// Tells whether there is a sound segment.
    boolean hasSegment() {
        return cache.open(part.id(), part.stamp())
                .map(segment -> {
                    segment.close();
                    return true;
                })
                .orElse(false);
    }

    @Override
    public SegmentFile open() {
        return cache.open(part.id(), part.stamp())
                .orElseThrow(() -> new StoreException(
                        "a segment that was just made is gone or cannot be read; close what empties the folder"
                                + " 'segments' and open the symbol again"));
    }

    @Override
    public void read(long firstTick, int count, long firstNs, long lastNs, TickPage into) {
        try (DuckDBConnection connection = database.connect()) {
            long before = new Catalogue(connection).countTicks(part, Long.MIN_VALUE, firstNs);
            long toNs = lastNs == Long.MAX_VALUE ? Long.MAX_VALUE : lastNs + 1;
            try (PartReader reader = new PartReader(connection, part.id(), firstNs, toNs)) {
                reader.skip(firstTick - before);
                into.clear();
                reader.fill(into);
            }
            into.setCount(Math.min(into.count(), count));
        } catch (SQLException e) {
            throw new TickSourceException("ticks cannot be read: " + SqlErrors.oneLine(e), e);
        }
    }

    @Override
    public SegmentFile remake(BooleanSupplier cancelled) {
        cache.discard(part.id());
        make(cancelled, ticks -> {});
        return open();
    }

    /// Makes the segment.
    ///
    /// @param onTicks is told how many ticks were copied with each page
    /// @throws CancellationException if `cancelled` said so; there is no segment then
    void make(BooleanSupplier cancelled, LongConsumer onTicks) {
        try (DuckDBConnection connection = database.connect();
                SegmentWriter writer = cache.create(part.id(), part.stamp());
                TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);
                PartReader reader = new PartReader(connection, part.id())) {
            long copied = 0;
            for (page.clear(); reader.fill(page); page.clear()) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("the making of segments was stopped");
                }
                writer.add(page);
                copied += page.count();
                onTicks.accept(page.count());
            }
            requireAll(copied);
            writer.finish();
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        } catch (IOException e) {
            throw new StoreException(
                    "a segment cannot be written (" + e.getMessage() + "); free some space on the disk", e);
        }
    }

    /// A chunk that cannot be read looks like the end to the driver, so the count has the last word.
    private void requireAll(long copied) {
        if (copied != part.ticks()) {
            throw new StoreException(
                    "only " + copied + " of " + part.ticks() + " ticks could be read; the database file is damaged");
        }
    }
}
