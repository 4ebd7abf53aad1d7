package ai.backtestr.benchmarks.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.FlightRecorder;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.HdrHistogram.Histogram;

/// How long whole pulses take, from the first phase on the FX thread to the end of presenting on the
/// renderer's, as the toolkit itself reports them to the flight recorder. Pulses in which nothing was painted
/// are left out.
final class Pulses implements AutoCloseable {
    private static final String PHASE = "javafx.PulsePhase";

    private final RecordingStream recording = new RecordingStream();
    private final Map<Integer, Pulse> pulses = new HashMap<>();

    /// What is known of a pulse so far.
    private static final class Pulse {
        private Instant start = Instant.MAX;
        private Instant end = Instant.MIN;
        private boolean painted;

        void add(RecordedEvent phase) {
            String name = phase.getString("phaseName");
            start = phase.getStartTime().isBefore(start) ? phase.getStartTime() : start;
            end = phase.getEndTime().isAfter(end) ? phase.getEndTime() : end;
            painted |= name != null && (name.startsWith("Paint") || name.startsWith("Presenting"));
        }
    }

    /// Has the toolkit report its pulses. It looks once, while it starts, whether there is a flight recorder; so
    /// this comes before it.
    static void beforeToolkitStarts() {
        FlightRecorder.getFlightRecorder();
    }

    /// Begins to listen.
    Pulses() {
        recording.enable(PHASE).withThreshold(Duration.ZERO).withoutStackTrace();
        recording.onEvent(PHASE, this::add);
        recording.startAsync();
    }

    private synchronized void add(RecordedEvent phase) {
        pulses.computeIfAbsent(phase.getInt("pulseId"), id -> new Pulse()).add(phase);
    }

    /// Stops listening and returns how long the pulses took, in nanoseconds; none where the toolkit does not
    /// report.
    Histogram stop() {
        recording.stop();
        Histogram histogram = new Histogram(3);
        synchronized (this) {
            for (Pulse pulse : pulses.values()) {
                if (pulse.painted) {
                    histogram.recordValue(
                            Math.max(0, Duration.between(pulse.start, pulse.end).toNanos()));
                }
            }
        }
        return histogram;
    }

    @Override
    public void close() {
        recording.close();
    }
}
