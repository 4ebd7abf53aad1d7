package ai.backtestr.engine.instrument;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A date that comes once a year, by a rule.
///
/// @param day which day of a year it is
/// @param years in which years
/// @param on on which days of the week it counts; on others there is no such date in that year
record DateRule(DayOfYear day, Years years, Set<DayOfWeek> on) {
    /// A day of each year.
    sealed interface DayOfYear {
        /// Returns the day in that year; of a day that is observed beside itself, the year it belongs to counts.
        /// Null if that year has none.
        @Nullable
        LocalDate in(int year);
    }

    /// One day of one year.
    record OneDay(LocalDate date) implements DayOfYear {
        @Override
        public @Nullable LocalDate in(int year) {
            return date.getYear() == year ? date : null;
        }
    }

    /// The same day each year, kept before or after it where it falls on a weekend.
    ///
    /// @param fromSaturday days from a Saturday to the day that is kept instead: -1, 0 or 2
    /// @param fromSunday days from a Sunday: -2, 0 or 1
    record SameDay(MonthDay day, int fromSaturday, int fromSunday) implements DayOfYear {
        @Override
        public @Nullable LocalDate in(int year) {
            if (!day.isValidYear(year)) {
                return null;
            }
            LocalDate date = day.atYear(year);
            return switch (date.getDayOfWeek()) {
                case SATURDAY -> date.plusDays(fromSaturday);
                case SUNDAY -> date.plusDays(fromSunday);
                default -> date;
            };
        }
    }

    /// A weekday of a month.
    ///
    /// @param ordinal which of the month, from 1; -1 for the last
    /// @param later days after it
    record Weekday(int month, DayOfWeek weekday, int ordinal, int later) implements DayOfYear {
        @Override
        public LocalDate in(int year) {
            return LocalDate.of(year, month, 1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday))
                    .plusDays(later);
        }
    }

    /// A day counted from Easter Sunday of the Gregorian calendar.
    record Easter(int later) implements DayOfYear {
        @Override
        public LocalDate in(int year) {
            return sunday(year).plusDays(later);
        }

        /// The method of Meeus, Jones and Butcher: Jean Meeus, Astronomical Algorithms (1991), chapter 8.
        private static LocalDate sunday(int year) {
            int a = year % 19;
            int b = year / 100;
            int c = year % 100;
            int g = (8 * b + 13) / 25;
            int h = (19 * a + b - b / 4 - g + 15) % 30;
            int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
            int m = (a + 11 * h + 19 * l) / 433;
            int month = (h + l - 7 * m + 90) / 25;
            return LocalDate.of(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
        }
    }

    /// In which years a rule holds.
    ///
    /// @param named only in these, or in all but these; nothing if all count
    record Years(int since, int until, Set<Integer> named, boolean butThese) {
        static final Years ALL = new Years(Integer.MIN_VALUE, Integer.MAX_VALUE, Set.of(), true);

        boolean contain(int year) {
            return year >= since && year <= until && named.contains(year) != butThese;
        }
    }

    /// Tells whether the rule makes that date its day. Days observed beside themselves can fall into the year
    /// before or after theirs.
    boolean falls(LocalDate date) {
        return on.contains(date.getDayOfWeek())
                && (falls(date, date.getYear()) || falls(date, date.getYear() + 1) || falls(date, date.getYear() - 1));
    }

    private boolean falls(LocalDate date, int year) {
        return years.contain(year) && date.equals(day.in(year));
    }
}
