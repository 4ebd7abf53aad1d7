package ai.backtestr.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the store knows of the quality of imports. Works within the connection's transaction and is used by one
/// thread.
final class QualityCatalogue {
    private final Connection connection;

    QualityCatalogue(Connection connection) {
        this.connection = connection;
    }

    void add(int importId, Quality quality) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO quality VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, importId);
            insert.setLong(2, quality.duplicates());
            insert.setLong(3, quality.locked());
            insert.setLong(4, quality.spikes());
            insert.setLong(5, quality.gaps());
            insert.setLong(6, quality.longestGapNs());
            insert.setLong(7, quality.offHours());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO finding VALUES (?, ?, ?, ?)")) {
            for (Quality.Finding finding : quality.findings()) {
                insert.setInt(1, importId);
                insert.setString(2, finding.kind());
                insert.setLong(3, finding.timeNs());
                insert.setString(4, finding.detail());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    Optional<Quality> of(int importId) throws SQLException {
        List<Quality.Finding> findings = findings(importId);
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT duplicates, locked, spikes, gaps, longest_gap_ns, off_hours
                FROM quality WHERE import = ?""")) {
            query.setInt(1, importId);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Quality(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                findings))
                        : Optional.empty();
            }
        }
    }

    private List<Quality.Finding> findings(int importId) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT kind, time, detail FROM finding WHERE import = ? ORDER BY rowid")) {
            query.setInt(1, importId);
            try (ResultSet rows = query.executeQuery()) {
                List<Quality.Finding> findings = new ArrayList<>();
                while (rows.next()) {
                    findings.add(new Quality.Finding(rows.getString(1), rows.getLong(2), rows.getString(3)));
                }
                return findings;
            }
        }
    }
}
