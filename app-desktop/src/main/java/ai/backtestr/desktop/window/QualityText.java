package ai.backtestr.desktop.window;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.workspace.DataFacts;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in words how good data is.
final class QualityText {
    private QualityText() {}

    /// Returns what stood out, such as `3 spikes, 1 gap`; empty if nothing did.
    static String found(DataFacts facts) {
        return Stream.of(
                        count(facts.rejected(), "row rejected", "rows rejected"),
                        count(facts.outOfOrder(), "out of order", "out of order"),
                        count(facts.crossed(), "crossed quote", "crossed quotes"),
                        count(facts.duplicates(), "duplicate", "duplicates"),
                        count(facts.spikes(), "spike", "spikes"),
                        count(facts.gaps(), "gap", "gaps"),
                        count(facts.offHours(), "tick off hours", "ticks off hours"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// Returns all that is known in a line.
    ///
    /// @param kind what is stored, such as `ticks`
    static String of(DataFacts facts, String kind) {
        String all = found(facts);
        String days = facts.days().isEmpty()
                ? ""
                : "; " + kind + " on " + FigureText.count(facts.count(DataFacts.Day.PRESENT)) + " days, "
                        + missing(facts.count(DataFacts.Day.MISSING));
        return (all.isEmpty() ? "nothing stood out" : all) + " in " + FigureText.count(facts.rows()) + " rows" + days;
    }

    private static String missing(long days) {
        return days == 0 ? "no trading day without" : FigureText.count(days) + " trading days without";
    }

    private static String count(long number, String one, String several) {
        return number == 0 ? "" : FigureText.count(number) + " " + (number == 1 ? one : several);
    }
}
