package ai.backtestr.render.axis;

import ai.backtestr.engine.time.WallClock;

/// A set of moments at which a clock shows a round time, from every tenth year down to every thousandth of a
/// second. Each set contains the ones before it, so a finer level only ever adds labels between those already there.
enum TimeLevel {
    YEARS_10(TimeUnit.YEAR, 10),
    YEARS_5(TimeUnit.YEAR, 5),
    YEARS_1(TimeUnit.YEAR, 1),
    MONTHS_6(TimeUnit.MONTH, 6),
    MONTHS_3(TimeUnit.MONTH, 3),
    MONTHS_1(TimeUnit.MONTH, 1),
    DAYS_16(TimeUnit.DAY, 16),
    DAYS_8(TimeUnit.DAY, 8),
    DAYS_4(TimeUnit.DAY, 4),
    DAYS_2(TimeUnit.DAY, 2),
    DAYS_1(TimeUnit.DAY, 1),
    HOURS_12(TimeUnit.MINUTE, 720 * Nanos.MINUTE),
    HOURS_6(TimeUnit.MINUTE, 360 * Nanos.MINUTE),
    HOURS_3(TimeUnit.MINUTE, 180 * Nanos.MINUTE),
    HOURS_1(TimeUnit.MINUTE, 60 * Nanos.MINUTE),
    MINUTES_30(TimeUnit.MINUTE, 30 * Nanos.MINUTE),
    MINUTES_15(TimeUnit.MINUTE, 15 * Nanos.MINUTE),
    MINUTES_5(TimeUnit.MINUTE, 5 * Nanos.MINUTE),
    MINUTES_1(TimeUnit.MINUTE, Nanos.MINUTE),
    SECONDS_30(TimeUnit.SECOND, 30 * Nanos.SECOND),
    SECONDS_15(TimeUnit.SECOND, 15 * Nanos.SECOND),
    SECONDS_5(TimeUnit.SECOND, 5 * Nanos.SECOND),
    SECONDS_1(TimeUnit.SECOND, Nanos.SECOND),
    MILLIS_500(TimeUnit.MILLISECOND, Nanos.SECOND / 2),
    MILLIS_100(TimeUnit.MILLISECOND, Nanos.SECOND / 10),
    MILLIS_20(TimeUnit.MILLISECOND, Nanos.SECOND / 50),
    MILLIS_5(TimeUnit.MILLISECOND, Nanos.SECOND / 200),
    MILLIS_1(TimeUnit.MILLISECOND, Nanos.SECOND / 1000);

    final TimeUnit unit;

    /// Years, months or days of that unit; nanoseconds for the shorter ones.
    private final long step;

    TimeLevel(TimeUnit unit, long step) {
        this.unit = unit;
        this.step = step;
    }

    /// Returns the first moment of this level that is not before `timeNs`. A day whose midnight is left out because
    /// clocks are set forward begins when they are; one whose midnight comes twice begins at the first.
    long atOrAfter(long timeNs, WallClock clock) {
        long from = timeNs;
        while (true) {
            if (beginsByChange(from, clock)) {
                return from;
            }
            long boundaryNs = localAtOrAfter(unmarked(from, clock)) - clock.offsetNs(from);
            long changeNs = clock.nextChangeNs(from);
            if (boundaryNs < changeNs) {
                return boundaryNs;
            }
            from = changeNs;
        }
    }

    private boolean beginsByChange(long timeNs, WallClock clock) {
        if (unit.isWithinDay() || timeNs != clock.lastChangeNs(timeNs)) {
            return false;
        }
        return localAtOrAfter(timeNs + clock.offsetNs(timeNs - 1)) < clock.localNs(timeNs);
    }

    /// Returns the local time from which on nothing is marked yet: where clocks were set back, days and all that is
    /// longer have begun in the first of the times shown twice.
    private long unmarked(long timeNs, WallClock clock) {
        long localNs = clock.localNs(timeNs);
        long changeNs = clock.lastChangeNs(timeNs);
        boolean isMarkedBefore = !unit.isWithinDay() && changeNs != Long.MIN_VALUE;
        return isMarkedBefore ? Math.max(localNs, changeNs + clock.offsetNs(changeNs - 1)) : localNs;
    }

    private long localAtOrAfter(long localNs) {
        return switch (unit) {
            case YEAR -> yearAtOrAfter(localNs);
            case MONTH -> monthAtOrAfter(localNs);
            case DAY -> dayAtOrAfter(localNs);
            case MINUTE, SECOND, MILLISECOND -> Math.ceilDiv(localNs, step) * step;
        };
    }

    /// Tells whether a bar at `barTimeNs` may be labelled for the moment `boundaryNs` before it. A day or an
    /// hour without any bar (a weekend, a night) is not marked at the bar that happens to follow it; months and
    /// years always are.
    boolean marks(long boundaryNs, long barTimeNs, WallClock clock) {
        return switch (unit) {
            case YEAR, MONTH -> true;
            case DAY -> dayOf(barTimeNs, clock) == dayOf(boundaryNs, clock);
            case MINUTE, SECOND, MILLISECOND -> barTimeNs < boundaryNs + step;
        };
    }

    private static long dayOf(long timeNs, WallClock clock) {
        return Math.floorDiv(clock.localNs(timeNs), Nanos.DAY);
    }

    private long yearAtOrAfter(long timeNs) {
        long date = firstDay(timeNs);
        boolean begins = CivilDate.month(date) == 1 && CivilDate.day(date) == 1;
        int year = CivilDate.year(date) + (begins ? 0 : 1);
        return CivilDate.epochDay((int) (Math.ceilDiv(year, step) * step), 1) * Nanos.DAY;
    }

    private long monthAtOrAfter(long timeNs) {
        long date = firstDay(timeNs);
        int year = CivilDate.year(date);
        int month = CivilDate.month(date) + (CivilDate.day(date) == 1 ? 0 : 1);
        while ((month - 1) % step != 0) {
            month++;
        }
        return CivilDate.epochDay(year, month) * Nanos.DAY;
    }

    private long dayAtOrAfter(long timeNs) {
        long day = Math.ceilDiv(timeNs, Nanos.DAY);
        // Counted from each month's first, so that the first is always one of them.
        while ((CivilDate.day(CivilDate.of(day)) - 1) % step != 0) {
            day++;
        }
        return day * Nanos.DAY;
    }

    private static long firstDay(long timeNs) {
        return CivilDate.of(Math.ceilDiv(timeNs, Nanos.DAY));
    }
}
