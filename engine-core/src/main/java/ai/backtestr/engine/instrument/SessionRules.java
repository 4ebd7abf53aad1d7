package ai.backtestr.engine.instrument;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// On which trading dates there are sessions, and when they open and close by the clock on the wall. Read from the
/// text of a calendar; two are equal if their texts are.
public final class SessionRules {
    /// What is otherwise on a date.
    ///
    /// @param date which date
    /// @param open when the session opens; null where there is none
    /// @param close when it closes; null where there is none
    record SpecialDate(
            DateRule date,
            @Nullable LocalTime open,
            @Nullable LocalTime close) {}

    private final String text;
    private final Set<DayOfWeek> week;
    private final LocalTime open;
    private final LocalTime close;
    private final List<SpecialDate> special;

    /// @param text the calendar's statements, a line each, without remarks
    /// @param week the days of the week with sessions
    /// @param open when a session opens
    /// @param close when it closes, on the date after where that is not later
    /// @param special dates on which it is otherwise; of several that fall on a date the first counts
    SessionRules(String text, Set<DayOfWeek> week, LocalTime open, LocalTime close, List<SpecialDate> special) {
        this.text = text;
        this.week = Set.copyOf(week);
        this.open = open;
        this.close = close;
        this.special = List.copyOf(special);
    }

    /// Returns the calendar's statements, a line each, without remarks.
    public String text() {
        return text;
    }

    boolean hasSessionsOn(DayOfWeek day) {
        return week.contains(day);
    }

    LocalTime open() {
        return open;
    }

    LocalTime close() {
        return close;
    }

    /// Returns what is otherwise on a date; null if nothing is.
    @Nullable
    SpecialDate specialOn(LocalDate date) {
        for (SpecialDate candidate : special) {
            if (candidate.date.falls(date)) {
                return candidate;
            }
        }
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionRules rules && rules.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
