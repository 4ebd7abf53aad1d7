package ai.backtestr.engine.order;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How an order that rests at its price comes forward in the queue, as hftbacktest defines it (`queue.rs`): trades
/// at the price always take from in front; when the size at the price falls by more than was traded, the rest left
/// in front of the order or behind it, by the probability that the kind gives to *behind*.
///
/// @param kind the function
/// @param exponent of the kinds that have one, above 0; 0 for the others
public record QueueModel(Kind kind, BigDecimal exponent) {
    /// Only trades bring it forward, and a size smaller than what was in front of it.
    public static final QueueModel CONSERVATIVE = new QueueModel(Kind.CONSERVATIVE, BigDecimal.ZERO);

    /// The functions, of the quantities in front and behind.
    public enum Kind {
        /// All that leaves without a trade was behind. hftbacktest: `RiskAdverseQueueModel`.
        CONSERVATIVE(false),
        /// `f(back) / (f(back) + f(front))`, `f(x) = ln(1 + x)` with x in whole units. `LogProbQueueFunc`.
        LOG(false),
        /// `f(back) / f(back + front)`, `f(x) = ln(1 + x)` with x in whole units. `LogProbQueueFunc2`.
        LOG2(false),
        /// `f(back) / (f(back) + f(front))`, `f(x) = x^n`. `PowerProbQueueFunc`.
        POWER(true),
        /// `f(back) / f(back + front)`, `f(x) = x^n`. `PowerProbQueueFunc2`.
        POWER2(true),
        /// `1 - f(front / (front + back))`, `f(x) = x^n`. `PowerProbQueueFunc3`.
        POWER3(true);

        private final boolean hasExponent;

        Kind(boolean hasExponent) {
            this.hasExponent = hasExponent;
        }
    }

    public QueueModel {
        exponent = exponent.stripTrailingZeros();
        if (kind.hasExponent != exponent.signum() > 0) {
            throw new IllegalArgumentException("the queue model " + name(kind)
                    + (kind.hasExponent ? " needs an exponent above 0, as in power:2" : " has no exponent"));
        }
    }

    /// Reads `conservative`, `log`, `log2`, `power:2`, `power2:2` or `power3:2`.
    ///
    /// @throws IllegalArgumentException if it is none
    public static QueueModel parse(String text) {
        String[] parts = text.split(":", -1);
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> name(each).equals(parts[0]) && parts.length <= 2)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not a queue model; there are "
                        + Arrays.stream(Kind.values())
                                .map(each -> name(each) + (each.hasExponent ? ":2" : ""))
                                .collect(Collectors.joining(", "))));
        try {
            return new QueueModel(kind, parts.length == 1 ? BigDecimal.ZERO : new BigDecimal(parts[1]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + parts[1] + "' is not a number", e);
        }
    }

    /// Returns the probability that what leaves the queue was behind, 0 to 1.
    ///
    /// @param front in front of the order, in whole units, not below 0
    /// @param back behind it, likewise
    double behind(double front, double back) {
        double n = exponent.doubleValue();
        double probability = switch (kind) {
            case CONSERVATIVE -> 1;
            case LOG -> log(back) / (log(back) + log(front));
            case LOG2 -> log(back) / log(back + front);
            case POWER -> power(back, n) / (power(back, n) + power(front, n));
            case POWER2 -> power(back, n) / power(back + front, n);
            case POWER3 -> 1 - power(front / (front + back), n);
        };
        return Double.isFinite(probability) ? probability : 1; // nobody is there
    }

    // StrictMath gives the same bits on every machine.
    private static double log(double x) {
        return StrictMath.log(1 + x);
    }

    private static double power(double x, double n) {
        return StrictMath.pow(x, n);
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// Writes what [#parse] reads.
    @Override
    public String toString() {
        return name(kind) + (kind.hasExponent ? ":" + exponent.toPlainString() : "");
    }
}
