package ai.backtestr.data.store;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import java.lang.foreign.MemorySegment;
import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/// The table function `incoming_ticks()`, through which the database takes ticks straight out of memory.
///
/// One import at a time: [#begin], the statement that reads the function, [#end], all under the store's import
/// lock. The database calls [#apply] from a single thread of its own choice, so that rows keep their order.
final class IncomingFunction implements DuckDBTableFunction<String, String, String> {
    static final String CALL = "incoming_ticks()";

    private static final String NO_STATE = "";

    private volatile @Nullable PageRelay incoming;
    private volatile @Nullable RuntimeException failure;
    private @Nullable TickPage page;
    private int next;

    private IncomingFunction() {}

    /// Registers the function with the database of that connection.
    static IncomingFunction register(Connection connection) throws SQLException {
        IncomingFunction function = new IncomingFunction();
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName("incoming_ticks").withFunction(function).register(connection);
        }
        return function;
    }

    void begin(PageRelay ticks) {
        page = null;
        next = 0;
        failure = null;
        incoming = ticks;
    }

    void end() {
        incoming = null;
    }

    /// Returns what [IncomingTicks#fill] threw: the database itself hands on no more than its text.
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    @Override
    public String bind(DuckDBTableFunctionBindInfo info) {
        info.addResultColumn("ms", DuckDBColumnType.BIGINT);
        info.addResultColumn("ns", DuckDBColumnType.INTEGER);
        for (String column : new String[] {"bid", "ask", "bid_size", "ask_size"}) {
            info.addResultColumn(column, DuckDBColumnType.BIGINT);
        }
        info.addResultColumn("flags", DuckDBColumnType.UTINYINT);
        return NO_STATE;
    }

    @Override
    public String init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1);
        return NO_STATE;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter out) {
        TickPage from = current();
        if (from == null) {
            return 0;
        }
        int rows = (int) Math.min(out.capacity(), from.count() - next);
        copy(from, rows, out);
        next += rows;
        return rows;
    }

    private @Nullable TickPage current() {
        PageRelay ticks = incoming;
        if (ticks == null || (page != null && next < page.count())) {
            return page;
        }
        next = 0;
        try {
            page = ticks.next();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
        return page;
    }

    private void copy(TickPage from, int rows, DuckDBDataChunkWriter out) {
        splitTimes(from.time(), rows, VectorMemory.of(out.vector(0)), VectorMemory.of(out.vector(1)));
        copyLongs(from.bid(), rows, out.vector(2));
        copyLongs(from.ask(), rows, out.vector(3));
        copyLongs(from.bidSize(), rows, out.vector(4));
        copyLongs(from.askSize(), rows, out.vector(5));
        MemorySegment.copy(from.flags(), next, VectorMemory.of(out.vector(6)), 0, rows);
        clearAskOfTrades(from, rows, out.vector(3), out.vector(5));
    }

    private void splitTimes(MemorySegment from, int rows, MemorySegment ms, MemorySegment ns) {
        for (int row = 0; row < rows; row++) {
            long timeNs = from.getAtIndex(JAVA_LONG, next + row);
            ms.setAtIndex(JAVA_LONG, row, StoredTime.ms(timeNs));
            ns.setAtIndex(JAVA_INT, row, StoredTime.ns(timeNs));
        }
    }

    private void copyLongs(MemorySegment from, int rows, DuckDBWritableVector to) {
        MemorySegment.copy(from, (long) next * Long.BYTES, VectorMemory.of(to), 0, (long) rows * Long.BYTES);
    }

    private void clearAskOfTrades(TickPage from, int rows, DuckDBWritableVector ask, DuckDBWritableVector askSize) {
        for (int row = 0; row < rows; row++) {
            if (TickFlags.isTrade(from.flagBits(next + row))) {
                ask.setNull(row);
                askSize.setNull(row);
            }
        }
    }
}
