package ai.backtestr.engine.synthetic;

/// Random numbers that are the same on every machine and Java version for the same seed: SplitMix64, after Steele,
/// Lea and Flood, "Fast splittable pseudorandom number generators" (2014). Used by one thread.
final class SplitMix64 {
    /// Standard deviation of the sum of four independent numbers of 16 bits: sqrt(4 * (2^32 - 1) / 12).
    static final double SUM_DEVIATION = 37837.2268;

    /// Mean of that sum: 4 * 65535 / 2.
    private static final long SUM_MEAN = 131_070;

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /// Starts the stream `name` of `seed`; streams of one seed do not disturb each other.
    SplitMix64(long seed, long name) {
        state = mix(seed) ^ mix(name * GOLDEN_GAMMA);
    }

    /// Returns the next 64 bits.
    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /// Returns a number from 0 to 1, the latter excluded.
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /// Returns a number of mean 0 and deviation 1, bell-shaped and within 3.5 of 0: [#centred] of the next 64 bits.
    double bell() {
        return centred(next()) / SUM_DEVIATION;
    }

    /// Returns the sum of four numbers of 16 bits less its mean; its deviation is [#SUM_DEVIATION].
    static long centred(long bits) {
        return (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48) - SUM_MEAN;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
