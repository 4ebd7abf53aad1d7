package ai.backtestr.engine.indicator;

/// Checks numbers of bars that code passes to constructors; what users type is checked against the catalogue
/// before.
final class Periods {
    private Periods() {}

    /// Returns `period` if it is at least `minimum`.
    ///
    /// @param what the indicator, with its article
    /// @throws IllegalArgumentException if it is below
    static int require(String what, int period, int minimum) {
        if (period < minimum) {
            throw new IllegalArgumentException(what + " needs a period of at least " + minimum + ", not " + period);
        }
        return period;
    }

    /// Makes sure that a fast period is below the slow one.
    ///
    /// @throws IllegalArgumentException if it is not
    static void requireFastBelowSlow(int fast, int slow) {
        if (fast >= slow) {
            throw new IllegalArgumentException("parameter fast: " + fast + " is not below slow, " + slow);
        }
    }
}
