package ai.backtestr.data.imports;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Reads milliseconds since the midnight of a known day, with or without a fraction. Used by one thread.
final class ClockTime implements TimeReader {
    private static final long DAY_MS = 24 * 60 * 60 * 1000L;
    private static final int DECIMALS = 6;

    private final int field;
    private final long midnightNs;
    private final LocalZone zone;
    private final DecimalField count;
    private long timeNs;
    private String reason = "";

    ClockTime(int field, char point, LocalDate day, ZoneId zone) {
        this.field = field;
        this.zone = new LocalZone(zone);
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
            reason = "time '" + row.text(field) + "' is not in milliseconds since midnight";
            return false;
        }
        timeNs = zone.toUtc(midnightNs + count.units(DECIMALS));
        if (timeNs == LocalZone.NONE) {
            reason = "time " + row.text(field) + " does not exist in " + zone.zone() + ", where clocks went forward";
            return false;
        }
        return true;
    }

    @Override
    public long timeNs() {
        return timeNs;
    }

    @Override
    public @Nullable EpochUnit unit() {
        return null;
    }

    @Override
    public String reason() {
        return reason;
    }
}
