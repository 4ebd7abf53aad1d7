package ai.backtestr.data.imports;

import ai.backtestr.engine.time.Times;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// Turns what the clock of a zone shows into a time.
///
/// In the hour that a clock shows twice in autumn, the first showing is taken until times go back by more than half
/// of it: the rows after that are of the second. Used by one thread, for the rows of one file in their order.
final class LocalZone {
    /// What [#toUtc] returns for a time that the clock never shows.
    static final long NONE = Long.MIN_VALUE;

    private static final long BUCKET_NS = 15 * 60 * Times.SECOND_NS;

    private final ZoneId zone;
    private final ZoneRules rules;
    private final boolean fixed;
    private long bucket = Long.MIN_VALUE;
    private long offsetNs;
    private long lastNs = Long.MIN_VALUE;

    LocalZone(ZoneId zone) {
        this.zone = zone;
        rules = zone.getRules();
        fixed = rules.isFixedOffset();
        if (fixed) {
            offsetNs = nanos(rules.getOffset(LocalDateTime.of(2000, 1, 1, 0, 0)));
        }
    }

    ZoneId zone() {
        return zone;
    }

    /// Returns the time at which the clock shows `localNs`, both in nanoseconds since the epoch.
    long toUtc(long localNs) {
        if (!fixed && Math.floorDiv(localNs, BUCKET_NS) != bucket && !enter(localNs)) {
            return atTransition(localNs);
        }
        lastNs = localNs - offsetNs;
        return lastNs;
    }

    /// Learns the offset of the quarter of an hour around that time.
    ///
    /// @return whether it is the same throughout
    private boolean enter(long localNs) {
        long number = Math.floorDiv(localNs, BUCKET_NS);
        LocalDateTime first = local(number * BUCKET_NS);
        LocalDateTime last = local((number + 1) * BUCKET_NS - 1);
        ZoneOffset offset = rules.getOffset(first);
        boolean steady = rules.getTransition(first) == null
                && rules.getTransition(last) == null
                && offset.equals(rules.getOffset(last));
        if (steady) {
            bucket = number;
            offsetNs = nanos(offset);
        }
        return steady;
    }

    private long atTransition(long localNs) {
        LocalDateTime local = local(localNs);
        ZoneOffsetTransition transition = rules.getTransition(local);
        if (transition == null) {
            lastNs = localNs - nanos(rules.getOffset(local));
        } else if (transition.isGap()) {
            return NONE;
        } else {
            long earlier = localNs - nanos(transition.getOffsetBefore());
            long half = -transition.getDuration().toNanos() / 2;
            boolean second = lastNs != Long.MIN_VALUE && lastNs - earlier > half;
            lastNs = second ? localNs - nanos(transition.getOffsetAfter()) : earlier;
        }
        return lastNs;
    }

    private static LocalDateTime local(long localNs) {
        return LocalDateTime.ofInstant(Times.instant(localNs), ZoneOffset.UTC);
    }

    private static long nanos(ZoneOffset offset) {
        return offset.getTotalSeconds() * Times.SECOND_NS;
    }
}
