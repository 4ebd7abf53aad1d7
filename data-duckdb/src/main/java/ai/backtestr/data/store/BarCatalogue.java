package ai.backtestr.data.store;

import ai.backtestr.engine.bar.Timeframe;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the store knows of bar data besides the bars. Works within the connection's transaction and is used by one
/// thread.
final class BarCatalogue {
    private static final String IMPORT = """
            SELECT m.id, s.symbol, m.files, m.format, m.sha256, m.rows_read, m.accepted, m.rejected, m.out_of_order,
                m.replaced, m.first_time, m.last_time, m.data_digest
            FROM bar_import m JOIN bar_series s ON s.id = m.series
            """;

    private final Connection connection;

    BarCatalogue(Connection connection) {
        this.connection = connection;
    }

    /// Returns all bar data by symbol, the shortest timeframe first.
    List<StoredBars> all() throws SQLException {
        List<StoredBars> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT " + InstrumentCatalogue.COLUMNS + """
                        , s.timeframe, min(b.time), max(b.time), count(*)
                        FROM bar b JOIN bar_series s ON s.id = b.series JOIN instrument i ON i.symbol = s.symbol
                        GROUP BY ALL""");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(new StoredBars(
                        InstrumentCatalogue.read(rows),
                        Timeframe.parse(rows.getString(InstrumentCatalogue.COLUMN_COUNT + 1)),
                        rows.getLong(InstrumentCatalogue.COLUMN_COUNT + 2),
                        rows.getLong(InstrumentCatalogue.COLUMN_COUNT + 3),
                        rows.getLong(InstrumentCatalogue.COLUMN_COUNT + 4)));
            }
        }
        found.sort(Comparator.comparing((StoredBars bars) -> bars.instrument().symbol())
                .thenComparing(StoredBars::timeframe));
        return List.copyOf(found);
    }

    /// Returns the number of a series, 0 if there is none.
    int series(String symbol, Timeframe timeframe) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT id FROM bar_series WHERE symbol = ? AND timeframe = ?")) {
            query.setString(1, symbol);
            query.setString(2, timeframe.toString());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    int addSeries(String symbol, Timeframe timeframe) throws SQLException {
        int id = (int) number("SELECT coalesce(max(id), 0) + 1 FROM bar_series");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bar_series VALUES (?, ?, ?)")) {
            insert.setInt(1, id);
            insert.setString(2, symbol);
            insert.setString(3, timeframe.toString());
            insert.executeUpdate();
        }
        return id;
    }

    int nextImportId() throws SQLException {
        return (int) number("SELECT coalesce(max(id), 0) + 1 FROM bar_import");
    }

    /// Counts the bars that fit a condition.
    long count(String where) throws SQLException {
        return number("SELECT count(*) FROM bar WHERE " + where);
    }

    private long number(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Removes the bars of a series with times from `firstNs` to `lastNs`; the imports they came by are not whole
    /// then.
    void remove(int series, long firstNs, long lastNs) throws SQLException {
        String within = "series = " + series + " AND time >= " + firstNs + " AND time <= " + lastNs;
        update("UPDATE bar_import SET whole = false WHERE id IN (SELECT DISTINCT import FROM bar WHERE " + within
                + ")");
        update("DELETE FROM bar WHERE " + within);
    }

    private void update(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    /// Finds the latest import of that content whose bars are all stored still.
    Optional<StoredImport> findImport(String symbol, Timeframe timeframe, String sha256) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IMPORT
                + "WHERE s.symbol = ? AND s.timeframe = ? AND sha256 = ? AND whole ORDER BY m.id DESC LIMIT 1")) {
            query.setString(1, symbol);
            query.setString(2, timeframe.toString());
            query.setString(3, sha256);
            return imports(query).stream().findFirst();
        }
    }

    /// Returns the imports of bars of a symbol in the order they were made.
    List<StoredImport> imports(String symbol) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IMPORT + "WHERE s.symbol = ? ORDER BY m.id")) {
            query.setString(1, symbol);
            return imports(query);
        }
    }

    private static List<StoredImport> imports(PreparedStatement query) throws SQLException {
        List<StoredImport> imports = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                List<String> files = Arrays.stream((Object[]) row.getArray(3).getArray())
                        .map(String::valueOf)
                        .toList();
                imports.add(new StoredImport(
                        row.getInt(1),
                        row.getString(2),
                        new Origin(files, row.getString(4), row.getString(5)),
                        new Tally(row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9), 0),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12),
                        row.getString(13)));
            }
        }
        return imports;
    }

    Quality quality(int importId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT duplicates, spikes, gaps, longest_gap_ns, off_hours FROM bar_import WHERE id = ?")) {
            query.setInt(1, importId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Quality(
                        row.getLong(1), 0, row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), List.of());
            }
        }
    }

    void addImport(StoredImport added, int series, Quality quality) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO bar_import VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now(), ?, true, ?, ?, ?, ?, ?)""")) {
            Array files =
                    connection.createArrayOf("VARCHAR", added.origin().files().toArray());
            insert.setInt(1, added.id());
            insert.setInt(2, series);
            insert.setArray(3, files);
            insert.setString(4, added.origin().format());
            insert.setString(5, added.origin().sha256());
            insert.setLong(6, added.tally().rowsRead());
            insert.setLong(7, added.tally().accepted());
            insert.setLong(8, added.tally().rejected());
            insert.setLong(9, added.tally().outOfOrder());
            insert.setLong(10, added.replaced());
            insert.setLong(11, added.firstNs());
            insert.setLong(12, added.lastNs());
            insert.setString(13, added.dataDigest());
            insert.setLong(14, quality.duplicates());
            insert.setLong(15, quality.spikes());
            insert.setLong(16, quality.gaps());
            insert.setLong(17, quality.longestGapNs());
            insert.setLong(18, quality.offHours());
            insert.executeUpdate();
        }
    }

    void addRejections(int importId, List<Rejection> rejections) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bar_rejection VALUES (?, ?, ?, ?)")) {
            for (Rejection rejection : rejections) {
                insert.setInt(1, importId);
                insert.setString(2, rejection.file());
                insert.setLong(3, rejection.line());
                insert.setString(4, rejection.reason());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    List<Rejection> rejections(int importId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT file, line, reason FROM bar_rejection WHERE import = ? ORDER BY rowid")) {
            query.setInt(1, importId);
            try (ResultSet rows = query.executeQuery()) {
                List<Rejection> rejections = new ArrayList<>();
                while (rows.next()) {
                    rejections.add(new Rejection(rows.getString(1), rows.getLong(2), rows.getString(3)));
                }
                return rejections;
            }
        }
    }
}
