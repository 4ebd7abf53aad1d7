package ai.backtestr.data.imports;

import ai.backtestr.engine.time.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/// Reads times of a pattern that the user states; date and time of day in two columns are joined by a blank. Used
/// by one thread.
final class PatternTime extends LocalTimeReader {
    private final int dateField;
    private final int timeField;
    private final DateTimeFormatter pattern;

    PatternTime(int dateField, int timeField, DateTimeFormatter pattern, ZoneId zone) {
        super(zone);
        this.dateField = dateField;
        this.timeField = timeField;
        this.pattern = pattern;
    }

    @Override
    public boolean read(Row row) {
        String text = dateField == Columns.NONE ? row.text(timeField) : row.text(dateField) + " " + row.text(timeField);
        try {
            TemporalAccessor read = pattern.parse(text);
            return read.isSupported(ChronoField.INSTANT_SECONDS)
                    ? accept(Times.nanos(Instant.from(read)))
                    : acceptLocal(Times.nanos(LocalDateTime.from(read).toInstant(ZoneOffset.UTC)), "'" + text + "'");
        } catch (DateTimeException | ArithmeticException e) {
            return refuse(text.isBlank() ? "time is empty" : "time '" + text + "' does not fit the pattern stated");
        }
    }
}
