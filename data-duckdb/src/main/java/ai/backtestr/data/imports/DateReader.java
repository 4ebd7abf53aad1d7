package ai.backtestr.data.imports;

import ai.backtestr.engine.time.Times;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Reads dates that stand without a time of day as midnight UTC: `2013-01-31`, `2013/01/31`, `2013.01.31`,
/// `20130131`, `31.01.2013`, or of a pattern stated. Used by one thread.
final class DateReader implements TimeReader {
    private static final DateTimeFormatter YEAR_FIRST = ImportOptions.pattern("uuuuMMdd");
    private static final DateTimeFormatter DAY_FIRST = ImportOptions.pattern("dd.MM.uuuu");

    private final int field;
    private final @Nullable DateTimeFormatter stated;
    private long timeNs;
    private String reason = "";

    DateReader(int field, @Nullable DateTimeFormatter stated) {
        this.field = field;
        this.stated = stated;
    }

    @Override
    public boolean read(Row row) {
        String text = row.text(field);
        try {
            timeNs = Times.nanos(date(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            return true;
        } catch (DateTimeException | ArithmeticException e) {
            reason = text.isBlank() ? "time is empty" : "time '" + text + "' is not a date such as 2013-11-25";
            return false;
        }
    }

    private LocalDate date(String text) {
        if (stated != null) {
            return LocalDate.parse(text, stated);
        }
        boolean dayFirst = text.length() == 10 && text.charAt(2) == '.';
        return dayFirst
                ? LocalDate.parse(text, DAY_FIRST)
                : LocalDate.parse(
                        text.length() == 10 && text.charAt(4) == text.charAt(7)
                                ? text.substring(0, 4) + text.substring(5, 7) + text.substring(8)
                                : text,
                        YEAR_FIRST);
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
