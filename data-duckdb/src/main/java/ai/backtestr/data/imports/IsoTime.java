package ai.backtestr.data.imports;

import ai.backtestr.engine.time.Times;
import java.time.DateTimeException;
import java.time.LocalDate;

/// Reads `2013-01-01 22:00:00.295000+00:00` and its kin: `T` or a blank, seconds and up to nine decimals optional,
/// `Z` or an offset as `+hh`, `+hhmm` or `+hh:mm` optional, without either UTC.
///
/// Keeps the last date, as rows of one day follow each other. Used by one thread.
final class IsoTime {
    private static final long MINUTE_NS = 60 * Times.SECOND_NS;
    private static final int FRACTION_DIGITS = 9;

    private char[] chars = new char[0];
    private int at;
    private int end;
    private boolean wrong;
    private int dateKey;
    private long dayNs;
    private long timeNs;

    /// Reads the field; the time is [#timeNs()] then.
    ///
    /// @return whether it is a time within the years 1678 to 2261
    boolean read(Row row, int field) {
        chars = row.chars();
        at = row.start(field);
        end = row.end(field);
        wrong = false;
        if (!date()) {
            return false;
        }
        long sinceMidnight = timeOfDay();
        timeNs = dayNs + sinceMidnight - offset();
        return !wrong && at == end;
    }

    long timeNs() {
        return timeNs;
    }

    private boolean date() {
        int year = number(4, 9999);
        separator('-', '-');
        int month = number(2, 12);
        separator('-', '-');
        int day = number(2, 31);
        int key = (year * 16 + month) * 32 + day;
        if (wrong || year < 1678 || year > 2261) {
            return false;
        }
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
        separator('T', ' ');
        long minutes = number(2, 23) * 60L;
        separator(':', ':');
        minutes += number(2, 59);
        if (!skip(':')) {
            return minutes * MINUTE_NS;
        }
        return minutes * MINUTE_NS + number(2, 59) * Times.SECOND_NS + fraction();
    }

    private long fraction() {
        if (!skip('.')) {
            return 0;
        }
        long nanos = 0;
        int digits = 0;
        for (; at < end && isDigit(chars[at]); at++, digits++) {
            nanos = nanos * 10 + (chars[at] - '0');
            wrong |= digits == FRACTION_DIGITS;
        }
        wrong |= digits == 0;
        for (; digits < FRACTION_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private long offset() {
        if (at == end || skip('Z')) {
            return 0;
        }
        long sign = skip('+') ? 1 : -1;
        if (sign < 0) {
            separator('-', '-');
        }
        long minutes = number(2, 18) * 60L;
        if (at < end) {
            skip(':');
            minutes += number(2, 59);
        }
        return sign * minutes * MINUTE_NS;
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

    private void separator(char one, char other) {
        wrong |= !(skip(one) || skip(other));
    }

    private boolean skip(char expected) {
        if (at < end && chars[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
