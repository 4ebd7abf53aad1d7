package ai.backtestr.engine.statistics;

import ai.backtestr.engine.number.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/// One figure of a run.
///
/// @param id what it is called in files, for ever
/// @param title what it is shown as
/// @param unit how to read it
/// @param value the figure; null where it is not defined, such as a ratio without a denominator
/// @param definition formula and convention, in a sentence
public record Statistic(
        String id, String title, Unit unit, @Nullable BigDecimal value, String definition) {
    /// How a figure is to be read.
    public enum Unit {
        /// An amount in the account's currency.
        MONEY,
        /// A share of a hundred.
        PERCENT,
        /// A plain number.
        RATIO,
        /// How many.
        COUNT,
        /// A length of time in nanoseconds.
        DURATION
    }

    static Statistic money(String id, String title, long amount, String definition) {
        return new Statistic(id, title, Unit.MONEY, Money.toDecimal(amount), definition);
    }

    /// The mean of `count` amounts, to sixteen digits; not defined for none.
    static Statistic meanMoney(String id, String title, long total, int count, String definition) {
        BigDecimal mean =
                count == 0 ? null : Money.toDecimal(total).divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
        return new Statistic(id, title, Unit.MONEY, mean, definition);
    }

    static Statistic duration(String id, String title, @Nullable Long lengthNs, String definition) {
        BigDecimal length = lengthNs == null ? null : BigDecimal.valueOf(lengthNs);
        return new Statistic(id, title, Unit.DURATION, length, definition);
    }

    static Statistic count(String id, String title, long count, String definition) {
        return new Statistic(id, title, Unit.COUNT, BigDecimal.valueOf(count), definition);
    }

    static Statistic percent(String id, String title, double percent, String definition) {
        return new Statistic(id, title, Unit.PERCENT, decimal(percent), definition);
    }

    static Statistic ratio(String id, String title, double ratio, String definition) {
        return new Statistic(id, title, Unit.RATIO, decimal(ratio), definition);
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(value, MathContext.DECIMAL64) : null;
    }
}
