package ai.backtestr.data.imports;

import ai.backtestr.engine.time.Times;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Reads a date and a time of day, in one column or in two.
///
/// | part | forms |
/// |---|---|
/// | date | `2013-01-31`, `2013/01/31`, `2013.01.31`, `20130131`, `31.01.2013` |
/// | between | a blank, `T`, or nothing after `20130131` |
/// | time of day | `22:05`, `22:05:00`, `22:05:00.295`, `220500`, `220500.295`, `220500295`; up to nine decimals |
/// | zone | none, which is the file's; `Z`, `UTC`, `GMT`, `+hh`, `+hhmm`, `+hh:mm` or `GMT+hhmm` |
///
/// Keeps the last date, as rows of one day follow each other. Used by one thread.
final class CalendarTime implements TimeReader {
    private static final long MINUTE_NS = 60 * Times.SECOND_NS;
    private static final int FRACTION_DIGITS = 9;

    private final int dateField;
    private final int timeField;
    private final LocalZone zone;
    private char[] chars = new char[0];
    private int at;
    private int end;
    private boolean wrong;
    private int dateKey;
    private long dayNs;
    private long timeNs;
    private String reason = "";

    /// @param dateField the column of the date, [Columns#NONE] if the other holds both
    /// @param zone the zone of times that name none
    CalendarTime(int dateField, int timeField, ZoneId zone) {
        this.dateField = dateField;
        this.timeField = timeField;
        this.zone = new LocalZone(zone);
    }

    /// Reads the time, if it is one within the years 1678 to 2261.
    @Override
    public boolean read(Row row) {
        wrong = false;
        enter(row, dateField == Columns.NONE ? timeField : dateField);
        if (!date()) {
            return fail(row);
        }
        if (dateField == Columns.NONE) {
            wrong |= !(skip('T') || skip(' ')) && !(at < end && isDigit(chars[at]));
        } else {
            wrong |= at != end;
            enter(row, timeField);
        }
        long localNs = dayNs + timeOfDay();
        zoned(localNs);
        if (wrong || at != end) {
            return fail(row);
        }
        if (timeNs == LocalZone.NONE) {
            reason = "time '" + text(row) + "' does not exist in " + zone.zone() + ", where clocks went forward";
            return false;
        }
        return true;
    }

    private void enter(Row row, int field) {
        chars = row.chars();
        at = row.start(field);
        end = row.end(field);
    }

    private boolean fail(Row row) {
        String text = text(row);
        reason = text.isBlank()
                ? "time is empty"
                : "time '" + text + "' is not a time such as 2013-11-25T14:00:00.5 or 20131125 140000500";
        return false;
    }

    private String text(Row row) {
        return dateField == Columns.NONE ? row.text(timeField) : row.text(dateField) + " " + row.text(timeField);
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

    private boolean date() {
        boolean dayFirst = at + 2 < end && chars[at + 2] == '.';
        int day = 0;
        int month = 0;
        if (dayFirst) {
            day = number(2, 31);
            separator('.');
            month = number(2, 12);
            separator('.');
        }
        int year = number(4, 9999);
        if (!dayFirst) {
            char separator = at < end && !isDigit(chars[at]) ? chars[at] : 0;
            wrong |= separator != 0 && separator != '-' && separator != '/' && separator != '.';
            separator(separator);
            month = number(2, 12);
            separator(separator);
            day = number(2, 31);
        }
        return !wrong && year >= 1678 && year <= 2261 && day(year, month, day);
    }

    private boolean day(int year, int month, int day) {
        int key = (year * 16 + month) * 32 + day;
        if (key != dateKey) {
            try {
                dayNs = Math.multiplyExact(LocalDate.of(year, month, day).toEpochDay(), 24 * 60 * MINUTE_NS);
            } catch (DateTimeException e) {
                return false;
            }
            dateKey = key;
        }
        return true;
    }

    private long timeOfDay() {
        boolean oneDigit = at + 1 < end && chars[at + 1] == ':';
        long minutes = number(oneDigit ? 1 : 2, 23) * 60L;
        if (skip(':')) {
            minutes += number(2, 59);
            return minutes * MINUTE_NS + (skip(':') ? number(2, 59) * Times.SECOND_NS + fraction() : 0);
        }
        minutes += number(2, 59);
        return minutes * MINUTE_NS + number(2, 59) * Times.SECOND_NS + fraction();
    }

    /// The decimals of the second: behind a point or a comma, or at once where the time is digits only.
    private long fraction() {
        boolean marked = skip('.') || skip(',');
        long nanos = 0;
        int digits = 0;
        for (; at < end && isDigit(chars[at]); at++, digits++) {
            nanos = nanos * 10 + (chars[at] - '0');
            if (digits == FRACTION_DIGITS) {
                wrong = true;
                return 0;
            }
        }
        wrong |= marked && digits == 0;
        for (; digits < FRACTION_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    /// Takes the zone that the text names, or else the file's.
    private void zoned(long localNs) {
        boolean blank = skip(' ');
        boolean named = skip('Z') || skip("UTC") || skip("GMT");
        if (at == end) {
            wrong |= blank && !named;
            timeNs = named ? localNs : zone.toUtc(localNs);
            return;
        }
        long sign = skip('+') ? 1 : -1;
        if (sign < 0) {
            separator('-');
        }
        long minutes = number(2, 18) * 60L;
        if (at < end) {
            skip(':');
            minutes += number(2, 59);
        }
        timeNs = localNs - sign * minutes * MINUTE_NS;
    }

    private int number(int digits, int most) {
        int value = 0;
        for (int i = 0; i < digits; i++, at++) {
            if (at >= end || !isDigit(chars[at])) {
                wrong = true;
                return 0;
            }
            value = value * 10 + (chars[at] - '0');
        }
        wrong |= value > most;
        return value;
    }

    /// Steps over that character; 0 stands for none.
    private void separator(char expected) {
        wrong |= expected != 0 && !skip(expected);
    }

    private boolean skip(char expected) {
        if (at < end && chars[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private boolean skip(String expected) {
        if (end - at < expected.length() || !expected.equals(new String(chars, at, expected.length()))) {
            return false;
        }
        at += expected.length();
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
