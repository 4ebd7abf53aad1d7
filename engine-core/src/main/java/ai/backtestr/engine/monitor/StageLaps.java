package ai.backtestr.engine.monitor;

/// Times the stages of one tick: each lap goes to a stage, those of one stage add up. Engine thread only.
public final class StageLaps {
    private final StageTimes times;
    private long startNs;
    private long lapNs;
    private long normaliseNs;
    private long barsNs;
    private long indicatorsNs;
    private long strategyNs;

    /// Leaves what it measures in `times`.
    public StageLaps(StageTimes times) {
        this.times = times;
    }

    /// Begins with a tick.
    public void begin() {
        normaliseNs = 0;
        barsNs = 0;
        indicatorsNs = 0;
        strategyNs = 0;
        startNs = System.nanoTime();
        lapNs = startNs;
    }

    private long lap() {
        long nowNs = System.nanoTime();
        long took = nowNs - lapNs;
        lapNs = nowNs;
        return took;
    }

    /// Says that the time since the last lap was spent on checks of the tick.
    public void normalised() {
        normaliseNs += lap();
    }

    /// Says that it was spent on bars.
    public void madeBars() {
        barsNs += lap();
    }

    /// Says that it was spent on indicators.
    public void madeIndicators() {
        indicatorsNs += lap();
    }

    /// Says that it was spent on the strategy, its orders and the account.
    public void traded() {
        strategyNs += lap();
    }

    /// Ends with the tick.
    public void end() {
        times.record(Metric.NORMALISE, normaliseNs);
        times.record(Metric.BARS, barsNs);
        if (indicatorsNs > 0) {
            times.record(Metric.INDICATORS, indicatorsNs);
        }
        times.record(Metric.STRATEGY, strategyNs);
        times.record(Metric.UPDATE, lapNs - startNs);
    }

    /// Takes in how long a snapshot took to be published.
    public void published(long nanoseconds) {
        times.record(Metric.PUBLISH, nanoseconds);
    }
}
