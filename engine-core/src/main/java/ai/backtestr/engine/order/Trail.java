package ai.backtestr.engine.order;

import ai.backtestr.engine.number.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How far a trailing stop stays behind the best price that its side has seen since the order reached the market.
public sealed interface Trail {
    /// Returns the distance from `reference`, above 0, both at the instrument's price scale.
    ///
    /// @param ranges where an average true range comes from; the one it trails by must be known
    long distance(long reference, AverageRanges ranges);

    /// Returns the average true range that it trails by; null if it trails by none.
    default @Nullable AtrRange range() {
        return null;
    }

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
        public long distance(long reference, AverageRanges ranges) {
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
        public long distance(long reference, AverageRanges ranges) {
            return Math.max(1, Money.share(reference, hundredMillionths, WHOLE));
        }
    }

    /// A multiple of an average true range, rounded half to even and one price unit at least. It is worked out anew
    /// with each better price and as each bar of the range closes, as a chandelier exit is.
    ///
    /// @param range asked for before the first tick
    /// @param multiple above 0
    record RangeMultiple(AtrRange range, BigDecimal multiple) implements Trail {
        public RangeMultiple {
            if (multiple.signum() <= 0) {
                throw new IllegalArgumentException("a stop trails by more than 0 ranges, not by " + multiple);
            }
            multiple = multiple.stripTrailingZeros();
        }

        @Override
        public long distance(long reference, AverageRanges ranges) {
            BigDecimal units = Objects.requireNonNull(ranges.units(range)).multiply(multiple);
            return Math.max(1, units.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
        }
    }

    /// Returns the trail of that many times the range.
    static Trail atr(AtrRange range, BigDecimal multiple) {
        return new RangeMultiple(range, multiple);
    }

    /// Returns the trail of that many percent, which has up to six decimals.
    ///
    /// @throws ArithmeticException if it has more
    static Trail percent(BigDecimal percent) {
        return new Share(percent.movePointRight(6).longValueExact());
    }
}
