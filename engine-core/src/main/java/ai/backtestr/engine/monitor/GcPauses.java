package ai.backtestr.engine.monitor;

import java.util.function.LongConsumer;
import jdk.jfr.consumer.RecordingStream;

/// Hears of each pause of the garbage collector, in nanoseconds, from the JVM's own flight recorder: its management
/// notifications count whole milliseconds only. They come about a second late, on a thread of their own.
public final class GcPauses implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(GcPauses.class.getName());

    private final RecordingStream stream;

    private GcPauses(RecordingStream stream) {
        this.stream = stream;
    }

    /// Begins to listen.
    ///
    /// @throws IllegalStateException if this JVM has no flight recorder
    public static GcPauses to(LongConsumer onPause) {
        RecordingStream stream = new RecordingStream();
        stream.enable("jdk.GCPhasePause").withoutThreshold();
        stream.onEvent(
                "jdk.GCPhasePause", event -> onPause.accept(event.getDuration().toNanos()));
        stream.onError(problem -> LOG.log(System.Logger.Level.WARNING, "GC pauses are not heard of", problem));
        stream.startAsync();
        return new GcPauses(stream);
    }

    /// Ends listening, after what has happened so far was told.
    @Override
    public void close() {
        stream.stop();
        stream.close();
    }
}
