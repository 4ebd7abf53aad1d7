package ai.backtestr.engine.synthetic;

/// How volatile the market is, apart from the time of day: a variance whose mean is 1.
///
/// Two factors are multiplied. From minute to minute a GARCH(1,1) after Bollerslev (1986) answers to the return
/// just made, and now and then news raise it: `v' = w + a r^2 + b v + news`. From day to day a level of its own
/// comes and goes, the logarithm of which is an autoregression of order one. Used by one thread.
final class Volatility {
    private static final double ANSWER = 0.04;
    private static final double MEMORY = 0.955;
    private static final double NEWS_CHANCE = 1.0 / 3000;
    private static final double NEWS_MEAN = 6;
    private static final double FLOOR = 1 - ANSWER - MEMORY - NEWS_CHANCE * NEWS_MEAN;
    // A minute with a single tick must not blow the variance up.
    private static final double LARGEST_SHOCK = 50;

    private static final double LEVEL_MEMORY = 0.96;
    private static final double LEVEL_NOISE = 0.10;
    private static final double LEVEL_VARIANCE = LEVEL_NOISE * LEVEL_NOISE / (1 - LEVEL_MEMORY * LEVEL_MEMORY);

    private final SplitMix64 random;
    private double minute = 1;
    private double logLevel;
    private double level = 1;

    Volatility(SplitMix64 random) {
        this.random = random;
    }

    /// Begins a trading day.
    void nextDay() {
        logLevel = LEVEL_MEMORY * logLevel + LEVEL_NOISE * random.bell();
        // The mean of exp(2x) of a normal x is exp(2 var).
        level = StrictMath.exp(2 * logLevel - 2 * LEVEL_VARIANCE);
    }

    /// Ends a minute.
    ///
    /// @param squaredReturn the square of its return, 1 being what was to be expected of it at a variance of 1
    void endMinute(double squaredReturn) {
        double shock = Math.min(squaredReturn / level, LARGEST_SHOCK * minute);
        minute = FLOOR + ANSWER * shock + MEMORY * minute;
        if (random.uniform() < NEWS_CHANCE) {
            double size = random.uniform();
            minute += 3 * NEWS_MEAN * size * size;
        }
    }

    /// Returns the variance at this minute.
    double variance() {
        return minute * level;
    }
}
