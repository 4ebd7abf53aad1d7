package ai.backtestr.data.store;

import ai.backtestr.engine.tick.TickPage;
import java.sql.SQLException;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// Streams the ticks of one part chunk by chunk, in the order they were inserted: of time. There is no `ORDER BY`,
/// as a scan keeps the insertion order, and a sort costs half of the speed.
///
/// Used by one thread; the connection stays the caller's.
final class PartReader implements AutoCloseable {
    private static final String QUERY = """
            SELECT time, bid, coalesce(ask, bid), bid_size, coalesce(ask_size, bid_size), flags
            FROM tick WHERE part = ? AND time >= ? AND time < ?""";

    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult chunks;
    private @Nullable DuckDBDataChunkReader chunk;
    private long next;

    /// Opens the ticks of `part` from `fromNs` up to, but not including, `toNs`.
    PartReader(DuckDBConnection connection, int part, long fromNs, long toNs) throws SQLException {
        statement = connection.prepare(QUERY);
        statement.setInt(1, part);
        statement.setLong(2, fromNs);
        statement.setLong(3, toNs);
        chunks = statement.query();
    }

    /// Appends ticks until the page is full or the part ends.
    ///
    /// @return whether the page holds any ticks now
    boolean fill(TickPage page) {
        while (!page.isFull()) {
            DuckDBDataChunkReader from = current();
            if (from == null) {
                break;
            }
            long rows = Math.min(from.rowCount() - next, page.capacity() - page.count());
            copy(from, next, rows, page);
            next += rows;
        }
        return page.count() > 0;
    }

    /// Passes over the next `ticks` ticks.
    void skip(long ticks) {
        long left = ticks;
        for (DuckDBDataChunkReader from = current(); left > 0 && from != null; from = current()) {
            long rows = Math.min(from.rowCount() - next, left);
            next += rows;
            left -= rows;
        }
    }

    /// Returns the chunk to read on in, `null` at the end.
    private @Nullable DuckDBDataChunkReader current() {
        while (chunk == null || next == chunk.rowCount()) {
            if (!chunks.nextChunk()) {
                return null;
            }
            chunk = chunks.chunk();
            next = 0;
        }
        return chunk;
    }

    private static void copy(DuckDBDataChunkReader chunk, long first, long rows, TickPage page) {
        DuckDBReadableVector time = chunk.vector(0);
        DuckDBReadableVector bid = chunk.vector(1);
        DuckDBReadableVector ask = chunk.vector(2);
        DuckDBReadableVector bidSize = chunk.vector(3);
        DuckDBReadableVector askSize = chunk.vector(4);
        DuckDBReadableVector flags = chunk.vector(5);
        for (long row = first, end = first + rows; row < end; row++) {
            page.append(
                    time.getLong(row),
                    bid.getLong(row),
                    ask.getLong(row),
                    bidSize.getLong(row),
                    askSize.getLong(row),
                    (byte) flags.getUint8(row));
        }
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            chunks.close();
        }
    }
}
