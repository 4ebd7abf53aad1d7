package ai.backtestr.render.axis;

import java.time.Instant;

/// Lengths of time in nanoseconds, and moments as nanoseconds since the epoch.
final class Nanos {
    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long DAY = 1_440 * MINUTE;

    private Nanos() {}

    static Instant instant(long timeNs) {
        return Instant.ofEpochSecond(Math.floorDiv(timeNs, SECOND), Math.floorMod(timeNs, SECOND));
    }
}
