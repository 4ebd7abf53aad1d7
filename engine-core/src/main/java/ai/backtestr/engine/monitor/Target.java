package ai.backtestr.engine.monitor;

import java.util.List;

/// What a metric should keep to.
///
/// @param metric which
/// @param atLeast whether values should be that or more, rather than less
/// @param value the bound, in the metric's unit
public record Target(Metric metric, boolean atLeast, double value) {
    /// The targets unless told otherwise.
    public static final List<Target> DEFAULTS = List.of(
            atLeast(Metric.TICK_RATE, 1e6),
            below(Metric.UPDATE, 100e3),
            below(Metric.NORMALISE, 10e3),
            below(Metric.BARS, 50e3),
            below(Metric.INDICATORS, 30e3),
            below(Metric.STRATEGY, 10e3),
            below(Metric.PUBLISH, 10e3),
            below(Metric.END_TO_END, 10e6),
            below(Metric.GC_PAUSE, 1e6),
            below(Metric.FRAME, 16.7e6),
            below(Metric.QUERY, 50e6),
            atLeast(Metric.HIT_RATIO, 95),
            below(Metric.MEMORY, 90));

    /// Returns a target of at least that.
    public static Target atLeast(Metric metric, double value) {
        return new Target(metric, true, value);
    }

    /// Returns a target of less than that.
    public static Target below(Metric metric, double value) {
        return new Target(metric, false, value);
    }

    /// Tells whether `measured` misses it.
    public boolean isMissedBy(double measured) {
        return atLeast ? measured < value : measured >= value;
    }

    /// Tells whether `measured` keeps to it with a tenth of its value to spare; up to half of what is left to 100
    /// where that is less.
    boolean isClearOf(double measured) {
        double spare = value / 10;
        if (metric.unit() == Metric.Unit.PERCENT) {
            spare = Math.min(spare, (100 - value) / 2);
        }
        return atLeast ? measured >= value + spare : measured < value - spare;
    }

    @Override
    public String toString() {
        return (atLeast ? "at least " : "below ") + metric.unit().text(value);
    }
}
