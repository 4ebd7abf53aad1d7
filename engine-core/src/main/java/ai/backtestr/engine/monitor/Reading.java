package ai.backtestr.engine.monitor;

/// A metric as it was lately.
///
/// @param metric which
/// @param value what is held against the target: of times, what 99 of 100 stayed within during the last second;
///     else the latest value
/// @param median of times, the median of the last second; else the value
/// @param max of times, the longest of the last second; else the value
/// @param count how many times were taken in the last second; of other metrics 1
public record Reading(Metric metric, double value, double median, double max, long count) {
    static Reading of(Metric metric, double value) {
        return new Reading(metric, value, value, value, 1);
    }
}
