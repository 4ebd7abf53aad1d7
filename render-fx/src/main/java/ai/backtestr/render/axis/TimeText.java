package ai.backtestr.render.axis;

import ai.backtestr.engine.time.WallClock;

/// Writes one moment in full, with no more digits than it has: `Wed 19 Apr 2017 09:00`.
public final class TimeText {
    private static final String SPACE = " ";

    private TimeText() {}

    /// Returns the moment `timeNs`, nanoseconds since the epoch, in UTC.
    public static String of(long timeNs) {
        return of(timeNs, WallClock.UTC);
    }

    /// Returns the moment `timeNs`, nanoseconds since the epoch, as a clock shows it.
    public static String of(long timeNs, WallClock clock) {
        return write(timeNs, clock, new TextParts()).toString();
    }

    /// Adds the moment `timeNs`, nanoseconds since the epoch, as a clock shows it.
    ///
    /// @return the line
    public static TextParts write(long timeNs, WallClock clock, TextParts line) {
        return write(clock.localNs(timeNs), line);
    }

    /// Adds the moment `timeNs`, nanoseconds since the epoch, in UTC.
    ///
    /// @return the line
    public static TextParts write(long timeNs, TextParts line) {
        TimeParts.weekday(timeNs, line);
        TimeParts.day(timeNs, line.add(SPACE));
        TimeParts.month(timeNs, line.add(SPACE));
        TimeParts.year(timeNs, line.add(SPACE));
        if (Math.floorMod(timeNs, Nanos.DAY) != 0) {
            TimeParts.minute(timeNs, line.add(SPACE));
        }
        if (Math.floorMod(timeNs, Nanos.MINUTE) != 0) {
            TimeParts.second(timeNs, line);
        }
        if (Math.floorMod(timeNs, Nanos.SECOND) != 0) {
            TimeParts.millisecond(timeNs, line);
        }
        return line;
    }
}
