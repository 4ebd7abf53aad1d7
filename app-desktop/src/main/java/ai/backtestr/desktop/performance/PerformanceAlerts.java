package ai.backtestr.desktop.performance;

import ai.backtestr.engine.monitor.Alert;
import ai.backtestr.engine.monitor.Metric;
import ai.backtestr.engine.monitor.Monitor;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The targets that are missed at present, in words. FX thread only.
public final class PerformanceAlerts {
    private final Map<Metric, Alert> raised = new EnumMap<>(Metric.class);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

    /// Nothing is missed.
    public PerformanceAlerts() {}

    /// Begins to listen, until the returned handle is closed.
    public Monitor.Watch listen(Monitor monitor) {
        return monitor.onAlert(alert -> Platform.runLater(() -> take(alert)));
    }

    void take(Alert alert) {
        Metric metric = alert.violation().target().metric();
        if (alert.begins()) {
            raised.put(metric, alert);
        } else {
            raised.remove(metric);
        }
        text.set(raised.values().stream().map(Alert::toString).collect(Collectors.joining("; ")));
    }

    /// Returns what is missed; empty for nothing.
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }
}
