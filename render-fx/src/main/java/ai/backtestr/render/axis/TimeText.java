package ai.backtestr.render.axis;

/// Writes one moment in full, in UTC, with no more digits than it has: `Wed 19 Apr 2017 09:00`.
public final class TimeText {
    private static final String SPACE = " ";

    private TimeText() {}

    /// Returns the moment `timeNs`, in nanoseconds since the epoch.
    public static String of(long timeNs) {
        return write(timeNs, new TextParts()).toString();
    }

    /// Adds the moment `timeNs`, in nanoseconds since the epoch.
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
