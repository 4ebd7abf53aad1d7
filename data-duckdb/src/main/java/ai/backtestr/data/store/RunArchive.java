package ai.backtestr.data.store;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The backtests that were run, the latest first. Any thread; changes of several threads queue up.
///
/// All methods throw [StoreException] if the database fails.
public final class RunArchive {
    private static final String SELECT = """
            SELECT id, started, symbol, strategy, map_keys(parameters), map_values(parameters), data_digest, ticks,
                first_time, last_time, elapsed_ns, seed, program, result_hash, currency, net_profit, return_percent,
                max_drawdown_percent, sharpe, trades, tags, note, manifest
            FROM run
            """;

    private final Database database;
    private final ReentrantLock oneChange = new ReentrantLock();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    RunArchive(Database database) {
        this.database = database;
    }

    /// Calls `listener` after each change, on the thread that made it.
    ///
    /// @return ends that
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Keeps a run under a number of its own.
    public StoredRun add(RunRecord run, List<String> tags, String note) {
        return change(connection -> {
            StoredRun stored = new StoredRun(nextId(connection), run, tags, note);
            insert(connection, stored);
            return stored;
        });
    }

    /// A sequence may fall back behind the rows when the program was killed.
    private static int nextId(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT greatest(nextval('run_id'), (SELECT coalesce(max(id), 0) + 1 FROM run))");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /// Brings back a run that was removed.
    public void restore(StoredRun removed) {
        change(connection -> {
            insert(connection, removed);
            return removed;
        });
    }

    private static void insert(Connection connection, StoredRun stored) throws SQLException {
        RunRecord run = stored.run();
        RunRecord.Figures figures = run.figures();
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO run VALUES (?, ?, ?, ?, map(?::VARCHAR[], ?::VARCHAR[]),
                    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::VARCHAR[], ?, ?)""")) {
            insert.setInt(1, stored.id());
            insert.setLong(2, run.startedNs());
            insert.setString(3, run.symbol());
            insert.setString(4, run.strategy());
            insert.setArray(5, array(connection, List.copyOf(run.parameters().keySet())));
            insert.setArray(6, array(connection, List.copyOf(run.parameters().values())));
            insert.setString(7, run.dataDigest());
            insert.setLong(8, run.ticks());
            insert.setLong(9, run.firstNs());
            insert.setLong(10, run.lastNs());
            insert.setLong(11, run.elapsedNs());
            insert.setLong(12, run.seed());
            insert.setString(13, run.program());
            insert.setString(14, run.resultHash());
            insert.setString(15, figures.currency());
            insert.setBigDecimal(16, figures.netProfit());
            insert.setObject(17, figures.returnPercent());
            insert.setObject(18, figures.maxDrawdownPercent());
            insert.setObject(19, figures.sharpe());
            insert.setLong(20, figures.trades());
            insert.setArray(21, array(connection, stored.tags()));
            insert.setString(22, stored.note());
            insert.setString(23, run.manifest());
            insert.executeUpdate();
        }
    }

    private static Array array(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("VARCHAR", values.toArray());
    }

    /// Returns the runs on `symbol` that have `tag`, or on any symbol and with any tag where those are null, the
    /// latest first.
    public List<StoredRun> list(@Nullable String symbol, @Nullable String tag) {
        return ask(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SELECT + """
                    WHERE (?::VARCHAR IS NULL OR symbol = ?) AND (?::VARCHAR IS NULL OR list_contains(tags, ?))
                    ORDER BY id DESC""")) {
                query.setString(1, symbol);
                query.setString(2, symbol);
                query.setString(3, tag);
                query.setString(4, tag);
                return read(query);
            }
        });
    }

    /// Returns the run of that number, if it is kept.
    public Optional<StoredRun> find(int id) {
        return ask(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SELECT + "WHERE id = ?")) {
                query.setInt(1, id);
                return read(query).stream().findFirst();
            }
        });
    }

    private static List<StoredRun> read(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<StoredRun> runs = new ArrayList<>();
            while (rows.next()) {
                runs.add(new StoredRun(rows.getInt(1), runOf(rows), texts(rows.getArray(21)), rows.getString(22)));
            }
            return runs;
        }
    }

    private static RunRecord runOf(ResultSet row) throws SQLException {
        return new RunRecord(
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                parameters(texts(row.getArray(5)), texts(row.getArray(6))),
                row.getString(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getString(13),
                row.getString(14),
                figuresOf(row),
                row.getString(23));
    }

    private static RunRecord.Figures figuresOf(ResultSet row) throws SQLException {
        BigDecimal netProfit = row.getBigDecimal(16);
        return new RunRecord.Figures(
                row.getString(15), netProfit, number(row, 17), number(row, 18), number(row, 19), row.getLong(20));
    }

    private static @Nullable Double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }

    private static Map<String, String> parameters(List<String> names, List<String> values) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            parameters.put(names.get(i), values.get(i));
        }
        return parameters;
    }

    /// Changes what the user says about a run.
    ///
    /// @return the run as it is kept now; nothing if there is none of that number
    public Optional<StoredRun> describe(int id, List<String> tags, String note) {
        int changed = change(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE run SET tags = ?::VARCHAR[], note = ? WHERE id = ?")) {
                update.setArray(1, array(connection, tags));
                update.setString(2, note);
                update.setInt(3, id);
                return update.executeUpdate();
            }
        });
        return changed == 0 ? Optional.empty() : find(id);
    }

    /// Removes a run.
    ///
    /// @return what was removed, for [#restore]; nothing if there is none of that number
    public Optional<StoredRun> remove(int id) {
        Optional<StoredRun> removed = find(id);
        change(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM run WHERE id = ?")) {
                delete.setInt(1, id);
                return delete.executeUpdate();
            }
        });
        return removed;
    }

    private <T> T change(Work<T> work) {
        T result;
        oneChange.lock();
        try {
            result = ask(work);
        } finally {
            oneChange.unlock();
        }
        listeners.forEach(Runnable::run);
        return result;
    }

    private <T> T ask(Work<T> work) {
        try (Connection connection = database.connect()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
