package ai.backtestr.data.store;

/// How the table `tick` keeps a time: milliseconds since the epoch in `ms`, and the nanoseconds since then in `ns`.
final class StoredTime {
    private static final long MS_NS = 1_000_000;

    private StoredTime() {}

    static long ms(long timeNs) {
        return Math.floorDiv(timeNs, MS_NS);
    }

    static int ns(long timeNs) {
        return (int) Math.floorMod(timeNs, MS_NS);
    }

    static long timeNs(long ms, int ns) {
        return ms * MS_NS + ns;
    }

    /// Returns the condition that a time is `timeNs` or later. The zone maps of `ms` serve it.
    static String from(long timeNs) {
        return "ms >= " + ms(timeNs)
                + (ns(timeNs) == 0 ? "" : " AND (ms > " + ms(timeNs) + " OR ns >= " + ns(timeNs) + ")");
    }

    /// Returns the condition that a time is before `timeNs`.
    static String before(long timeNs) {
        return ns(timeNs) == 0
                ? "ms < " + ms(timeNs)
                : "ms <= " + ms(timeNs) + " AND (ms < " + ms(timeNs) + " OR ns < " + ns(timeNs) + ")";
    }
}
