package ai.backtestr.data.store;

import ai.backtestr.engine.instrument.TradingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The user's own calendars: a text file each in the home, of which the database keeps the last state, so that
/// instruments stay readable without the file. Used by one thread.
final class OwnCalendars {
    private static final String ENDING = ".txt";

    private final Connection connection;

    OwnCalendars(Connection connection) {
        this.connection = connection;
    }

    /// Takes over what the files of that folder, which may not exist, say now.
    ///
    /// @throws StoreException if one cannot be read, or moves the days of instruments that have ticks
    void refresh(Path folder) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS own_calendar (name VARCHAR PRIMARY KEY, text VARCHAR NOT NULL)");
        }
        if (Files.isDirectory(folder)) {
            for (Path file : files(folder)) {
                keep(read(file), file);
            }
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StoreException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static TradingCalendar read(Path file) {
        String name = file.getFileName().toString();
        try {
            return TradingCalendar.parse(name.substring(0, name.length() - ENDING.length()), Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException(file + ": " + e.getMessage() + "; mend it or move it away", e);
        }
    }

    private void keep(TradingCalendar calendar, Path file) throws SQLException {
        for (TradingCalendar before : all()) {
            boolean sameDays =
                    before.zone().equals(calendar.zone()) && before.dayStart().equals(calendar.dayStart());
            if (before.name().equals(calendar.name()) && !sameDays && isUsed(calendar.name())) {
                throw new StoreException(file + ": days begin at " + before.dayStart() + " " + before.zone()
                        + " in instruments that have this calendar; give another calendar another name");
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT OR REPLACE INTO own_calendar VALUES (?, ?)")) {
            insert.setString(1, calendar.name());
            insert.setString(2, calendar.text());
            insert.executeUpdate();
        }
    }

    private boolean isUsed(String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM instrument WHERE calendar = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /// Returns all of them, by name.
    List<TradingCalendar> all() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, text FROM own_calendar ORDER BY name")) {
            List<TradingCalendar> calendars = new ArrayList<>();
            while (rows.next()) {
                calendars.add(TradingCalendar.parse(rows.getString(1), rows.getString(2)));
            }
            return calendars;
        }
    }
}
