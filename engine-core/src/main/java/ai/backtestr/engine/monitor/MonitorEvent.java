package ai.backtestr.engine.monitor;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// A metric in a flight recording, once a second each.
@Name("ai.backtestr.Metric")
@Label("Metric")
@Category("BackTestr")
@Description("A metric of the performance monitor, over the last second")
@StackTrace(false)
final class MonitorEvent extends Event {
    @Label("Metric")
    String metric = "";

    @Label("Value")
    @Description("Of times the 99th percentile in nanoseconds, else the latest value")
    double value;

    @Label("Maximum")
    double max;

    @Label("Count")
    long count;

    @Label("Target missed")
    boolean missed;
}
