package ai.backtestr.engine.order;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What orders and positions take for the distance between bid and ask. Bars and indicators keep to the data.
public sealed interface SpreadModel {
    /// As recorded.
    record FromData() implements SpreadModel {
        @Override
        public String toString() {
            return "data";
        }
    }

    /// Always the same, around the middle of the recorded quote or the recorded trade. Where the middle falls
    /// between two price units, both sides go down by half a unit.
    ///
    /// @param units not below 0, at the instrument's price scale
    record Fixed(long units) implements SpreadModel {
        public Fixed {
            if (units < 0) {
                throw new IllegalArgumentException("a spread of " + units + " is below 0");
            }
        }

        @Override
        public String toString() {
            return "fixed " + units;
        }
    }

    /// As recorded times a factor, around the middle, rounded away from 0 to whole price units.
    ///
    /// @param factor from 0, with up to four decimals
    record Times(BigDecimal factor) implements SpreadModel {
        public Times {
            if (factor.signum() < 0 || factor.stripTrailingZeros().scale() > 4) {
                throw new IllegalArgumentException(
                        "a spread is multiplied by a factor from 0 with up to four decimals, not by " + factor);
            }
        }

        @Override
        public String toString() {
            return "times " + factor.stripTrailingZeros().toPlainString();
        }
    }

    /// Returns the spread for a recorded one, which is below 0 where the quote is crossed.
    default long units(long recorded) {
        return switch (this) {
            case FromData data -> recorded;
            case Fixed fixed -> fixed.units;
            case Times times ->
                BigDecimal.valueOf(recorded)
                        .multiply(times.factor)
                        .setScale(0, RoundingMode.UP)
                        .longValueExact();
        };
    }
}
