package ai.backtestr.engine.monitor;

/// A target that is missed.
///
/// @param target the target
/// @param reading what was measured instead
public record Violation(Target target, Reading reading) {
    @Override
    public String toString() {
        Metric metric = target.metric();
        return metric.title() + " " + metric.unit().text(reading.value()) + ", target " + target;
    }
}
