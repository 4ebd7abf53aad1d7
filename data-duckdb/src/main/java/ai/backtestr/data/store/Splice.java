package ai.backtestr.data.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/// Fits a new part in where parts of its symbol overlap with it, so that none overlap afterwards:
///
/// ```
///   stored        |------- A -------|      |------- B -------|
///   new                       |------ N ------|
///   replaced      |---- A ----|------ N ------|--- B's end --|
///   merged        |---- A ----|-- A + N + B --|--- B's end --|
/// ```
///
/// Works within the connection's transaction and is used by one thread.
final class Splice {
    private final Connection connection;
    private final Catalogue catalogue;
    private final String symbol;
    private final Part added;
    private final List<Part> overlapped;

    Splice(Connection connection, String symbol, Part added, List<Part> overlapped) {
        this.connection = connection;
        catalogue = new Catalogue(connection);
        this.symbol = symbol;
        this.added = added;
        this.overlapped = overlapped;
    }

    /// Puts the new part in the place of what is stored within its time.
    ///
    /// @return how many ticks it replaced
    long replace() throws SQLException {
        long replaced = moveEnds();
        catalogue.addPart(symbol, added);
        return replaced;
    }

    /// Puts the new part and what is stored within its time together.
    void merge() throws SQLException {
        int merged = catalogue.nextPartId(added.id());
        run("INSERT INTO tick SELECT " + merged + ", " + PartWriter.COLUMNS + " FROM tick WHERE part = " + added.id()
                + " OR (part IN (" + ids() + ") AND " + StoredTime.from(added.firstNs()) + " AND NOT (" + behind()
                + ")) ORDER BY ms, ns, part = " + added.id() + ", rowid");
        run("DELETE FROM tick WHERE part = " + added.id());
        Part whole = catalogue.measured(merged);
        catalogue.addPart(symbol, whole);
        moveEnds();
    }

    /// Leaves in the stored parts what is before the new one, and makes a part of what is after it.
    ///
    /// @return how many ticks within the time of the new one are gone
    private long moveEnds() throws SQLException {
        long before = overlapped.stream().mapToLong(Part::ticks).sum();
        long kept = 0;
        for (Part part : overlapped) {
            if (part.lastNs() > added.lastNs()) {
                int end = catalogue.nextPartId(added.id());
                run("INSERT INTO tick SELECT " + end + ", " + PartWriter.COLUMNS + " FROM tick WHERE part = "
                        + part.id() + " AND " + behind() + " ORDER BY ms, ns, rowid");
                kept += add(end);
            }
        }
        run("DELETE FROM tick WHERE part IN (" + ids() + ") AND " + StoredTime.from(added.firstNs()));
        for (Part part : overlapped) {
            catalogue.removePart(part.id());
            if (part.firstNs() < added.firstNs()) {
                kept += add(part.id());
            }
        }
        return before - kept;
    }

    private long add(int id) throws SQLException {
        Part part = catalogue.measured(id);
        catalogue.addPart(symbol, part);
        return part.ticks();
    }

    private String behind() {
        long lastNs = added.lastNs();
        return "(ms > " + StoredTime.ms(lastNs) + " OR (ms = " + StoredTime.ms(lastNs) + " AND ns > "
                + StoredTime.ns(lastNs) + "))";
    }

    private String ids() {
        return overlapped.stream().map(part -> Integer.toString(part.id())).collect(Collectors.joining(", "));
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
