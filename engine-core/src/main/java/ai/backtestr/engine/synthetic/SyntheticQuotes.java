package ai.backtestr.engine.synthetic;

import ai.backtestr.engine.tick.TickPage;

/// A stream of synthetic quotes, handed out page by page and never held.
///
/// Each minute fixes the expected number of quotes, the volatility and the spread from the time of day and from
/// what came before; within it the middle price walks from quote to quote, in exponential and, every fourth time,
/// burst-like short gaps, so that stamps in milliseconds repeat. Every quote differs from the one before in price
/// or size. Functions of doubles are those of [StrictMath], so that the stream is the same on every machine, for
/// pages of any size, as long as the rules of daylight saving for its years are.
///
/// Allocates nothing per quote or minute, only a few objects each trading day. Used by one thread.
public final class SyntheticQuotes {
    private static final long MS_NS = 1_000_000;
    private static final long MINUTE_US = 60_000_000;
    private static final double OPEN_MINUTES_PER_YEAR = 52 * 5 * 24 * 60.0;
    private static final double VOLATILITY_PER_YEAR = 0.08;
    private static final double HALF_LIFE_YEARS = 3;
    private static final double PULL = StrictMath.log(2) / HALF_LIFE_YEARS / OPEN_MINUTES_PER_YEAR;
    // Prices carry 16 further bits between quotes.
    private static final int FINE_BITS = 16;
    private static final double FINE = 1 << FINE_BITS;
    private static final long HALF = 1L << (FINE_BITS - 1);
    private static final double VARIANCE_PER_MINUTE = VOLATILITY_PER_YEAR * VOLATILITY_PER_YEAR / OPEN_MINUTES_PER_YEAR;
    private static final long LONGEST_BURST_GAP_US = 8_000;
    private static final double BURSTS = 0.25;
    private static final long SIZE_UNIT = 500_000;
    private static final long[] GAPS = exponentials();

    private final SyntheticMarket market;
    private final TradingMinutes minutes;
    private final SplitMix64 ticks;
    private final Volatility volatility;
    private final long lowestMid;

    private long minuteMs;
    private long clockUs = MINUTE_US;
    private long meanGap;
    private long burstGapUs;
    private long step;
    private long spread;
    private long spreadNoise;
    private double expectedVariance;
    private long midAtStart;

    private long mid;
    private long bid;
    private long ask;
    private int bidSize;
    private int askSize;
    private long count;
    private boolean ended;

    /// Stands before the first quote.
    public SyntheticQuotes(SyntheticMarket market) {
        this.market = market;
        minutes = new TradingMinutes(market.startNs());
        ticks = new SplitMix64(market.seed(), 1);
        volatility = new Volatility(new SplitMix64(market.seed(), 2));
        mid = market.price() << FINE_BITS;
        midAtStart = mid;
        lowestMid = mid / 8;
    }

