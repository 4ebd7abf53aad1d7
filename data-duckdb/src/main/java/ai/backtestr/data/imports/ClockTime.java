package ai.backtestr.data.imports;

import java.time.LocalDate;
import java.time.ZoneId;

/// Reads milliseconds since the midnight of a known day, with or without a fraction. Used by one thread.
final class ClockTime extends LocalTimeReader {
    private static final long DAY_MS = 24 * 60 * 60 * 1000L;
    private static final int DECIMALS = 6;

    private final int field;
    private final long midnightNs;
    private final DecimalField count;

    ClockTime(int field, char point, LocalDate day, ZoneId zone) {
        super(zone);
        this.field = field;
        midnightNs = Math.multiplyExact(day.toEpochDay(), DAY_MS * 1_000_000);
        count = new DecimalField(point);
    }

    /// Tells whether that many milliseconds fit a day.
    static boolean isMillisOfDay(double millis) {
        return millis >= 0 && millis < DAY_MS;
    }

    @Override
    public boolean read(Row row) {
        boolean fits =
                count.read(row, field) && count.signum() >= 0 && count.whole() < DAY_MS && count.decimals() <= DECIMALS;
        if (!fits) {
            return refuse("time '" + row.text(field) + "' is not in milliseconds since midnight");
        }
        return acceptLocal(midnightNs + count.units(DECIMALS), row.text(field));
    }
}
