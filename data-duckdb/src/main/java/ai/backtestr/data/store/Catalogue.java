package ai.backtestr.data.store;

import ai.backtestr.engine.instrument.Instrument;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the store knows besides the ticks: instruments, imports, rejected rows. Works within the connection's
/// transaction and is used by one thread.
final class Catalogue {
    private static final long MS_NS = 1_000_000;

    static final String INSTRUMENT = InstrumentCatalogue.COLUMNS;

    private static final String IMPORT = """
            SELECT id, files, format, rows_read, accepted, rejected, out_of_order, crossed,
                first_time, last_time, data_digest, replaced, symbol, sha256
            FROM import
            """;

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    Optional<Instrument> instrument(String symbol) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT " + INSTRUMENT + " FROM instrument i WHERE symbol = ?")) {
            query.setString(1, symbol);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(InstrumentCatalogue.read(row)) : Optional.empty();
            }
        }
    }

    /// Returns up to five known symbols, the most similar first.
    List<String> similarTo(String symbol) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT symbol FROM instrument
                ORDER BY damerau_levenshtein(upper(symbol), upper(?)), symbol LIMIT 5""")) {
            query.setString(1, symbol);
            try (ResultSet rows = query.executeQuery()) {
                List<String> symbols = new ArrayList<>();
                while (rows.next()) {
                    symbols.add(rows.getString(1));
                }
                return symbols;
            }
        }
    }

    /// Returns all instruments with their ticks; `fileBytes` is shared out by number of ticks.
    List<StoredSymbol> symbols(long fileBytes) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT " + INSTRUMENT + """
                , min(first_time), max(last_time), sum(ticks)::BIGINT,
                (?::BIGINT * sum(ticks) / (SELECT sum(ticks) FROM part))::BIGINT
                FROM instrument i JOIN part p ON p.symbol = i.symbol
                GROUP BY ALL ORDER BY i.symbol""")) {
            query.setLong(1, fileBytes);
            try (ResultSet rows = query.executeQuery()) {
                List<StoredSymbol> symbols = new ArrayList<>();
                while (rows.next()) {
                    symbols.add(new StoredSymbol(
                            InstrumentCatalogue.read(rows),
                            rows.getLong(InstrumentCatalogue.COLUMN_COUNT + 1),
                            rows.getLong(InstrumentCatalogue.COLUMN_COUNT + 2),
                            rows.getLong(InstrumentCatalogue.COLUMN_COUNT + 3),
                            rows.getLong(InstrumentCatalogue.COLUMN_COUNT + 4)));
                }
                return symbols;
            }
        }
    }

    /// Returns the parts that can hold ticks from `fromNs` up to `toNs`, in order of time.
    List<Part> parts(String symbol, long fromNs, long toNs) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT id, first_time, last_time, ticks, trades, stamp FROM part
                WHERE symbol = ? AND last_time >= ? AND first_time < ? ORDER BY first_time""")) {
            query.setString(1, symbol);
            query.setLong(2, fromNs);
            query.setLong(3, toNs);
            try (ResultSet rows = query.executeQuery()) {
                List<Part> parts = new ArrayList<>();
                while (rows.next()) {
                    parts.add(new Part(
                            rows.getInt(1),
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getBoolean(5),
                            rows.getString(6)));
                }
                return parts;
            }
        }
    }

    /// Counts the ticks of these parts from `fromNs` up to `toNs`. Of parts that are wanted whole the count is
    /// known.
    Extent extent(List<Part> parts, long fromNs, long toNs) throws SQLException {
        long ticks = 0;
        boolean trades = false;
        for (Part part : parts) {
            Extent extent =
                    part.isWithin(fromNs, toNs) ? new Extent(part.ticks(), part.trades()) : extent(part, fromNs, toNs);
            ticks += extent.ticks();
            trades |= extent.trades();
        }
        return new Extent(ticks, trades);
    }

    /// Counts the ticks of a part from `fromNs` up to `toNs`.
    long countTicks(Part part, long fromNs, long toNs) throws SQLException {
        return extent(part, fromNs, toNs).ticks();
    }

    private Extent extent(Part part, long fromNs, long toNs) throws SQLException {
        String trades = part.trades() ? "coalesce(bool_or(flags & 1 = 1), false)" : "false";
        String sql = "SELECT count(*), " + trades + " FROM tick WHERE part = " + part.id() + " AND "
                + StoredTime.from(fromNs) + " AND " + StoredTime.before(toNs);
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            row.next();
            return new Extent(row.getLong(1), row.getBoolean(2));
        }
    }

    /// Finds the latest import of that content whose ticks are all stored still.
    Optional<StoredImport> findImport(String symbol, String sha256) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                IMPORT + "WHERE symbol = ? AND sha256 = ? AND whole ORDER BY id DESC LIMIT 1")) {
            query.setString(1, symbol);
            query.setString(2, sha256);
            return imports(query).stream().findFirst();
        }
    }

    /// Returns the imports of a symbol in the order they were made.
    List<StoredImport> imports(String symbol) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IMPORT + "WHERE symbol = ? ORDER BY id")) {
            query.setString(1, symbol);
            return imports(query);
        }
    }

    private static List<StoredImport> imports(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<StoredImport> imports = new ArrayList<>();
            while (rows.next()) {
                imports.add(importOf(rows));
            }
            return imports;
        }
    }

    private static StoredImport importOf(ResultSet row) throws SQLException {
        List<String> files = Arrays.stream((Object[]) row.getArray(2).getArray())
                .map(String::valueOf)
                .toList();
        Tally tally = new Tally(row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8));
        return new StoredImport(
                row.getInt(1),
                row.getString(13),
                new Origin(files, row.getString(3), row.getString(14)),
                tally,
                row.getLong(12),
                row.getLong(9),
                row.getLong(10),
                row.getString(11));
    }

    List<Rejection> rejections(int importId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT file, line, reason FROM rejection WHERE import = ? ORDER BY rowid")) {
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

    int nextImportId() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT coalesce(max(id), 0) + 1 FROM import");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /// Returns a number above those of all parts, and above `taken`.
    int nextPartId(int taken) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT greatest(coalesce(max(id), 0), ?) + 1 FROM part")) {
            query.setInt(1, taken);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /// Returns the part of that number as its ticks are stored, under a new stamp.
    Part measured(int id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT min(ms * 1000000 + ns), max(ms * 1000000 + ns), count(*), bool_or(flags & 1 = 1),
                    uuid()::VARCHAR
                FROM tick WHERE part = ?""")) {
            query.setInt(1, id);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Part(
                        id, row.getLong(1), row.getLong(2), row.getLong(3), row.getBoolean(4), row.getString(5));
            }
        }
    }

    /// Returns the symbols and numbers of the parts whose bars are not stored, as those of an older file.
    Map<Integer, String> withoutBars() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT id, symbol FROM part WHERE id NOT IN (SELECT part FROM day_bar)");
                ResultSet rows = query.executeQuery()) {
            Map<Integer, String> parts = new HashMap<>();
            while (rows.next()) {
                parts.put(rows.getInt(1), rows.getString(2));
            }
            return parts;
        }
    }

    /// Returns the numbers of all parts.
    Set<Integer> partIds() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT id FROM part");
                ResultSet rows = query.executeQuery()) {
            Set<Integer> ids = new HashSet<>();
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
            return ids;
        }
    }

    void addPart(String symbol, Part part) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO part VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, part.id());
            insert.setString(2, symbol);
            insert.setLong(3, part.firstNs());
            insert.setLong(4, part.lastNs());
            insert.setLong(5, part.ticks());
            insert.setString(6, part.stamp());
            insert.setBoolean(7, part.trades());
            insert.executeUpdate();
        }
    }

    void removePart(int id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM part WHERE id = ?")) {
            delete.setInt(1, id);
            delete.executeUpdate();
        }
    }

    /// Remembers that imports with ticks in that time may have lost some.
    void noteReplaced(String symbol, long firstNs, long lastNs) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE import SET whole = false WHERE symbol = ? AND last_time >= ? AND first_time <= ?")) {
            update.setString(1, symbol);
            update.setLong(2, firstNs);
            update.setLong(3, lastNs);
            update.executeUpdate();
        }
    }

    void addImport(StoredImport added) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO import VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now(), ?, ?, true)""")) {
            Tally tally = added.tally();
            Array files =
                    connection.createArrayOf("VARCHAR", added.origin().files().toArray());
            insert.setInt(1, added.id());
            insert.setString(2, added.symbol());
            insert.setArray(3, files);
            insert.setString(4, added.origin().format());
            insert.setString(5, added.origin().sha256());
            insert.setLong(6, tally.rowsRead());
            insert.setLong(7, tally.accepted());
            insert.setLong(8, tally.rejected());
            insert.setLong(9, tally.outOfOrder());
            insert.setLong(10, tally.crossed());
            insert.setLong(11, added.firstNs());
            insert.setLong(12, added.lastNs());
            insert.setString(13, added.dataDigest());
            insert.setLong(14, added.replaced());
            insert.executeUpdate();
        }
    }

    void addRejections(int importId, List<Rejection> rejections) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO rejection VALUES (?, ?, ?, ?)")) {
            for (Rejection rejection : rejections) {
                insert.setInt(1, importId);
                insert.setLong(2, rejection.line());
                insert.setString(3, rejection.reason());
                insert.setString(4, rejection.file());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// Returns the trading days with ticks of a symbol, from the bars of days that are stored beside them.
    List<DayCount> days(String symbol) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT b.ms, sum(b.ticks)::BIGINT FROM day_bar b JOIN part p ON p.id = b.part
                WHERE p.symbol = ? GROUP BY b.ms ORDER BY b.ms""")) {
            query.setString(1, symbol);
            try (ResultSet rows = query.executeQuery()) {
                List<DayCount> days = new ArrayList<>();
                while (rows.next()) {
                    days.add(new DayCount(rows.getLong(1) * MS_NS, rows.getLong(2)));
                }
                return days;
            }
        }
    }
}
