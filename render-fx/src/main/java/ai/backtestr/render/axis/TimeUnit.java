package ai.backtestr.render.axis;

/// The kinds of label on a time axis, from coarse to fine.
enum TimeUnit {
    YEAR,
    MONTH,
    DAY,
    MINUTE,
    SECOND,
    MILLISECOND;

    boolean isWithinDay() {
        return compareTo(DAY) > 0;
    }
}
