package ai.backtestr.engine.order;

import ai.backtestr.engine.number.Money;
import java.math.BigDecimal;

/// How far a trailing stop stays behind the best price that its side has seen since the order reached the market.
public sealed interface Trail {
    /// Returns the distance from `reference`, above 0, both at the instrument's price scale.
    long distance(long reference);

    /// Always the same distance.
    ///
    /// @param units above 0, at the instrument's price scale
    record Offset(long units) implements Trail {
        public Offset {
            if (units <= 0) {
                throw new IllegalArgumentException("a stop trails by more than 0, not by " + units);
            }
        }

        @Override
        public long distance(long reference) {
            return units;
        }
    }

    /// A share of the best price, rounded half to even and one price unit at least.
    ///
    /// @param hundredMillionths the share in units of 10^-8, above 0 and below 10^8
    record Share(long hundredMillionths) implements Trail {
        private static final long WHOLE = 100_000_000;

        public Share {
            if (hundredMillionths <= 0 || hundredMillionths >= WHOLE) {
                throw new IllegalArgumentException(
                        "a stop trails by more than 0% and less than 100%, not by " + hundredMillionths + " / 10^8");
            }
        }

        @Override
        public long distance(long reference) {
            return Math.max(1, Money.share(reference, hundredMillionths, WHOLE));
        }
    }

    /// Returns the trail of that many percent, which has up to six decimals.
    ///
    /// @throws ArithmeticException if it has more
    static Trail percent(BigDecimal percent) {
        return new Share(percent.movePointRight(6).longValueExact());
    }
}
