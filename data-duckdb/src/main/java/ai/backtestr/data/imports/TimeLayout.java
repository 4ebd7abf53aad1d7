package ai.backtestr.data.imports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// How a file writes its times.
sealed interface TimeLayout {
    /// Makes a reader of such times in the columns of that layout.
    TimeReader reader(Columns columns, char point);

    /// Says it in words; nothing of counts whose unit the rows tell.
    String describe();

    /// Tells whether a time can depend on those in the rows above, as it does in the hour that a clock shows twice.
    default boolean looksBack() {
        return false;
    }

    /// Counts since the epoch.
    ///
    /// @param unit what they count; `null` if their magnitude tells it
    record Epoch(@Nullable EpochUnit unit) implements TimeLayout {
        @Override
        public TimeReader reader(Columns columns, char point) {
            return new EpochTime(columns.at(ColumnRole.TIME), point, unit);
        }

        @Override
        public String describe() {
            return unit == null ? "" : "times in " + unit;
        }
    }

    /// Dates with a time of day.
    ///
    /// @param zone the zone of times that name none
    /// @param named whether the texts name their zone themselves
    record Calendar(ZoneId zone, boolean named) implements TimeLayout {
        @Override
        public TimeReader reader(Columns columns, char point) {
            return new CalendarTime(columns.at(ColumnRole.DATE), columns.at(ColumnRole.TIME), zone);
        }

        @Override
        public String describe() {
            return named ? "times with their zone" : "times of " + zoneName(zone);
        }

        @Override
        public boolean looksBack() {
            return !zone.getRules().isFixedOffset();
        }
    }

    /// Milliseconds since midnight.
    ///
    /// @param day the day
    /// @param zone the zone whose midnight it is
    record SinceMidnight(LocalDate day, ZoneId zone) implements TimeLayout {
        @Override
        public TimeReader reader(Columns columns, char point) {
            return new ClockTime(columns.at(ColumnRole.TIME), point, day, zone);
        }

        @Override
        public String describe() {
            return "milliseconds since midnight of " + zoneName(zone);
        }

        @Override
        public boolean looksBack() {
            return !zone.getRules().isFixedOffset();
        }
    }

    /// Texts of a stated pattern.
    ///
    /// @param text the pattern as stated
    /// @param zone the zone of times that name none
    record Pattern(String text, ZoneId zone) implements TimeLayout {
        @Override
        public TimeReader reader(Columns columns, char point) {
            DateTimeFormatter pattern = ImportOptions.pattern(text);
            return new PatternTime(columns.at(ColumnRole.DATE), columns.at(ColumnRole.TIME), pattern, zone);
        }

        @Override
        public String describe() {
            return "times like " + text + " of " + zoneName(zone);
        }

        @Override
        public boolean looksBack() {
            return !zone.getRules().isFixedOffset();
        }
    }

    /// Dates without a time of day: midnight UTC of each.
    ///
    /// @param text the pattern as stated; `null` for the usual forms
    record Dates(@Nullable String text) implements TimeLayout {
        @Override
        public TimeReader reader(Columns columns, char point) {
            return new DateReader(columns.at(ColumnRole.TIME), text == null ? null : ImportOptions.pattern(text));
        }

        @Override
        public String describe() {
            return text == null ? "dates" : "dates like " + text;
        }
    }

    private static String zoneName(ZoneId zone) {
        return zone.getId().equals("Z") ? "UTC" : zone.getId();
    }
}
