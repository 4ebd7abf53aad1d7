package ai.backtestr.engine.order;

/// How long a message travels from the strategy to the market: an order, a change or a cancellation alike. The
/// orders of a bracket or a group travel together.
///
/// @param leastNs not below 0, nanoseconds
/// @param mostNs not below `leastNs`; each time between the two is equally likely
public record LatencyModel(long leastNs, long mostNs) {
    /// Messages arrive at once.
    public static final LatencyModel NONE = new LatencyModel(0, 0);

    public LatencyModel {
        if (leastNs < 0 || mostNs < leastNs) {
            throw new IllegalArgumentException("latency from " + leastNs + " to " + mostNs + " ns");
        }
    }

    /// Returns always the same latency.
    public static LatencyModel fixed(long ns) {
        return new LatencyModel(ns, ns);
    }

    long draw(RandomStreams random) {
        return leastNs == mostNs ? leastNs : leastNs + random.latency(mostNs - leastNs);
    }
}
