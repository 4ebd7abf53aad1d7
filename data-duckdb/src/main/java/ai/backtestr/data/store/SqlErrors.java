package ai.backtestr.data.store;

import java.sql.SQLException;

/// Brings the database's messages down to one line.
final class SqlErrors {
    private SqlErrors() {}

    /// Returns the message without the echo of the statement (`LINE 1: ...`) and without stack traces.
    static String oneLine(SQLException e) {
        String message = String.valueOf(e.getMessage());
        int echo = message.indexOf("\n\nLINE ");
        String told = echo < 0 ? message : message.substring(0, echo);
        int trace = told.indexOf("\n\tat ");
        return (trace < 0 ? told : told.substring(0, trace)).strip().replaceAll("\\s*\\n\\s*", "; ");
    }
}
