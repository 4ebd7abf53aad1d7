package ai.backtestr.engine.account;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Equity over used margin, and whether it is below a bound. Exact; the common case, far from the bound, costs a
/// product of doubles and allocates nothing.
///
/// ```
///   level < bound   <=>   equity * 100 * leverage < worth * bound
/// ```
public final class MarginLevel {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Doubles of amounts are exact to 2^-53; what is this far off the bound, as a share, is so without doubt.
    private static final double DOUBT = 1e-6;

    private final BigDecimal leverage;

    /// Levels of an account of that leverage.
    public MarginLevel(BigDecimal leverage) {
        this.leverage = leverage;
    }

    /// Returns a bound at that level, to be asked on every tick.
    public Bound bound(BigDecimal percent) {
        return new Bound(percent, leverage);
    }

    /// Returns what margin a position worth that much uses, rounded half up, as money.
    public long used(long worth) {
        return BigDecimal.valueOf(worth)
                .divide(leverage, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /// Returns the level in percent, with two decimals.
    ///
    /// @param worth above 0
    public BigDecimal percent(long equity, long worth) {
        return BigDecimal.valueOf(equity)
                .multiply(HUNDRED)
                .multiply(leverage)
                .divide(BigDecimal.valueOf(worth), 2, RoundingMode.HALF_EVEN);
    }

    /// A level that is not to be passed.
    public static final class Bound {
        private final BigDecimal percent;
        private final BigDecimal hundredTimesLeverage;
        private final double leastAbove;
        private final double mostBelow;

        private Bound(BigDecimal percent, BigDecimal leverage) {
            this.percent = percent;
            this.hundredTimesLeverage = HUNDRED.multiply(leverage);
            double ratio = percent.doubleValue() / hundredTimesLeverage.doubleValue();
            this.leastAbove = ratio * (1 + DOUBT);
            this.mostBelow = ratio * (1 - DOUBT);
        }

        /// Returns the level in percent.
        public BigDecimal percent() {
            return percent;
        }

        /// Tells whether the level is below this one.
        public boolean isPassed(long equity, long worth) {
            if (equity > worth * leastAbove) {
                return false;
            }
            return equity < worth * mostBelow || isPassedExactly(equity, worth);
        }

        private boolean isPassedExactly(long equity, long worth) {
            return BigDecimal.valueOf(equity)
                            .multiply(hundredTimesLeverage)
                            .compareTo(BigDecimal.valueOf(worth).multiply(percent))
                    < 0;
        }
    }
}
