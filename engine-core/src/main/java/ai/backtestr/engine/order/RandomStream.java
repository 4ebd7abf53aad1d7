package ai.backtestr.engine.order;

/// Random numbers that are the same on every machine and Java version for the same seed: SplitMix64, after Steele,
/// Lea and Flood, "Fast splittable pseudorandom number generators" (2014). Engine thread only.
final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /// Starts the stream `name` of `seed`; streams of one seed do not disturb each other.
    RandomStream(long seed, long name) {
        state = mix(seed) + name * GOLDEN_GAMMA;
    }

    /// Returns a number from 0 to `bound`, both included.
    long upTo(long bound) {
        state += GOLDEN_GAMMA;
        return Math.unsignedMultiplyHigh(mix(state), bound + 1);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
