package ai.backtestr.benchmarks.scrub;

import java.io.PrintStream;
import java.util.Locale;

/// Prints what was measured beside what was aimed at, and remembers whether any target was missed.
final class Targets {
    private static final String ROW = "%-58s %14s   %-16s %s%n";

    private final PrintStream out;
    private boolean missed;

    Targets(PrintStream out) {
        this.out = out;
    }

    void heading(String text) {
        out.println();
        out.printf(Locale.ROOT, ROW, text, "measured", "target", "");
    }

    void below(String what, double measured, String unit, double most) {
        boolean met = measured < most;
        missed |= !met;
        out.printf(Locale.ROOT, ROW, what, number(measured, unit), "< " + number(most, unit), met ? "met" : "MISSED");
    }

    void above(String what, double measured, String unit, double least) {
        boolean met = measured > least;
        missed |= !met;
        out.printf(Locale.ROOT, ROW, what, number(measured, unit), "> " + number(least, unit), met ? "met" : "MISSED");
    }

    void told(String what, double measured, String unit) {
        out.printf(Locale.ROOT, ROW, what, number(measured, unit), "", "");
    }

    void skipped(String what, String why) {
        out.printf(Locale.ROOT, ROW, what, "skipped", why, "");
    }

    private static String number(double value, String unit) {
        String digits = value == Math.rint(value) && Math.abs(value) < 1e15 ? "%,.0f" : "%,.3f";
        return String.format(Locale.ROOT, digits, value) + " " + unit;
    }

    boolean anyMissed() {
        return missed;
    }
}
