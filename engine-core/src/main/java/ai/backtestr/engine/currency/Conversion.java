package ai.backtestr.engine.currency;

import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.number.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// Turns money of one currency into money of another, at one rate or through one cross. Engine thread only.
///
/// A rate is a fraction of whole numbers, so the product of an amount and of all rates on the way is exact; it is
/// rounded once, half to even, to a unit of [Money]. The common case allocates nothing.
public final class Conversion {
    /// One rate on the way.
    ///
    /// @param rate the rate
    /// @param inverse whether the way goes from its quote currency to its base currency
    public record Leg(Rate rate, boolean inverse) {}

    private static final MathContext DIGITS = new MathContext(20, RoundingMode.HALF_EVEN);

    private final ConversionRule rule;
    private final Leg[] legs;
    private long longestAgeNs;

    /// Converts on `legs`, none where both currencies are the same.
    public Conversion(ConversionRule rule, List<Leg> legs) {
        this.rule = rule;
        this.legs = legs.toArray(Leg[]::new);
    }

    /// Tells whether there is nothing to convert.
    public boolean isNone() {
        return legs.length == 0;
    }

    /// Tells whether all rates are known.
    public boolean isKnown() {
        for (Leg leg : legs) {
            if (!leg.rate.isKnown()) {
                return false;
            }
        }
        return true;
    }

    /// Returns a profit or, below 0, a loss in the other currency, by the run's rule, as it stands now.
    ///
    /// @throws ArithmeticException if it is beyond 92 billion
    public long earned(long amount) {
        return legs.length == 0 || amount == 0
                ? amount
                : at(amount, rule == ConversionRule.MID ? 0 : -Long.signum(amount));
    }

    /// Returns what [#earned] would give at least, wherever between the ranges of its rates they stand.
    public long leastEarned(long amount) {
        return legs.length == 0 || amount == 0 ? amount : extreme(amount, amount < 0);
    }

    /// Returns what [#earned] would give at most, wherever between the ranges of its rates they stand.
    public long mostEarned(long amount) {
        return legs.length == 0 || amount == 0 ? amount : extreme(amount, amount > 0);
    }

    private long extreme(long amount, boolean dearest) {
        return at(amount, rule == ConversionRule.MID ? 0 : -Long.signum(amount), dearest ? 1 : -1);
    }

    /// Returns what [#worth] would give at most, of an amount not below 0, wherever between the ranges of its rates
    /// they stand.
    public long mostWorth(long amount) {
        return legs.length == 0 || amount == 0 ? amount : at(amount, 0, 1);
    }

    /// Tells whether a rate is one of those it converts at.
    @SuppressWarnings("ReferenceEquality") // the rate that a source sets, not one that is equal
    public boolean uses(Rate rate) {
        for (Leg leg : legs) {
            if (leg.rate == rate) {
                return true;
            }
        }
        return false;
    }

    /// Returns a profit or loss that is booked now, and keeps how old the rate was.
    public long booked(long amount, long nowNs) {
        for (Leg leg : legs) {
            longestAgeNs = Math.max(longestAgeNs, leg.rate.ageNs(nowNs));
        }
        return earned(amount);
    }

    /// Returns what something is worth in the other currency, halfway between bid and ask by every rule: a worth
    /// is a size and not yet money.
    public long worth(long amount) {
        return legs.length == 0 || amount == 0 ? amount : at(amount, 0);
    }

    /// Returns an amount of the other currency in this one, halfway between bid and ask.
    public long worthBack(long amount) {
        return legs.length == 0 ? amount : Money.quotient(BigDecimal.valueOf(amount, Money.SCALE), middle());
    }

    /// Returns the middle of the rate as it stands now, to twenty digits.
    public BigDecimal middle() {
        BigDecimal middle = BigDecimal.ONE;
        for (Leg leg : legs) {
            BigDecimal price = BigDecimal.valueOf(Math.addExact(leg.rate.bid(), leg.rate.ask()), leg.rate.scale());
            BigDecimal two = BigDecimal.TWO;
            middle = leg.inverse
                    ? middle.multiply(two).divide(price, DIGITS)
                    : middle.multiply(price).divide(two, DIGITS);
        }
        return middle;
    }

    /// Returns how long the oldest rate had stood when it was last booked at, over all bookings, nanoseconds.
    public long longestAgeNs() {
        return longestAgeNs;
    }

    private long at(long amount, int side) {
        return at(amount, side, 0);
    }

    /// @param side 1 for the higher price of the currency that is converted, -1 for the lower, 0 for the middle
    /// @param extreme 1 for the highest of the range of that price, -1 for the lowest, 0 for how it stands
    private long at(long amount, int side, int extreme) {
        if (legs.length == 1) {
            Leg leg = legs[0];
            long price = price(leg, side, extreme);
            long one =
                    side == 0 ? 2 * FixedPoint.powerOfTen(leg.rate.scale()) : FixedPoint.powerOfTen(leg.rate.scale());
            return leg.inverse ? scaled(amount, one, price) : scaled(amount, price, one);
        }
        BigInteger above = BigInteger.valueOf(amount);
        BigInteger below = BigInteger.ONE;
        for (Leg leg : legs) {
            BigInteger price = BigInteger.valueOf(price(leg, side, extreme));
            BigInteger one = BigInteger.valueOf(FixedPoint.powerOfTen(leg.rate.scale()));
            one = side == 0 ? one.add(one) : one;
            above = above.multiply(leg.inverse ? one : price);
            below = below.multiply(leg.inverse ? price : one);
        }
        return rounded(above, below);
    }

    /// Returns the price to be used, of the middle twice as much.
    private static long price(Leg leg, int side, int extreme) {
        Rate rate = leg.rate;
        boolean highest = (extreme > 0) != leg.inverse;
        long bid = extreme == 0 ? rate.bid() : rate.bid(highest);
        long ask = extreme == 0 ? rate.ask() : rate.ask(highest);
        if (side == 0) {
            return Math.addExact(bid, ask);
        }
        return (side > 0) != leg.inverse ? ask : bid;
    }

    /// Returns `amount * above / below`, rounded half to even.
    private static long scaled(long amount, long above, long below) {
        long low = amount * above;
        if (Math.multiplyHigh(amount, above) != low >> 63) {
            return rounded(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(above)), BigInteger.valueOf(below));
        }
        long quotient = low / below;
        long rest = Math.abs(low % below);
        long other = below - rest;
        boolean away = rest > other || (rest == other && (quotient & 1) != 0);
        return away ? quotient + Long.signum(low) : quotient;
    }

    private static long rounded(BigInteger above, BigInteger below) {
        return new BigDecimal(above)
                .divide(new BigDecimal(below), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /// Says by which rates it converts: `USDJPY inverse`, `EURGBP, then GBPUSD`; empty for none.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Leg leg : legs) {
            text.append(text.isEmpty() ? "" : ", then ").append(leg.rate.name()).append(leg.inverse ? " inverse" : "");
        }
        return text.toString();
    }
}
