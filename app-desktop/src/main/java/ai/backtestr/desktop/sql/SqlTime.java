package ai.backtestr.desktop.sql;

import ai.backtestr.data.store.QueryResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Times as the store writes them: `2024-08-08 23:54:14.087+00`, or `2024-08-08` for a date, which is its midnight;
/// all UTC.
final class SqlTime {
    private static final int DATE_LENGTH = 10;
    private static final String UTC = "+00";

    private SqlTime() {}

    /// Tells whether a column holds times or dates.
    static boolean isIn(QueryResult.Column column) {
        boolean isList = column.type().endsWith("]");
        return !isList
                && (column.type().startsWith("TIMESTAMP") || column.type().equals("DATE"));
    }

    /// @throws java.time.DateTimeException if the text is none, as `infinity` is
    static Instant parse(String text) {
        if (text.length() <= DATE_LENGTH) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        int end = text.endsWith(UTC) ? text.length() - UTC.length() : text.length();
        return Instant.parse(text.substring(0, DATE_LENGTH) + "T" + text.substring(DATE_LENGTH + 1, end) + "Z");
    }

    /// Writes a moment in SQL as a value of a column's type; what is finer than that is cut off.
    ///
    /// @param timeNs nanoseconds since the epoch, UTC
    static String literal(long timeNs, QueryResult.Column column) {
        long unitNs = switch (column.type()) {
            case "TIMESTAMP_NS" -> 1;
            case "TIMESTAMP_MS" -> 1_000_000;
            case "TIMESTAMP_S" -> 1_000_000_000;
            case "DATE" -> 86_400_000_000_000L;
            default -> 1_000;
        };
        String exact = "make_timestamp_ns(" + Math.floorDiv(timeNs, unitNs) * unitNs + ")";
        return unitNs == 1 ? exact : "CAST(CAST(" + exact + " AS TIMESTAMP) AS " + column.type() + ")";
    }
}
