package ai.backtestr.engine.indicator;

import ai.backtestr.engine.strategy.Parameter;
import java.math.BigDecimal;

/// The kinds of parameters that indicators have.
final class Settable {
    /// The longest period, as of the strategies' averages; it bounds what one indicator holds to some 400 kB.
    private static final int LONGEST = 10_000;

    private static final BigDecimal LARGEST_FACTOR = new BigDecimal(1000);

    private Settable() {}

    /// A number of bars called `period`, from 1.
    static Parameter period(int usual, String description) {
        return bars("period", usual, 1, description);
    }

    /// A number of bars, from `minimum`.
    static Parameter bars(String name, int usual, int minimum, String description) {
        return new Parameter.WholeNumber(name, description, usual, minimum, LONGEST);
    }

    /// A factor, from 0.
    static Parameter factor(String name, String usual, String description) {
        return new Parameter.DecimalNumber(name, description, new BigDecimal(usual), BigDecimal.ZERO, LARGEST_FACTOR);
    }

    /// A share, from 0 to 1.
    static Parameter share(String name, String usual, String description) {
        return new Parameter.DecimalNumber(name, description, new BigDecimal(usual), BigDecimal.ZERO, BigDecimal.ONE);
    }
}
