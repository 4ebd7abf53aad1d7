package ai.backtestr.desktop.performance;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.monitor.Metric;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.monitor.Target;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is told of targets that are missed.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PerformanceAlertsTest {
    private volatile double hits = 99;
    private volatile double memory = 50;

    private Monitor monitor() {
        Monitor monitor = new Monitor(List.of(Target.atLeast(Metric.HIT_RATIO, 95), Target.below(Metric.MEMORY, 90)));
        monitor.watch(Metric.HIT_RATIO, () -> hits);
        monitor.watch(Metric.MEMORY, () -> memory);
        return monitor;
    }

    private static void seconds(Monitor monitor) {
        for (int i = 0; i < 3; i++) {
            monitor.update();
        }
    }

    @Test
    void shouldTellWhatIsMissedUntilItIsKeptAgain() {
        try (Monitor monitor = monitor()) {
            PerformanceAlerts alerts = fx(PerformanceAlerts::new);
            Monitor.Watch watch = alerts.listen(monitor);
            seconds(monitor);
            assertThat(fx(() -> alerts.text().get())).isEmpty();

            hits = 90;
            seconds(monitor);
            await("the first", () -> alerts.text().get().equals("cache hit ratio 90.0 %, target at least 95.0 %"));
            memory = 97;
            seconds(monitor);
            await(
                    "both",
                    () -> alerts.text()
                            .get()
                            .equals("cache hit ratio 90.0 %, target at least 95.0 %; memory 97.0 %, target below"
                                    + " 90.0 %"));
            hits = 99;
            seconds(monitor);
            await("the other alone", () -> alerts.text().get().equals("memory 97.0 %, target below 90.0 %"));
            watch.close();
            memory = 10;
            seconds(monitor);
            assertThat(fx(() -> alerts.text().get())).as("nobody listens").startsWith("memory");
        }
    }
}
