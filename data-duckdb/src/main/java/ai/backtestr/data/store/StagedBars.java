package ai.backtestr.data.store;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.time.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// The bars of an import in a temporary table, in the order of their files, before they become part of a series.
/// Works within the connection's transaction and is used by one thread.
final class StagedBars {
    private static final String TABLE = "staged_bar";

    private final DuckDBConnection connection;
    private final List<String> files;

    private StagedBars(DuckDBConnection connection, List<String> files) {
        this.connection = connection;
        this.files = files;
    }

    static StagedBars of(DuckDBConnection connection, IncomingBars incoming) throws SQLException {
        StagedBars staged = new StagedBars(connection, incoming.origin().files());
        staged.run("CREATE TEMP TABLE " + TABLE + " (time BIGINT, open BIGINT, high BIGINT, low BIGINT, close BIGINT,"
                + " volume BIGINT, file INTEGER, line BIGINT)");
        try (DuckDBAppender appender = connection.createAppender("temp", "main", TABLE)) {
            while (incoming.next()) {
                Bar bar = incoming.bar();
                appender.beginRow()
                        .append(bar.timeNs())
                        .append(bar.open())
                        .append(bar.high())
                        .append(bar.low())
                        .append(bar.close())
                        .append(bar.volume())
                        .append(incoming.file())
                        .append(incoming.line())
                        .endRow();
            }
        }
        return staged;
    }

    /// Takes out all bars of a time but the first; puts why into `rejections`, as far as they are kept.
    ///
    /// @return how many were taken out
    long dropRepeated(List<Rejection> rejections) throws SQLException {
        if (count("SELECT count(*) - count(DISTINCT time) FROM " + TABLE) == 0) {
            return 0;
        }
        run("CREATE TEMP TABLE repeated_bar AS SELECT rowid AS id, time, file, line,"
                + " first_value(line) OVER same AS first_line, first_value(file) OVER same AS first_file,"
                + " row_number() OVER same AS place FROM " + TABLE
                + " WINDOW same AS (PARTITION BY time ORDER BY rowid) QUALIFY place > 1");
        reject("SELECT file, line, time, first_file, first_line FROM repeated_bar ORDER BY id", rejections);
        run("DELETE FROM " + TABLE + " WHERE rowid IN (SELECT id FROM repeated_bar)");
        long repeated = count("SELECT count(*) FROM repeated_bar");
        run("DROP TABLE repeated_bar");
        return repeated;
    }

    private void reject(String query, List<Rejection> rejections) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next() && rejections.size() < Rejection.KEPT) {
                String other = rows.getInt(1) == rows.getInt(4) ? "" : " of " + files.get(rows.getInt(4));
                rejections.add(new Rejection(
                        files.get(rows.getInt(1)),
                        rows.getLong(2),
                        "a bar of " + Times.format(rows.getLong(3)) + " stands on line " + rows.getLong(5) + other
                                + " already"));
            }
        }
    }

    /// Takes out the bars of which the series holds one of the same time.
    ///
    /// @return how many were taken out
    long dropStored(int series, List<Rejection> rejections) throws SQLException {
        String stored = " WHERE time IN (SELECT time FROM bar WHERE series = " + series + ")";
        List<Rejection> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT file, line, time FROM " + TABLE + stored + " ORDER BY rowid LIMIT " + Rejection.KEPT)) {
            while (rows.next()) {
                found.add(new Rejection(
                        files.get(rows.getInt(1)),
                        rows.getLong(2),
                        "a bar of " + Times.format(rows.getLong(3)) + " is stored already, and merging keeps it"));
            }
        }
        rejections.addAll(found.subList(0, Math.min(found.size(), Rejection.KEPT - rejections.size())));
        long before = count();
        run("DELETE FROM " + TABLE + stored);
        return before - count();
    }

    long count() throws SQLException {
        return count("SELECT count(*) FROM " + TABLE);
    }

    long firstNs() throws SQLException {
        return count("SELECT min(time) FROM " + TABLE);
    }

    long lastNs() throws SQLException {
        return count("SELECT max(time) FROM " + TABLE);
    }

    /// Makes them bars of that series, in the order of time.
    void insert(int series, int importId) throws SQLException {
        run("INSERT INTO bar SELECT " + series + ", " + importId + ", time, open, high, low, close, volume FROM "
                + TABLE + " ORDER BY time");
    }

    void drop() throws SQLException {
        run("DROP TABLE " + TABLE);
    }

    private long count(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
