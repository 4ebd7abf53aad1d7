package ai.backtestr.engine.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// How much worse than the quote an order is filled that takes what the market gives. A limit is never passed.
public sealed interface SlippageModel {
    /// The price of the quote.
    record None() implements SlippageModel {
        @Override
        public String toString() {
            return "none";
        }
    }

    /// Always the same.
    ///
    /// @param units not below 0, at the instrument's price scale
    record Fixed(long units) implements SlippageModel {
        public Fixed {
            requireNotNegative(units);
        }

        @Override
        public String toString() {
            return "fixed " + units;
        }
    }

    /// Anything from nothing to `most`, each equally likely, drawn once for each execution from the run's seed.
    ///
    /// @param most not below 0, at the instrument's price scale
    record Random(long most) implements SlippageModel {
        public Random {
            requireNotNegative(most);
        }

        @Override
        public String toString() {
            return "random " + most;
        }
    }

    /// In proportion to how much of the quoted size is taken: all of it moves the price by `percent`, half of it by
    /// half of that, rounded up to a price unit. Nothing where the size is not known.
    ///
    /// @param percent not below 0
    record VolumeShare(BigDecimal percent) implements SlippageModel {
        public VolumeShare {
            requireNotNegative(percent.signum());
        }

        @Override
        public String toString() {
            return "volume " + percent.stripTrailingZeros().toPlainString() + "%";
        }
    }

    /// A percentage of an average true range as of the bars that have closed, rounded up to a price unit. Nothing
    /// until enough bars have.
    ///
    /// @param percent not below 0
    /// @param range of which bars, and over how many
    record AtrShare(BigDecimal percent, AtrRange range) implements SlippageModel {
        public AtrShare {
            requireNotNegative(percent.signum());
        }

        @Override
        public String toString() {
            return percent.stripTrailingZeros().toPlainString() + "% of " + range;
        }
    }

    /// Returns the average true range that it needs; null if it needs none.
    default @Nullable AtrRange neededRange() {
        return this instanceof AtrShare share ? share.range : null;
    }

    private static void requireNotNegative(long units) {
        if (units < 0) {
            throw new IllegalArgumentException("slippage of " + units + " is below 0");
        }
    }

    /// Returns by how much the execution of `quantity` at `price` is worse, where the quote shows `size` (0 if it
    /// shows none).
    default long units(long price, long quantity, long size, RandomStreams random, AverageRanges ranges) {
        return switch (this) {
            case None none -> 0;
            case Fixed fixed -> fixed.units;
            case Random drawn -> random.slippage(drawn.most);
            case VolumeShare share -> size == 0 ? 0 : shareOf(share.percent, price, quantity, size);
            case AtrShare share -> shareOf(share.percent, ranges.units(share.range));
        };
    }

    /// Tells whether what it needs to know is missing, so that it takes nothing.
    default boolean isUnknown(long size, AverageRanges ranges) {
        return switch (this) {
            case VolumeShare share -> size == 0;
            case AtrShare share -> ranges.units(share.range) == null;
            default -> false;
        };
    }

    private static long shareOf(BigDecimal percent, @Nullable BigDecimal units) {
        return units == null
                ? 0
                : percent.movePointLeft(2)
                        .multiply(units)
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact();
    }

    private static long shareOf(BigDecimal percent, long price, long quantity, long size) {
        return percent.movePointLeft(2)
                .multiply(BigDecimal.valueOf(price))
                .multiply(BigDecimal.valueOf(quantity))
                .divide(BigDecimal.valueOf(size), 0, RoundingMode.CEILING)
                .longValueExact();
    }
}