    /// The quantiles of an exponential distribution of mean 1, with 16 binary places.
    private static long[] exponentials() {
        long[] gaps = new long[1024];
        double sum = 0;
        for (int i = 0; i < gaps.length; i++) {
            sum += -StrictMath.log((i + 0.5) / gaps.length);
        }
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (long) StrictMath.rint(-StrictMath.log((i + 0.5) / gaps.length) * gaps.length / sum * FINE);
        }
        return gaps;
    }

    /// Clears the page and fills it with the quotes that follow; prices are at [SyntheticMarket#PRICE_SCALE], sizes
    /// at [SyntheticMarket#QUANTITY_SCALE].
    ///
    /// @return whether it holds any; `false` means that all were handed out
    public boolean fill(TickPage page) {
        page.clear();
        while (!ended && !page.isFull()) {
            if (clockUs < MINUTE_US) {
                quote(page);
            } else {
                nextMinute();
            }
        }
        return page.count() > 0;
    }

    /// Returns how many quotes were handed out.
    public long count() {
        return count;
    }

    /// Returns the start of the minute it stands in, nanoseconds since the epoch, UTC.
    public long timeNs() {
        return minuteMs * MS_NS;
    }

    private void nextMinute() {
        if (expectedVariance > 0) {
            double change = mid - midAtStart;
            volatility.endMinute(change * change / expectedVariance);
        }
        if (minutes.next()) {
            volatility.nextDay();
        }
        minuteMs = minutes.startNs() / MS_NS;
        ended = minutes.startNs() >= market.endNs();
        clockUs = 0;
        double variance = volatility.variance();
        double activity = minutes.activity();
        pull();
        walk(activity, variance);
        double width = market.spread() * minutes.width() * (0.7 + 0.3 * Math.sqrt(Math.min(variance, 25)));
        spread = Math.round(width * FINE);
        spreadNoise = spread / 2 + (1 << FINE_BITS);
    }

    /// Draws the middle back towards the price it started from, as a rubber band.
    private void pull() {
        double away = StrictMath.log(mid / (market.price() * FINE));
        mid = Math.max(lowestMid, mid - Math.round(mid * PULL * away));
        midAtStart = mid;
    }

    /// Sets the pace of the minute's quotes, and the middle's steps from one to the next. More happens when prices
    /// move; the two factors make the average day one of as many quotes as the market asks for.
    private void walk(double activity, double variance) {
        double expected = market.ticksPerDay()
                / (double) SessionHours.DAY_MINUTES
                * activity
                * (0.66 + 0.42 * Math.min(variance, 6));
        double gapUs = MINUTE_US / expected;
        burstGapUs = (long) Math.min(LONGEST_BURST_GAP_US, gapUs);
        meanGap = (long) ((gapUs - BURSTS * burstGapUs / 2) / (1 - BURSTS));
        double usual = (double) mid * mid * VARIANCE_PER_MINUTE * activity;
        expectedVariance = usual;
        double deviation = Math.min(Math.sqrt(usual * variance / expected), mid / 64.0);
        step = Math.round(deviation / SplitMix64.SUM_DEVIATION * FINE);
    }

    private void quote(TickPage page) {
        long bits = ticks.next();
        // A minute that began within a burst every fourth time would hold more quotes than expected.
        boolean burst = (bits & 3) == 0 && clockUs > 0;
        clockUs += burst ? share(bits, 2, burstGapUs) : (GAPS[(int) (bits >>> 2 & 1023)] * meanGap) >> FINE_BITS;
        if (clockUs >= MINUTE_US) {
            return;
        }
        long move = (SplitMix64.centred(ticks.next()) * step) >> FINE_BITS;
        mid = Math.max(lowestMid, mid + move);
        long wide = spread + share(bits, 18, spreadNoise) - spreadNoise / 2;
        long points = Math.max(1, rounded(wide));
        long lower = Math.max(1, rounded(mid - points * HALF));
        sizes(lower == bid && lower + points == ask, (int) (bits >>> 34));
        bid = lower;
        ask = lower + points;
        page.appendQuote(
                (minuteMs + clockUs / 1000) * MS_NS, bid, ask, (bidSize + 1) * SIZE_UNIT, (askSize + 1) * SIZE_UNIT);
        count++;
        ended = count == market.maxTicks();
    }

    /// Returns a number from 0 up to `whole`, by the 16 bits from `from` on.
    private static long share(long bits, int from, long whole) {
        return ((bits >>> from & 0xffff) * whole) >> 16;
    }

    private static long rounded(long fine) {
        return (fine + HALF) >> FINE_BITS;
    }

    /// A quote stands for a while at the size of its maker; every 16th time, or where the prices are the same, one
    /// side is another's.
    private void sizes(boolean samePrices, int bits) {
        if (samePrices || (bits & 15) == 0) {
            int further = 1 + (bits >>> 5 & 7);
            if ((bits & 16) == 0) {
                bidSize = bidSize + further & 15;
            } else {
                askSize = askSize + further & 15;
            }
        }
    }
}
