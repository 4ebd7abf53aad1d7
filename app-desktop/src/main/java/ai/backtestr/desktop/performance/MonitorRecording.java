package ai.backtestr.desktop.performance;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.monitor.Reading;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes what a monitor measures to a CSV file, a row a metric and second: times in nanoseconds, shares in percent.
public final class MonitorRecording implements AutoCloseable {
    private static final String HEADER = "time,metric,value,median,max,count,target_missed\n";

    private final Path file;
    private final BufferedWriter out;
    private final Monitor monitor;
    private final Monitor.Watch watch;
    private boolean failed;

    private MonitorRecording(Path file, BufferedWriter out, Monitor monitor) {
        this.file = file;
        this.out = out;
        this.monitor = monitor;
        watch = monitor.onSecond(this::write);
    }

    /// Begins to write to `file`, over what is there.
    ///
    /// @throws ProblemException if it cannot be written
    public static MonitorRecording to(Path file, Monitor monitor) {
        try {
            BufferedWriter out = Files.newBufferedWriter(file);
            out.write(HEADER);
            return new MonitorRecording(file, out, monitor);
        } catch (IOException e) {
            throw ProblemException.of(file + " cannot be written", e);
        }
    }

    /// Returns where it writes.
    public Path file() {
        return file;
    }

    private synchronized void write(List<Reading> readings) {
        if (failed) {
            return;
        }
        try {
            String time = Instant.now().toString();
            out.write(readings.stream().map(reading -> row(time, reading)).collect(Collectors.joining()));
            out.flush();
        } catch (IOException e) {
            failed = true; // told when it is closed
        }
    }

    private String row(String time, Reading reading) {
        boolean missed = !monitor.violations(List.of(reading)).isEmpty();
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%s,%d,%b%n",
                time,
                reading.metric().name().toLowerCase(Locale.ROOT),
                reading.value(),
                reading.median(),
                reading.max(),
                reading.count(),
                missed);
    }

    /// Ends it.
    ///
    /// @throws ProblemException if not all could be written
    @Override
    public synchronized void close() {
        watch.close();
        try {
            out.close();
        } catch (IOException e) {
            throw ProblemException.of(file + " cannot be written", e);
        }
        if (failed) {
            throw new ProblemException(file + " could not be written to its end; the disk may be full");
        }
    }
}
