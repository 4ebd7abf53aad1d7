package ai.backtestr.desktop.performance;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.engine.monitor.Metric;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.monitor.Reading;
import ai.backtestr.engine.monitor.Target;
import java.util.List;
import java.util.Optional;

/// What a monitor measures, in words.
public final class MonitorText {
    static final String MISSED = "MISSED";

    private MonitorText() {}

    /// Returns a row for each reading: metric, median, value, longest, how many, target, and whether it is missed.
    public static List<List<String>> rows(List<Reading> readings, Monitor monitor) {
        return readings.stream().map(reading -> row(reading, monitor)).toList();
    }

    private static List<String> row(Reading reading, Monitor monitor) {
        Metric metric = reading.metric();
        boolean isTime = metric.unit() == Metric.Unit.TIME;
        Optional<Target> target = target(reading, monitor);
        return List.of(
                metric.title(),
                isTime ? metric.unit().text(reading.median()) : "",
                metric.unit().text(reading.value()),
                isTime ? metric.unit().text(reading.max()) : "",
                isTime ? FigureText.count(reading.count()) : "",
                target.map(Target::toString).orElse(""),
                target.map(bound -> bound.isMissedBy(reading.value()) ? MISSED : "ok")
                        .orElse(""));
    }

    static Optional<Target> target(Reading reading, Monitor monitor) {
        return monitor.targets().stream()
                .filter(target -> target.metric() == reading.metric())
                .findFirst();
    }
}
