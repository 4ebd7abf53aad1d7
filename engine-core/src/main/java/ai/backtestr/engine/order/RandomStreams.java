package ai.backtestr.engine.order;

/// Where the models' randomness comes from: one stream for each use, all from the run's seed. Engine thread only.
public final class RandomStreams {
    private final RandomStream latency;
    private final RandomStream slippage;

    /// Starts all streams of `seed`.
    public RandomStreams(long seed) {
        latency = new RandomStream(seed, 1);
        slippage = new RandomStream(seed, 2);
    }

    long latency(long bound) {
        return latency.upTo(bound);
    }

    long slippage(long bound) {
        return slippage.upTo(bound);
    }
}
