package ai.backtestr.engine.account;

import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Side;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/// What holding a position over the end of a trading day earns, or costs where it is below 0.
public sealed interface SwapModel {
    /// Returns the day whose end counts three times, while the ends of Saturday and Sunday do not count; null where
    /// every day counts once.
    @Nullable
    DayOfWeek tripleDay();

    /// Returns the amount for `days` days, as [Money] in the instrument's quote currency.
    ///
    /// @param units the quantity held, above 0
    /// @param worth price times quantity at the last price of the day, as [Money]
    long on(Side side, BigDecimal units, long worth, int days);

    /// Nothing.
    record None() implements SwapModel {
        @Override
        public @Nullable DayOfWeek tripleDay() {
            return null;
        }

        @Override
        public long on(Side side, BigDecimal units, long worth, int days) {
            return 0;
        }

        @Override
        public String toString() {
            return "none";
        }
    }

    /// An amount a day for each unit held: what foreign exchange calls swap points, as a price.
    ///
    /// @param longs for each unit held long, in the instrument's quote currency
    /// @param shorts for each unit held short
    /// @param tripleDay see [SwapModel#tripleDay()]
    record PerUnit(
            BigDecimal longs, BigDecimal shorts, @Nullable DayOfWeek tripleDay) implements SwapModel {
        @Override
        public long on(Side side, BigDecimal units, long worth, int days) {
            BigDecimal rate = side == Side.BUY ? longs : shorts;
            return Money.round(rate.multiply(units).multiply(BigDecimal.valueOf(days)));
        }

        @Override
        public String toString() {
            return longs.toPlainString() + " long, " + shorts.toPlainString() + " short per unit" + triple(tripleDay);
        }
    }

    /// A percentage a year of what the position is worth, 1/360 of it a day.
    ///
    /// @param longs percent of positions held long
    /// @param shorts percent of positions held short
    /// @param tripleDay see [SwapModel#tripleDay()]
    record YearlyPercent(
            BigDecimal longs, BigDecimal shorts, @Nullable DayOfWeek tripleDay) implements SwapModel {
        private static final BigDecimal PERCENT_DAYS = BigDecimal.valueOf(36_000);

        @Override
        public long on(Side side, BigDecimal units, long worth, int days) {
            BigDecimal rate = side == Side.BUY ? longs : shorts;
            BigDecimal amount = FixedPoint.toDecimal(worth, Money.SCALE).multiply(rate);
            return Money.quotient(amount.multiply(BigDecimal.valueOf(days)), PERCENT_DAYS);
        }

        @Override
        public String toString() {
            return longs.toPlainString() + "% long, " + shorts.toPlainString() + "% short" + triple(tripleDay);
        }
    }

    private static String triple(@Nullable DayOfWeek day) {
        return day == null ? "" : ", triple on " + day;
    }
}
