package ai.backtestr.data.imports;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Reads times of a zone whose clocks may go forward. Used by one thread.
abstract class LocalTimeReader implements TimeReader {
    private final LocalZone zone;
    private long timeNs;
    private String reason = "";

    LocalTimeReader(ZoneId zone) {
        this.zone = new LocalZone(zone);
    }

    /// Takes a time as UTC has it.
    final boolean accept(long utcNs) {
        timeNs = utcNs;
        return true;
    }

    /// Takes a time as clocks of the zone show it, if they ever do.
    final boolean acceptLocal(long localNs, String text) {
        long utcNs = zone.toUtc(localNs);
        return utcNs == LocalZone.NONE
                ? refuse("time " + text + " does not exist in " + zone.zone() + ", where clocks went forward")
                : accept(utcNs);
    }

    final boolean refuse(String why) {
        reason = why;
        return false;
    }

    @Override
    public final long timeNs() {
        return timeNs;
    }

    @Override
    public @Nullable EpochUnit unit() {
        return null;
    }

    @Override
    public final String reason() {
        return reason;
    }
}
