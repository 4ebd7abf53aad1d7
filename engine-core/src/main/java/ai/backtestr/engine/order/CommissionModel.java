package ai.backtestr.engine.order;

import ai.backtestr.engine.number.Money;
import java.math.BigDecimal;

/// What an execution costs.
public sealed interface CommissionModel {
    /// Returns the commission on one execution, as [Money], before any minimum.
    ///
    /// @param notional what was traded is worth in the account's currency, as [Money]
    /// @param units the quantity in whole units and their fractions
    /// @param maker whether the order stood in the market before
    /// @param first whether it is the first execution of its order
    long on(long notional, BigDecimal units, boolean maker, boolean first);

    /// Returns what an order pays at least, over all of its executions, as [Money].
    default long minimum() {
        return Long.MIN_VALUE;
    }

    /// Trading is free.
    record None() implements CommissionModel {
        @Override
        public long on(long notional, BigDecimal units, boolean maker, boolean first) {
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
        public long on(long notional, BigDecimal units, boolean maker, boolean first) {
            return percentOf(notional, percent);
        }

        @Override
        public String toString() {
            return percent.toPlainString() + "%";
        }
    }

    /// A percentage that depends on who was there first.
    ///
    /// @param maker of orders that stood in the market, from -100 to 100; below 0 it is a rebate
    /// @param taker of all others, from 0 to 100
    record MakerTaker(BigDecimal maker, BigDecimal taker) implements CommissionModel {
        public MakerTaker {
            boolean fits = maker.abs().compareTo(BigDecimal.valueOf(100)) <= 0
                    && taker.signum() >= 0
                    && taker.compareTo(BigDecimal.valueOf(100)) <= 0;
            if (!fits) {
                throw new IllegalArgumentException("commission of " + maker + "% for makers is outside -100% to 100%"
                        + " or " + taker + "% for takers outside 0% to 100%");
            }
        }

        @Override
        public long on(long notional, BigDecimal units, boolean isMaker, boolean first) {
            return percentOf(notional, isMaker ? maker : taker);
        }

        @Override
        public String toString() {
            return maker.toPlainString() + "%/" + taker.toPlainString() + "%";
        }
    }

    /// An amount for so many units: a share, a contract, a lot of 100 000.
    ///
    /// @param amount in the account's currency, not below 0
    /// @param unitsPerLot above 0
    record PerLot(BigDecimal amount, BigDecimal unitsPerLot) implements CommissionModel {
        public PerLot {
            requireNotNegative(amount);
            if (unitsPerLot.signum() <= 0) {
                throw new IllegalArgumentException("a lot of " + unitsPerLot + " units is not above 0");
            }
        }

        @Override
        public long on(long notional, BigDecimal units, boolean maker, boolean first) {
            BigDecimal exact = amount.multiply(units);
            return unitsPerLot.compareTo(BigDecimal.ONE) == 0 ? Money.round(exact) : Money.quotient(exact, unitsPerLot);
        }

        @Override
        public String toString() {
            return unitsPerLot.compareTo(BigDecimal.ONE) == 0
                    ? amount.toPlainString() + " per unit"
                    : amount.toPlainString() + " per lot of " + unitsPerLot.toPlainString();
        }
    }

    /// An amount for each order that is filled, whether at once or in parts.
    ///
    /// @param amount in the account's currency, not below 0
    record PerTrade(BigDecimal amount) implements CommissionModel {
        public PerTrade {
            requireNotNegative(amount);
        }

        @Override
        public long on(long notional, BigDecimal units, boolean maker, boolean first) {
            return first ? Money.round(amount) : 0;
        }

        @Override
        public String toString() {
            return amount.toPlainString() + " per trade";
        }
    }

    /// Another commission, but so much for each order at least, over all of its executions.
    ///
    /// @param model the other
    /// @param least in the account's currency, not below 0
    record AtLeast(CommissionModel model, BigDecimal least) implements CommissionModel {
        public AtLeast {
            requireNotNegative(least);
        }

        @Override
        public long on(long notional, BigDecimal units, boolean maker, boolean first) {
            return model.on(notional, units, maker, first);
        }

        @Override
        public long minimum() {
            return Money.round(least);
        }

        @Override
        public String toString() {
            return model + ", at least " + least.toPlainString();
        }
    }

    private static long percentOf(long notional, BigDecimal percent) {
        BigDecimal exact =
                BigDecimal.valueOf(notional, Money.SCALE).multiply(percent).movePointLeft(2);
        return Money.round(exact);
    }

    private static void requireNotNegative(BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("commission of " + amount + " is below 0");
        }
    }

    /// Reads what a commission is written as: `none`, `0.1%`, `0.02%/0.05%` (maker, taker), `0.005 per unit`,
    /// `7 per lot of 100000`, `1 per trade`, each but the first with `, at least 1` behind it if wanted.
    ///
    /// @throws IllegalArgumentException if it is none of these
    static CommissionModel parse(String text) {
        try {
            int least = text.indexOf(", at least ");
            return least < 0
                    ? parsePlain(text)
                    : new AtLeast(
                            parsePlain(text.substring(0, least)),
                            new BigDecimal(text.substring(least + ", at least ".length())));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(notACommission(text), e);
        }
    }

    private static CommissionModel parsePlain(String text) {
        if (text.equals("none")) {
            return new None();
        }
        int slash = text.indexOf("%/");
        if (slash > 0 && text.endsWith("%")) {
            return new MakerTaker(
                    new BigDecimal(text.substring(0, slash)),
                    new BigDecimal(text.substring(slash + 2, text.length() - 1)));
        }
        if (text.endsWith("%")) {
            return new Percent(new BigDecimal(text.substring(0, text.length() - 1)));
        }
        int per = text.indexOf(" per ");
        if (per < 0) {
            throw new IllegalArgumentException(notACommission(text));
        }
        BigDecimal amount = new BigDecimal(text.substring(0, per));
        String what = text.substring(per + " per ".length());
        return switch (what) {
            case "unit" -> new PerLot(amount, BigDecimal.ONE);
            case "trade" -> new PerTrade(amount);
            default -> {
                if (what.startsWith("lot of ")) {
                    yield new PerLot(amount, new BigDecimal(what.substring("lot of ".length())));
                }
                throw new IllegalArgumentException(notACommission(text));
            }
        };
    }

    private static String notACommission(String text) {
        return "'" + text + "' is not a commission; write none, a percentage like 0.1% (or 0.02%/0.05% for maker and"
                + " taker), 0.005 per unit, 7 per lot of 100000 or 1 per trade, with ', at least 1' if wanted";
    }
}
