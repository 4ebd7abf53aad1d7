package ai.backtestr.engine.synthetic;

import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.time.Times;

/// What synthetic quotes are made by. Equal values give equal quotes, on every machine.
///
/// @param seed the seed of all randomness
/// @param startNs no quote is earlier, nanoseconds since the epoch, UTC; a whole minute from 1970 on
/// @param endNs no quote is at or after that time; before the year 2200
/// @param maxTicks the quotes end after that many, if the time does not end them before
/// @param ticksPerDay quotes of an average trading day, 1 000 to 20 000 000
/// @param price the price around which the middle of the quotes wanders, at [#PRICE_SCALE]; 0.01 to 100 000
/// @param spread the distance from bid to ask while London and New York trade, at [#PRICE_SCALE]; at least 1 and at
///     most a hundredth of the price
public record SyntheticMarket(
        long seed, long startNs, long endNs, long maxTicks, long ticksPerDay, long price, long spread) {
    /// The version of the model. Another version may give other quotes for the same values.
    public static final int VERSION = 1;

    /// Decimals of prices.
    public static final int PRICE_SCALE = 5;

    /// Decimals of sizes.
    public static final int QUANTITY_SCALE = 0;

    private static final long MINUTE_NS = 60 * Times.SECOND_NS;
    private static final long LATEST_NS = Times.parse("2200-01-01");
    /// The most quotes that can be asked for.
    public static final long MOST_TICKS = 1_000_000_000_000L;
    private static final long LEAST_PRICE = 1_000;
    private static final long MOST_PRICE = 10_000_000_000L;
    // Five of seven days are open, less a day for where the days are cut.
    private static final double OPEN_SHARE = 5.0 / 7;
    private static final long DAY_NS = 24 * 60 * MINUTE_NS;

    public SyntheticMarket {
        require(
                startNs >= 0 && startNs % MINUTE_NS == 0,
                "the start " + Times.format(startNs) + " is before 1970 or not a whole minute");
        require(
                endNs > startNs && endNs <= LATEST_NS,
                "the end " + Times.format(endNs) + " is not after the start " + Times.format(startNs)
                        + ", or after the year 2199");
        require(maxTicks > 0 && maxTicks <= MOST_TICKS, maxTicks + " ticks are outside 1 to " + MOST_TICKS);
        require(
                ticksPerDay >= 1_000 && ticksPerDay <= 20_000_000,
                ticksPerDay + " ticks a day are outside 1000 to 20000000");
        require(
                price >= LEAST_PRICE && price <= MOST_PRICE,
                "the price " + text(price) + " is outside " + text(LEAST_PRICE) + " to " + text(MOST_PRICE));
        require(
                spread >= 1 && spread <= price / 100,
                "the spread " + text(spread) + " is outside " + text(1) + " to " + text(price / 100)
                        + ", a hundredth of the price");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    private static String text(long price) {
        return FixedPoint.format(price, PRICE_SCALE);
    }

    /// Returns the market of that many quotes, however long they take.
    ///
    /// @throws IllegalArgumentException if a value is outside its range, or they would take until after 2199
    public static SyntheticMarket ofTicks(
            long seed, long startNs, long ticks, long ticksPerDay, long price, long spread) {
        SyntheticMarket market = new SyntheticMarket(seed, startNs, LATEST_NS, ticks, ticksPerDay, price, spread);
        require(
                market.expectedTicks() >= ticks,
                ticks + " ticks at " + ticksPerDay + " a day take until after the year 2199; take more a day");
        return market;
    }

    /// Returns about how many quotes these will be.
    public long expectedTicks() {
        double days = (endNs - startNs) / (double) DAY_NS * OPEN_SHARE;
        return (long) Math.min((double) maxTicks, days * ticksPerDay);
    }

    /// Returns about when they will end, nanoseconds since the epoch, UTC.
    public long expectedEndNs() {
        double days = maxTicks / OPEN_SHARE / ticksPerDay;
        return (long) Math.min((double) endNs, startNs + days * DAY_NS);
    }

    /// Returns about how many quotes these will be, once some are there.
    ///
    /// @param ticks how many there are
    /// @param reachedNs the time they have reached
    public long expectedTicks(long ticks, long reachedNs) {
        double share = (reachedNs - startNs) / (double) (endNs - startNs);
        return share <= 0
                ? expectedTicks()
                : (long) Math.min((double) maxTicks, Math.max((double) ticks, ticks / share));
    }

    /// Says in words what the quotes are, with every value they depend on.
    public String describe() {
        String length = endNs == LATEST_NS ? maxTicks + " ticks" : "up to " + Times.format(endNs);
        return "synthetic quotes, seed " + seed + ", generator version " + VERSION + ", from " + Times.format(startNs)
                + ", " + length + ", " + ticksPerDay + " ticks a day, price " + text(price) + ", spread "
                + text(spread);
    }
}
