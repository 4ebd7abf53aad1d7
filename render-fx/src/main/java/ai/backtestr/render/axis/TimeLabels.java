package ai.backtestr.render.axis;

/// Writes the labels of the time axis.
final class TimeLabels {
    private TimeLabels() {}

    /// Adds the label of a moment.
    ///
    /// @param timeNs what a clock shows then, see [ai.backtestr.engine.time.WallClock]
    /// @param unit what begins at this moment
    /// @param finest the finest unit on the axis, which decides how much a date has to say
    static void write(long timeNs, TimeUnit unit, TimeUnit finest, TextParts line) {
        if (finest.isWithinDay()) {
            writeWithinDays(timeNs, unit, finest, line);
        } else {
            writeOverDays(timeNs, unit, line);
        }
    }

    private static void writeWithinDays(long timeNs, TimeUnit unit, TimeUnit finest, TextParts line) {
        if (unit.isWithinDay()) {
            TimeParts.minute(timeNs, line);
            if (finest != TimeUnit.MINUTE) {
                TimeParts.second(timeNs, line);
            }
            if (finest == TimeUnit.MILLISECOND) {
                TimeParts.millisecond(timeNs, line);
            }
            return;
        }
        TimeParts.day(timeNs, line);
        TimeParts.month(timeNs, line.add(" "));
        if (unit == TimeUnit.YEAR) {
            TimeParts.year(timeNs, line.add(" "));
        }
    }

    private static void writeOverDays(long timeNs, TimeUnit unit, TextParts line) {
        switch (unit) {
            case YEAR -> TimeParts.year(timeNs, line);
            case MONTH -> TimeParts.month(timeNs, line);
            default -> TimeParts.day(timeNs, line);
        }
    }
}
