package ai.backtestr.engine.instrument;

import ai.backtestr.engine.instrument.SessionRules.SpecialDate;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads a calendar from its text: a statement a line, words between spaces, `#` before a remark.
///
///     zone     America/New_York     whose clock counts
///     day      17:00                when a trading day begins; from noon on, the day goes by the next date
///     year     252                  trading days in a year
///     week     mon-fri              trading dates with sessions
///     session  17:00 16:00          opening and close
///     closed   DATE                 no session on that date
///     closes   13:00 DATE           an early close
///     opens    10:00 DATE           a late opening
///
/// DATE is `2012-10-29`, `12-25`, `nov thu 4`, `may mon last`, or `easter -2`. Behind it: `+1` for the day after,
/// `sat=fri` and `sun=mon` for the day kept instead, `on mon,tue` for the weekdays on which it counts, and `since`,
/// `until`, `in` and `except` with years. Of several statements for one date the first counts.
final class CalendarText {
    private final Map<String, String[]> single = new HashMap<>();
    private final List<SpecialDate> special = new ArrayList<>();
    private final List<String[]> statements = new ArrayList<>();
    private final StringBuilder plainText = new StringBuilder();

    private CalendarText() {}

    /// @throws IllegalArgumentException naming the line that cannot be read, or the statement that is missing
    static TradingCalendar parse(String name, String text) {
        return new CalendarText().read(name, text);
    }

