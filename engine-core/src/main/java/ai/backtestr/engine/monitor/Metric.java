package ai.backtestr.engine.monitor;

import java.util.Locale;

/// What is measured while the program works.
public enum Metric {
    TICK_RATE("tick rate", Unit.PER_SECOND),
    UPDATE("update of a tick", Unit.TIME),
    NORMALISE("normalise", Unit.TIME),
    BARS("bars", Unit.TIME),
    INDICATORS("indicators", Unit.TIME),
    STRATEGY("strategy", Unit.TIME),
    PUBLISH("publish", Unit.TIME),
    END_TO_END("end to end", Unit.TIME),
    GC_PAUSE("GC pause", Unit.TIME),
    FRAME("frame", Unit.TIME),
    QUERY("query", Unit.TIME),
    DISK("disk", Unit.TIME),
    HIT_RATIO("cache hit ratio", Unit.PERCENT),
    HEAP("heap", Unit.PERCENT),
    OFF_HEAP("off-heap", Unit.BYTES),
    MEMORY("memory", Unit.PERCENT);

    /// What its values count.
    public enum Unit {
        /// Nanoseconds.
        TIME,
        /// A second.
        PER_SECOND,
        /// 0 to 100.
        PERCENT,
        /// Bytes.
        BYTES;

        /// Writes a value for people.
        public String text(double value) {
            return switch (this) {
                case TIME -> time(value);
                case PER_SECOND -> String.format(Locale.ROOT, "%,.0f/s", value);
                case PERCENT -> String.format(Locale.ROOT, "%.1f %%", value);
                case BYTES -> String.format(Locale.ROOT, "%,.1f MB", value / 1e6);
            };
        }

        private static String time(double ns) {
            if (ns < 1e3) {
                return String.format(Locale.ROOT, "%.0f ns", ns);
            }
            if (ns < 1e6) {
                return String.format(Locale.ROOT, "%.1f us", ns / 1e3);
            }
            return ns < 1e9
                    ? String.format(Locale.ROOT, "%.1f ms", ns / 1e6)
                    : String.format(Locale.ROOT, "%.2f s", ns / 1e9);
        }
    }

    private final String title;
    private final Unit unit;

    Metric(String title, Unit unit) {
        this.title = title;
        this.unit = unit;
    }

    /// Returns what it is shown as.
    public String title() {
        return title;
    }

    /// Returns what its values count.
    public Unit unit() {
        return unit;
    }
}
