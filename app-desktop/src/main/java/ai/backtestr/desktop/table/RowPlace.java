package ai.backtestr.desktop.table;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.engine.time.WallClock;
import java.time.DateTimeException;
import java.util.regex.Pattern;

/// A place in a table as users type it: the number of a row, or a moment.
///
/// @param isTime whether it is a moment
/// @param value the moment in nanoseconds since the epoch, UTC, or the row, counted from 0
public record RowPlace(boolean isTime, long value) {
    private static final Pattern ROW_NUMBER = Pattern.compile("[0-9][0-9,_' ]*");
    private static final Pattern SEPARATORS = Pattern.compile("[,_' ]");

    /// Reads what was typed: a row counted from 1, `1,000,000` or `1_000_000` as well, or a moment as
    /// [WallClock#parse] takes it.
    ///
    /// @throws ProblemException if it is neither
    public static RowPlace parse(String text, WallClock clock) {
        String typed = text.strip();
        try {
            return ROW_NUMBER.matcher(typed).matches()
                    ? new RowPlace(
                            false,
                            Math.max(1, Long.parseLong(SEPARATORS.matcher(typed).replaceAll(""))) - 1)
                    : new RowPlace(true, clock.parse(typed));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            throw new ProblemException(
                    "'" + typed + "' is neither a row nor a time, such as 2020-03-09 14:30:05.250", e);
        }
    }
}
