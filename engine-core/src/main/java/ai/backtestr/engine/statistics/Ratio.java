package ai.backtestr.engine.statistics;

/// Quotients that are `NaN`, which stands for undefined, where the denominator is 0.
final class Ratio {
    private Ratio() {}

    static double of(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }

    static double of(long part, long whole) {
        return of((double) part, (double) whole);
    }

    static double percent(long part, long whole) {
        return 100 * of(part, whole);
    }
}
