package ai.backtestr.desktop.window;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.workspace.CoveredDay;
import ai.backtestr.desktop.workspace.DataFacts.Day;
import ai.backtestr.desktop.workspace.StoredData;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Says what is stored of some days.
final class CoverageText {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

    private CoverageText() {}

    /// Returns it in a line, such as `Tue 6 May 2014: 12,345 ticks`.
    ///
    /// @param days at least one, one after the other
    static String of(List<CoveredDay> days, StoredData of) {
        String first = date(days.getFirst(), of);
        return days.size() == 1
                ? first + ": " + day(days.getFirst(), of)
                : first + " – " + date(days.getLast(), of) + ": " + several(days, of);
    }

    private static String date(CoveredDay day, StoredData of) {
        return DATE.format(of.instrument().calendar().tradingDate(day.startNs()));
    }

    private static String day(CoveredDay day, StoredData of) {
        return switch (day.has()) {
            case PRESENT -> FigureText.count(day.rows()) + " " + of.kind();
            case MISSING -> "no " + of.kind() + ", though the calendar has a session";
            case CLOSED -> "closed";
        };
    }

    private static String several(List<CoveredDay> days, StoredData of) {
        long rows = days.stream().mapToLong(CoveredDay::rows).sum();
        long present = days.stream().filter(day -> day.has() == Day.PRESENT).count();
        long missing = days.stream().filter(day -> day.has() == Day.MISSING).count();
        return FigureText.count(rows) + " " + of.kind() + " on " + present + (present == 1 ? " day" : " days")
                + (missing == 0 ? "" : ", " + missing + (missing == 1 ? " trading day" : " trading days") + " without");
    }
}
