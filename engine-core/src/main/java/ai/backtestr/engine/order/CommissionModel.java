package ai.backtestr.engine.order;

import ai.backtestr.engine.number.Money;
import java.math.BigDecimal;

/// What an execution costs.
public sealed interface CommissionModel {
    /// Returns the commission on an execution worth `notional`, both as [Money] and not negative.
    long on(long notional);

    /// Trading is free.
    record None() implements CommissionModel {
        @Override
        public long on(long notional) {
            return 0;
        }

        @Override
        public String toString() {
            return "none";
        }
    }

    /// A percentage of what was traded.
    ///
    /// @param percent from 0 to 100; 0.1 takes 0.1 %
    record Percent(BigDecimal percent) implements CommissionModel {
        public Percent {
            if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new IllegalArgumentException("commission of " + percent + "% is outside 0% to 100%");
            }
        }

        @Override
        public long on(long notional) {
            BigDecimal exact =
                    BigDecimal.valueOf(notional, Money.SCALE).multiply(percent).movePointLeft(2);
            return Money.round(exact);
        }

        @Override
        public String toString() {
            return percent.toPlainString() + "%";
        }
    }

    /// Reads `none` or a percentage like `0.1%`.
    ///
    /// @throws IllegalArgumentException if it is neither
    static CommissionModel parse(String text) {
        if (text.equals("none")) {
            return new None();
        }
        try {
            if (text.endsWith("%")) {
                return new Percent(new BigDecimal(text.substring(0, text.length() - 1)));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(notACommission(text), e);
        }
        throw new IllegalArgumentException(notACommission(text));
    }

    private static String notACommission(String text) {
        return "'" + text + "' is not a commission; write none or a percentage like 0.1%";
    }
}
