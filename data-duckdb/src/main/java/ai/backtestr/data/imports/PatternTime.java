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
import org.jspecify.annotations.Nullable;

/// Reads times of a pattern that the user states; date and time of day in two columns are joined by a blank. Used
/// by one thread.
final class PatternTime implements TimeReader {
    private final int dateField;
    private final int timeField;
    private final DateTimeFormatter pattern;
    private final LocalZone zone;
    private long timeNs;
    private String reason = "";

    PatternTime(int dateField, int timeField, DateTimeFormatter pattern, ZoneId zone) {
        this.dateField = dateField;
        this.timeField = timeField;
        this.pattern = pattern;
        this.zone = new LocalZone(zone);
    }

    @Override
    public boolean read(Row row) {
        String text = dateField == Columns.NONE ? row.text(timeField) : row.text(dateField) + " " + row.text(timeField);
        try {
            TemporalAccessor read = pattern.parse(text);
            timeNs = read.isSupported(ChronoField.INSTANT_SECONDS)
                    ? Times.nanos(Instant.from(read))
                    : zone.toUtc(Times.nanos(LocalDateTime.from(read).toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException | ArithmeticException e) {
            reason = text.isBlank() ? "time is empty" : "time '" + text + "' does not fit the pattern stated";
            return false;
        }
        if (timeNs == LocalZone.NONE) {
            reason = "time '" + text + "' does not exist in " + zone.zone() + ", where clocks went forward";
            return false;
        }
        return true;
    }

    @Override
    public long timeNs() {
        return timeNs;
    }

    @Override
    public @Nullable EpochUnit unit() {
        return null;
    }

    @Override
    public String reason() {
        return reason;
    }
}
