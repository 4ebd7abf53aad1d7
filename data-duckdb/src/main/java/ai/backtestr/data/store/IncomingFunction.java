package ai.backtestr.data.store;

import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
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

    private final TickPage page;
    private volatile @Nullable IncomingTicks incoming;
    private volatile @Nullable RuntimeException failure;
    private int next;

    private IncomingFunction(TickPage page) {
        this.page = page;
    }

    /// Registers the function with the database of that connection; the page stays the caller's.
    static IncomingFunction register(Connection connection, TickPage page) throws SQLException {
        IncomingFunction function = new IncomingFunction(page);
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName("incoming_ticks").withFunction(function).register(connection);
        }
        return function;
    }

    void begin(IncomingTicks ticks) {
        page.clear();
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
        for (String column : new String[] {"time", "bid", "ask", "bid_size", "ask_size"}) {
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
        IncomingTicks ticks = incoming;
        if (ticks == null) {
            return 0;
        }
        try {
            if (next == page.count()) {
                next = 0;
                ticks.fill(page);
            }
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
        int rows = (int) Math.min(out.capacity(), page.count() - next);
        copy(rows, out);
        next += rows;
        return rows;
    }

    private void copy(int rows, DuckDBDataChunkWriter out) {
        DuckDBWritableVector time = out.vector(0);
        DuckDBWritableVector bid = out.vector(1);
        DuckDBWritableVector ask = out.vector(2);
        DuckDBWritableVector bidSize = out.vector(3);
        DuckDBWritableVector askSize = out.vector(4);
        DuckDBWritableVector flags = out.vector(5);
        for (int row = 0, tick = next; row < rows; row++, tick++) {
            byte bits = page.flagBits(tick);
            time.setLong(row, page.timeNs(tick));
            bid.setLong(row, page.bidPrice(tick));
            bidSize.setLong(row, page.bidQuantity(tick));
            flags.setUint8(row, bits);
            if (TickFlags.isTrade(bits)) {
                ask.setNull(row);
                askSize.setNull(row);
            } else {
                ask.setLong(row, page.askPrice(tick));
                askSize.setLong(row, page.askQuantity(tick));
            }
        }
    }
}
