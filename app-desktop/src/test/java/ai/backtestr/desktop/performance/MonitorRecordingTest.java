package ai.backtestr.desktop.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.engine.monitor.Metric;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.monitor.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What is measured, written to a file.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MonitorRecordingTest {
    private final List<Target> targets =
            List.of(Target.below(Metric.FRAME, 16.7e6), Target.atLeast(Metric.HIT_RATIO, 95));

    @Test
    void shouldWriteARowForEachMetricAndSecondUntilItIsClosed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("performance.csv"), "what was there");
        try (Monitor monitor = new Monitor(targets)) {
            monitor.watch(Metric.HIT_RATIO, () -> 97.5);
            Instant before = Instant.now();
            try (MonitorRecording recording = MonitorRecording.to(file, monitor)) {
                assertThat(recording.file()).isEqualTo(file);
                monitor.record(Metric.FRAME, 30_000_000);
                monitor.update();
                assertThat(rows(file, "frame")).as("it can be read meanwhile").hasSize(1);
                monitor.record(Metric.FRAME, 2_000_000);
                monitor.update();
            }
            monitor.record(Metric.FRAME, 3_000_000);
            monitor.update();

            assertThat(Files.readAllLines(file).getFirst())
                    .isEqualTo("time,metric,value,median,max,count,target_missed");
            List<String[]> frames = rows(file, "frame");
            assertThat(frames).hasSize(2);
            assertThat(Instant.parse(frames.getFirst()[0])).isBetween(before, Instant.now());
            assertThat(Double.parseDouble(frames.getFirst()[2])).isBetween(30e6, 30.3e6);
            assertThat(Double.parseDouble(frames.getFirst()[4])).isBetween(30e6, 30.3e6);
            assertThat(frames.getFirst()[5]).isEqualTo("1");
            assertThat(frames.getFirst()[6]).isEqualTo("true");
            assertThat(frames.getLast()[6]).isEqualTo("false");
            assertThat(rows(file, "hit_ratio")).isNotEmpty().allSatisfy(row -> {
                assertThat(row[2]).isEqualTo("97.5");
                assertThat(row[6]).isEqualTo("false");
            });
        }
    }

    private static List<String[]> rows(Path file, String metric) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(",", -1))
                .filter(row -> row[1].equals(metric))
                .toList();
    }

    @Test
    void shouldSayWhereNothingCanBeWritten(@TempDir Path folder) {
        try (Monitor monitor = new Monitor(targets)) {
            assertThatThrownBy(() -> MonitorRecording.to(folder.resolve("none/performance.csv"), monitor))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("performance.csv cannot be written");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldSayAtItsEndThatTheDiskWasFull() {
        try (Monitor monitor = new Monitor(targets)) {
            MonitorRecording recording = MonitorRecording.to(Path.of("/dev/full"), monitor);
            monitor.update();
            assertThatThrownBy(recording::close)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("/dev/full c");
        }
    }
}