    private TradingCalendar read(String name, String text) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String plain = line.replaceFirst("#.*", "").strip();
            try {
                if (!plain.isEmpty()) {
                    String[] words = plain.split("\\s+", -1);
                    take(words);
                    plainText.append(String.join(" ", words)).append('\n');
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException("calendar " + name + ", line " + number + ": " + e.getMessage(), e);
            }
        }
        try {
            return calendar(name);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("calendar " + name + ": " + e.getMessage(), e);
        }
    }

    private void take(String[] words) {
        switch (words[0]) {
            case "zone", "day", "year", "week", "session" -> {
                if (single.putIfAbsent(words[0], words) != null) {
                    throw new IllegalArgumentException("'" + words[0] + "' is stated twice");
                }
            }
            case "closed", "closes", "opens" -> statements.add(words);
            default ->
                throw new IllegalArgumentException(
                        "'" + words[0] + "' is none of zone, day, year, week, session, closed," + " closes, opens");
        }
        read(words);
    }

    /// Reads a statement as far as it can be understood by itself, so that what is wrong is told with its line.
    private void read(String[] words) {
        switch (words[0]) {
            case "zone" -> ZoneId.of(word(words, 1));
            case "day" -> time(word(words, 1));
            case "year" -> days(word(words, 1));
            case "week" -> weekdays(word(words, 1));
            case "session" -> {
                time(word(words, 1));
                time(word(words, 2));
            }
            case "closed" -> date(words, 1);
            default -> {
                time(word(words, 1));
                date(words, 2);
            }
        }
    }

    private TradingCalendar calendar(String name) {
        String[] session = stated("session");
        LocalTime open = time(session[1]);
        LocalTime close = time(session[2]);
        for (String[] words : statements) {
            special.add(
                    switch (words[0]) {
                        case "closed" -> new SpecialDate(date(words, 1), null, null);
                        case "closes" -> new SpecialDate(date(words, 2), open, time(words[1]));
                        default -> new SpecialDate(date(words, 2), time(words[1]), close);
                    });
        }
        return new TradingCalendar(
                name,
                ZoneId.of(stated("zone")[1]),
                time(stated("day")[1]),
                days(stated("year")[1]),
                new SessionRules(plainText.toString(), weekdays(stated("week")[1]), open, close, special));
    }

    private String[] stated(String statement) {
        String[] words = single.get(statement);
        if (words == null) {
            throw new IllegalArgumentException("'" + statement + "' is missing");
        }
        return words;
    }

    private static String word(String[] words, int at) {
        if (at >= words.length) {
            throw new IllegalArgumentException("'" + words[0] + "' needs more behind it");
        }
        return words[at];
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a time of day like 09:30", e);
        }
    }

    private static int days(String text) {
        int days = number(text);
        if (days < 1 || days > 366) {
            throw new IllegalArgumentException(days + " days are not a year's");
        }
        return days;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number", e);
        }
    }

    /// `mon-fri` or `mon,tue`.
    private static Set<DayOfWeek> weekdays(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", 2);
            DayOfWeek last = weekday(ends[ends.length - 1]);
            DayOfWeek day = weekday(ends[0]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek weekday(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).equals(text.toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a weekday like mon");
    }

    private static DateRule date(String[] words, int from) {
        Deque<String> rest = new ArrayDeque<>(List.of(words).subList(from, words.length));
        DateRule.DayOfYear day = day(rest, words);
        DateRule.Years years = DateRule.Years.ALL;
        Set<DayOfWeek> on = EnumSet.allOf(DayOfWeek.class);
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (rest.isEmpty()) {
                throw new IllegalArgumentException("'" + option + "' cannot stand here");
            }
            String value = rest.pop();
            switch (option) {
                case "on" -> on = weekdays(value);
                case "since" ->
                    years = new DateRule.Years(number(value), years.until(), years.named(), years.butThese());
                case "until" ->
                    years = new DateRule.Years(years.since(), number(value), years.named(), years.butThese());
                case "in" -> years = new DateRule.Years(years.since(), years.until(), numbers(value), false);
                case "except" -> years = new DateRule.Years(years.since(), years.until(), numbers(value), true);
                default ->
                    throw new IllegalArgumentException("'" + option + "' is none of on, since, until, in, except");
            }
        }
        return new DateRule(day, years, on);
    }

    private static Set<Integer> numbers(String text) {
        Set<Integer> numbers = new HashSet<>();
        for (String part : text.split(",", -1)) {
            numbers.add(number(part));
        }
        return numbers;
    }

    private static DateRule.DayOfYear day(Deque<String> rest, String[] words) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("'" + words[0] + "' needs a date");
        }
        String first = rest.pop();
        if (first.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return new DateRule.OneDay(LocalDate.parse(first));
        }
        if (first.matches("\\d\\d-\\d\\d")) {
            return sameDay(MonthDay.parse("--" + first), rest);
        }
        if (first.equals("easter")) {
            return new DateRule.Easter(later(rest));
        }
        return weekdayOf(first, rest);
    }

    private static DateRule.DayOfYear sameDay(MonthDay day, Deque<String> rest) {
        int fromSaturday = 0;
        int fromSunday = 0;
        while (!rest.isEmpty() && rest.peek().contains("=")) {
            String kept = rest.pop();
            switch (kept) {
                case "sat=fri" -> fromSaturday = -1;
                case "sat=mon" -> fromSaturday = 2;
                case "sun=mon" -> fromSunday = 1;
                case "sun=fri" -> fromSunday = -2;
                default ->
                    throw new IllegalArgumentException("'" + kept + "' is none of sat=fri, sat=mon, sun=mon, sun=fri");
            }
        }
        return new DateRule.SameDay(day, fromSaturday, fromSunday);
    }

    private static DateRule.DayOfYear weekdayOf(String month, Deque<String> rest) {
        if (rest.size() < 2) {
            throw new IllegalArgumentException(
                    "'" + month + "' begins no date; write one like 2012-10-29, 12-25, nov thu 4 or easter -2");
        }
        DayOfWeek weekday = weekday(rest.pop());
        String ordinal = rest.pop();
        int which = ordinal.equals("last") ? -1 : number(ordinal);
        if (which == 0 || which < -1 || which > 4) {
            throw new IllegalArgumentException("'" + ordinal + "' is none of 1, 2, 3, 4, last");
        }
        return new DateRule.Weekday(month(month), weekday, which, later(rest));
    }

    private static int later(Deque<String> rest) {
        String next = rest.peek();
        return next != null && next.matches("[+-]\\d+") ? number(rest.pop()) : 0;
    }

    private static int month(String text) {
        for (Month month : Month.values()) {
            if (month.name().substring(0, 3).equals(text.toUpperCase(Locale.ROOT))) {
                return month.getValue();
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a month like nov");
    }
}
