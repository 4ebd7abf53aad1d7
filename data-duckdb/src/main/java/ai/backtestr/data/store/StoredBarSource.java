package ai.backtestr.data.store;

import ai.backtestr.data.digest.BarDigest;
import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarDataSource;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickSourceException;
import java.sql.SQLException;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/// Stored bars in the order of time, streamed. Owns its connection; used by one thread.
final class StoredBarSource implements BarDataSource {
    private final DuckDBConnection connection;
    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult chunks;
    private final Instrument instrument;
    private final Timeframe timeframe;
    private final long count;
    private final BarDigest digest;
    private @Nullable DuckDBDataChunkReader chunk;
    private long row;
    private long handedOut;
    private Bar bar = new Bar(0, 0, 0, 0, 0, 0, 0);

    /// @param where which bars, as the condition of a query
    /// @param count how many those are
    StoredBarSource(DuckDBConnection connection, Instrument instrument, Timeframe timeframe, String where, long count)
            throws SQLException {
        this.connection = connection;
        this.instrument = instrument;
        this.timeframe = timeframe;
        this.count = count;
        digest = new BarDigest(timeframe.toString(), instrument.priceScale(), instrument.quantityScale());
        statement = connection.prepare(
                "SELECT time, open, high, low, close, volume FROM bar WHERE " + where + " ORDER BY time");
        chunks = statement.query();
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public Timeframe timeframe() {
        return timeframe;
    }

    @Override
    public long barCount() {
        return count;
    }

    @Override
    public String dataDigest() {
        if (handedOut != count) {
            throw new IllegalStateException(
                    "the digest is known once all " + count + " bars were handed out, not after " + handedOut);
        }
        return digest.finish();
    }

    @Override
    public boolean next() {
        DuckDBDataChunkReader from = current();
        if (from == null) {
            requireAllRead();
            return false;
        }
        bar = new Bar(
                from.vector(0).getLong(row),
                from.vector(1).getLong(row),
                from.vector(2).getLong(row),
                from.vector(3).getLong(row),
                from.vector(4).getLong(row),
                from.vector(5).getLong(row),
                1);
        row++;
        handedOut++;
        digest.add(bar);
        return true;
    }

    /// Returns the chunk to read on in, `null` at the end.
    private @Nullable DuckDBDataChunkReader current() {
        while (chunk == null || row == chunk.rowCount()) {
            if (!chunks.nextChunk()) {
                return null;
            }
            chunk = chunks.chunk();
            row = 0;
        }
        return chunk;
    }

    /// A chunk that cannot be read looks like the end to the driver, so the count has the last word.
    private void requireAllRead() {
        if (handedOut != count) {
            throw new TickSourceException("only " + handedOut + " of " + count + " bars of " + instrument.symbol()
                    + " could be read; the database file is damaged");
        }
    }

    @Override
    public Bar bar() {
        return bar;
    }

    /// Closes it but for the connection.
    void closeRows() throws SQLException {
        try (statement) {
            chunks.close();
        }
    }

    @Override
    public void close() {
        try (connection) {
            closeRows();
        } catch (SQLException e) {
            throw new TickSourceException(
                    "bars of " + instrument.symbol() + " did not close cleanly: " + SqlErrors.oneLine(e), e);
        }
    }
}
