package ai.backtestr.engine.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What clocks show in a zone, for texts and axes. Moments stay nanoseconds since the epoch, UTC; a *local* time is
/// what a clock on the wall shows then, counted as if it were UTC, so that midnight is a multiple of 24 hours. One
/// local time stands for two moments when clocks are set back, and for none when they are set forward.
///
/// Immutable; reading allocates nothing.
public final class WallClock {
    /// The clock of UTC.
    public static final WallClock UTC = new WallClock(ZoneOffset.UTC);

    private final ZoneId zone;
    private final long[] changesNs; // the moments at which clocks are set, ascending
    private final long[] offsetsNs; // before the first, then from each on

    private WallClock(ZoneId zone) {
        this.zone = zone;
        ZoneRules rules = zone.getRules();
        List<ZoneOffsetTransition> changes = changes(rules);
        changesNs = changes.stream()
                .mapToLong(change -> Times.nanos(change.getInstant()))
                .toArray();
        offsetsNs = new long[changesNs.length + 1];
        offsetsNs[0] = nanos(rules.getOffset(Times.instant(Long.MIN_VALUE)));
        for (int i = 0; i < changesNs.length; i++) {
            offsetsNs[i + 1] = nanos(changes.get(i).getOffsetAfter());
        }
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        Instant last = Times.instant(Long.MAX_VALUE);
        ZoneOffsetTransition change = rules.nextTransition(Times.instant(Long.MIN_VALUE));
        while (change != null && change.getInstant().isBefore(last)) {
            changes.add(change);
            change = rules.nextTransition(change.getInstant());
        }
        return changes;
    }

    private static long nanos(ZoneOffset offset) {
        return offset.getTotalSeconds() * Times.SECOND_NS;
    }

    /// Returns the clock of a zone.
    public static WallClock of(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? UTC : new WallClock(zone);
    }

    /// Returns the zone.
    public ZoneId zone() {
        return zone;
    }

    /// Returns what the zone is called where times stand: `UTC`, `America/New_York`.
    public String name() {
        return isUtc() ? "UTC" : zone.getId();
    }

    /// Returns that name without what comes before the place: `UTC`, `New York`.
    public String shortName() {
        return name().substring(name().lastIndexOf('/') + 1).replace('_', ' ');
    }

    /// Tells whether it is that of UTC.
    public boolean isUtc() {
        return zone.equals(ZoneOffset.UTC);
    }

    private int stretch(long timeNs) {
        int found = Arrays.binarySearch(changesNs, timeNs);
        return found < 0 ? -found - 1 : found + 1;
    }

    /// Returns how far the clock is ahead of UTC at a moment, in nanoseconds.
    public long offsetNs(long timeNs) {
        return offsetsNs[stretch(timeNs)];
    }

    /// Returns the local time of a moment.
    public long localNs(long timeNs) {
        return timeNs + offsetNs(timeNs);
    }

    /// Returns when the clock is next set after a moment; [Long#MAX_VALUE] if it never is.
    public long nextChangeNs(long timeNs) {
        int stretch = stretch(timeNs);
        return stretch < changesNs.length ? changesNs[stretch] : Long.MAX_VALUE;
    }

    /// Returns when the clock was last set at or before a moment; [Long#MIN_VALUE] if it never was.
    public long lastChangeNs(long timeNs) {
        int stretch = stretch(timeNs);
        return stretch > 0 ? changesNs[stretch - 1] : Long.MIN_VALUE;
    }

    /// Returns the moment of a local time: the earlier of two, and of one that was left out, that of the change.
    public long timeNs(long localNs) {
        // No clock is further than 18 hours from UTC, so the stretches from there on are all that can hold it.
        for (int i = stretch(localNs - nanos(ZoneOffset.MAX)); i < offsetsNs.length; i++) {
            long timeNs = localNs - offsetsNs[i];
            if (i > 0 && timeNs < changesNs[i - 1]) {
                return changesNs[i - 1];
            }
            if (i == changesNs.length || timeNs < changesNs[i]) {
                return timeNs;
            }
        }
        throw new IllegalStateException("no stretch holds " + localNs);
    }

    /// Writes a moment as [Times#format] does, at the zone's clock and with its offset behind it:
    /// `2013-11-25T00:00:00Z`, `2013-11-24T19:00:00-05:00`.
    public String format(long timeNs) {
        if (isUtc()) {
            return Times.format(timeNs);
        }
        String local = Times.format(localNs(timeNs));
        return local.substring(0, local.length() - 1)
                + ZoneOffset.ofTotalSeconds((int) (offsetNs(timeNs) / Times.SECOND_NS));
    }

    /// Writes the local time of a moment as [Times#format] does, without a zone: `2013-11-24T19:00:00`.
    public String formatLocal(long timeNs) {
        String local = Times.format(localNs(timeNs));
        return local.substring(0, local.length() - 1);
    }

    /// Reads what a user types for a time as [Times#parse] does, but at the zone's clock where it names no zone.
    ///
    /// @throws java.time.format.DateTimeParseException if it is no time
    public long parse(String text) {
        boolean isZoned = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
        return isZoned ? Times.parse(text) : timeNs(Times.parse(text));
    }
}
