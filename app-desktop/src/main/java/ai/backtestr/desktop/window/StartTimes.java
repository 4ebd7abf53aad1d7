package ai.backtestr.desktop.window;

import java.lang.management.ManagementFactory;
import java.util.StringJoiner;
import javafx.animation.AnimationTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long the start took and how far it was when, told to the log once the window can be used. Times are
/// milliseconds since the JVM began.
///
/// Threads: handed from the thread that starts the window to the FX thread.
final class StartTimes {
    private static final Logger LOG = LoggerFactory.getLogger(StartTimes.class);
    private static final int PULSES = 2; // the first paints, the second waits until that is done

    private final long beginMs = ManagementFactory.getRuntimeMXBean().getStartTime();
    private final StringJoiner reached = new StringJoiner(", ");

    /// Takes in that the start has come so far.
    void reached(String what) {
        reached.add(what + " " + sinceBegin());
    }

    private long sinceBegin() {
        return System.currentTimeMillis() - beginMs;
    }

    /// Tells the log as soon as the window is painted and answers; on the FX thread.
    void tellWhenPainted() {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long nowNs) {
                pulses++;
                if (pulses == PULSES) {
                    stop();
                    LOG.info("The window can be used after {} ms: {}", sinceBegin(), reached);
                }
            }
        }.start();
    }
}
