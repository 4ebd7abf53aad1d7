package ai.backtestr.render.drawing;

import ai.backtestr.render.chart.PlotView;
import java.util.Locale;

/// Says what lies between two anchors.
final class Measurement {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MINUTE_NS = 60 * SECOND_NS;
    private static final long HOUR_NS = 60 * MINUTE_NS;
    private static final long DAY_NS = 24 * HOUR_NS;

    private Measurement() {}

    /// Returns two lines: the difference in price and in percent of the first price, and bars and time.
    static String[] words(Anchor from, Anchor to, long bars, PlotView view) {
        double change = to.price() - from.price();
        String percent = from.price() == 0
                ? ""
                : String.format(Locale.ROOT, "  (%+.2f%%)", 100 * change / Math.abs(from.price()));
        return new String[] {
            (change < 0 ? "" : "+") + view.formatPrice(change) + percent,
            bars + (Math.abs(bars) == 1 ? " bar, " : " bars, ") + length(to.timeNs() - from.timeNs())
        };
    }

    /// Returns a length of time in its two largest units: `3 d 4 h`.
    static String length(long ns) {
        String sign = ns < 0 ? "-" : "";
        long left = Math.abs(ns);
        if (left >= DAY_NS) {
            return sign + two(left, DAY_NS, "d", HOUR_NS, "h");
        } else if (left >= HOUR_NS) {
            return sign + two(left, HOUR_NS, "h", MINUTE_NS, "min");
        } else if (left >= MINUTE_NS) {
            return sign + two(left, MINUTE_NS, "min", SECOND_NS, "s");
        }
        return sign
                + (left % SECOND_NS == 0
                        ? left / SECOND_NS + " s"
                        : String.format(Locale.ROOT, "%.3f s", (double) left / SECOND_NS));
    }

    private static String two(long ns, long unit, String name, long smaller, String smallerName) {
        long rest = ns % unit / smaller;
        return ns / unit + " " + name + (rest == 0 ? "" : " " + rest + " " + smallerName);
    }
}
