package ai.backtestr.desktop.workspace;

import ai.backtestr.data.store.DayCount;
import ai.backtestr.data.store.Quality;
import ai.backtestr.data.store.StoredImport;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is known of stored data beside its extent: which days have ticks or bars, and what stood out when they were
/// imported.
///
/// @param days each trading day from the first to the last; empty for one import
/// @param rows rows read by all imports
/// @param rejected rows that could not be taken
/// @param outOfOrder rows whose time was before that of the row above
/// @param crossed quotes whose ask was below their bid
/// @param duplicates ticks equal to the one before
/// @param spikes prices away from both neighbours
/// @param gaps stretches of more than half an hour without a tick while the instrument's calendar is open
/// @param offHours ticks while it is closed
public record DataFacts(
        List<CoveredDay> days,
        long rows,
        long rejected,
        long outOfOrder,
        long crossed,
        long duplicates,
        long spikes,
        long gaps,
        long offHours) {
    /// What a day has.
    public enum Day {
        /// Ticks or bars.
        PRESENT,
        /// None, though the calendar has a session.
        MISSING,
        /// None, and none is expected.
        CLOSED
    }

    public DataFacts {
        days = List.copyOf(days);
    }

    /// Returns what stood out in one import.
    public static DataFacts ofImport(StoredImport made, Optional<Quality> quality) {
        return nothing(List.of()).plus(made, quality);
    }

    private static DataFacts nothing(List<CoveredDay> days) {
        return new DataFacts(days, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// Reads them. Waits for the disk.
    static DataFacts of(TickStore store, StoredData data) {
        String symbol = data.instrument().symbol();
        Timeframe recorded = data.recorded();
        boolean isTicks = recorded == null;
        List<StoredImport> imports =
                isTicks ? store.imports(symbol) : store.bars().imports(symbol);
        List<DayCount> present =
                recorded == null ? store.days(symbol) : store.bars().days(symbol, recorded);
        DataFacts sum = nothing(days(present, data.instrument().calendar()));
        for (StoredImport made : imports) {
            Optional<Quality> quality =
                    isTicks ? store.quality(made) : Optional.of(store.bars().quality(made));
            sum = sum.plus(made, quality);
        }
        return sum;
    }

    private DataFacts plus(StoredImport made, Optional<Quality> quality) {
        return new DataFacts(
                days,
                rows + made.tally().rowsRead(),
                rejected + made.tally().rejected(),
                outOfOrder + made.tally().outOfOrder(),
                crossed + made.tally().crossed(),
                duplicates + quality.map(Quality::duplicates).orElse(0L),
                spikes + quality.map(Quality::spikes).orElse(0L),
                gaps + quality.map(Quality::gaps).orElse(0L),
                offHours + quality.map(Quality::offHours).orElse(0L));
    }

    /// Returns what each day of the calendar has, from the first that has something to the last.
    static List<CoveredDay> days(List<DayCount> present, TradingCalendar calendar) {
        List<CoveredDay> days = new ArrayList<>();
        long startNs = present.isEmpty() ? 0 : present.getFirst().startNs();
        for (DayCount day : present) {
            while (startNs < day.startNs()) {
                days.add(new CoveredDay(startNs, isClosed(calendar, startNs) ? Day.CLOSED : Day.MISSING, 0));
                startNs = calendar.nextDayStart(startNs);
            }
            days.add(new CoveredDay(day.startNs(), Day.PRESENT, day.rows()));
            startNs = calendar.nextDayStart(day.startNs());
        }
        return days;
    }

    private static boolean isClosed(TradingCalendar calendar, long dayNs) {
        LocalDate date = calendar.tradingDate(dayNs);
        DayOfWeek day = date.getDayOfWeek();
        return calendar.hasSessions()
                ? calendar.sessionOn(date) == null
                : day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    /// Returns how many days have that.
    public long count(Day day) {
        return days.stream().filter(covered -> covered.has() == day).count();
    }

    /// Returns how many things stood out, of all kinds but rows that were rejected.
    public long findings() {
        return outOfOrder + crossed + duplicates + spikes + gaps + offHours;
    }
}
