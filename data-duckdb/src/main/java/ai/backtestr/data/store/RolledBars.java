package ai.backtestr.data.store;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

/// The stored bars of ticks: the tables `minute_bar` and `day_bar`, and the table function `rolled_bars()` through
/// which the database takes their rows. Used under the store's import lock, within a connection's transaction.
final class RolledBars implements DuckDBTableFunction<String, String, String> {
    private static final String[] COLUMNS = {
        "trades",
        "ms",
        "open",
        "high",
        "low",
        "close",
        "ask_open",
        "ask_high",
        "ask_low",
        "ask_close",
        "volume",
        "ticks",
        "day"
    };
    private static final int FIRST_ASK = 6;
    private static final int LAST_ASK = 9;
    private static final int VOLUME = 10;
    private static final String ROWS =
            "trades = 1, ms, open, high, low, close, ask_open, ask_high, ask_low, ask_close, volume, ticks";

    private volatile @Nullable BarSpool source;

    private RolledBars() {}

    /// Registers the function with the database of that connection.
    static RolledBars register(Connection connection) throws SQLException {
        RolledBars function = new RolledBars();
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName("rolled_bars").withFunction(function).register(connection);
        }
        return function;
    }

    /// Stores the bars of a part, in place of those it may have.
    void replace(Connection connection, int part, Rollup rollup) throws SQLException {
        rollup.finish();
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM minute_bar WHERE part = " + part);
            statement.execute("DELETE FROM day_bar WHERE part = " + part);
            source = rollup.minutes();
            statement.execute("INSERT INTO minute_bar SELECT " + part + ", " + ROWS + " FROM rolled_bars()");
            source = rollup.days();
            statement.execute("INSERT INTO day_bar SELECT " + part + ", " + ROWS
                    + ", DATE '1970-01-01' + day::INTEGER FROM rolled_bars()");
        } finally {
            source = null;
        }
    }

    /// Deletes the bars of parts that are no more.
    static void prune(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM minute_bar WHERE part NOT IN (SELECT id FROM part)");
            statement.execute("DELETE FROM day_bar WHERE part NOT IN (SELECT id FROM part)");
        }
    }

    @Override
    public String bind(DuckDBTableFunctionBindInfo info) {
        for (int i = 0; i < COLUMNS.length; i++) {
            info.addResultColumn(COLUMNS[i], i == VOLUME ? DuckDBColumnType.HUGEINT : DuckDBColumnType.BIGINT);
        }
        return "";
    }

    @Override
    public String init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1);
        return "";
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter out) {
        BarSpool bars = source;
        if (bars == null) {
            return 0;
        }
        ByteBuffer numbers = bars.next((int) out.capacity());
        int row = 0;
        for (; numbers.hasRemaining(); row++) {
            write(numbers, row, out);
        }
        return row;
    }

    private static void write(ByteBuffer numbers, int row, DuckDBDataChunkWriter out) {
        boolean trades = numbers.getLong(numbers.position()) == 1;
        for (int column = 0; column < COLUMNS.length; column++) {
            DuckDBWritableVector into = out.vector(column);
            if (column == VOLUME) {
                into.setHugeInt(row, huge(numbers.getLong(), numbers.getLong()));
            } else {
                long number = numbers.getLong();
                if (trades && column >= FIRST_ASK && column <= LAST_ASK) {
                    into.setNull(row);
                } else {
                    into.setLong(row, number);
                }
            }
        }
    }

    private static BigInteger huge(long low, long high) {
        if (high == 0 && low >= 0) {
            return BigInteger.valueOf(low);
        }
        return new BigInteger(
                1,
                ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array());
    }
}
