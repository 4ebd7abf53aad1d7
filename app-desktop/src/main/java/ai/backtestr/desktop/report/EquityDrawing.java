package ai.backtestr.desktop.report;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.number.Money;
import java.util.Locale;

/// The equity curve of a run as an SVG element whose colours the page's style decides.
final class EquityDrawing {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 220;
    private static final int MOST_POINTS = 2000;

    private final EquityCurve curve;
    private final long start;
    private final long lowest;
    private final long highest;

    private EquityDrawing(EquityCurve curve, long start) {
        this.curve = curve;
        this.start = start;
        long low = start;
        long high = start;
        for (int i = 0; i < curve.count(); i++) {
            low = Math.min(low, curve.equity(i));
            high = Math.max(high, curve.equity(i));
        }
        lowest = low;
        highest = high;
    }

    /// @param start the equity before the first tick, as [Money]
    static String of(EquityCurve curve, long start) {
        return new EquityDrawing(curve, start).svg();
    }

    private String svg() {
        String line = line();
        String startY = number(y(start));
        return "<svg viewBox=\"0 0 " + number(WIDTH) + " " + number(HEIGHT)
                + "\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Equity over time\">"
                + "<path class=\"area\" d=\"M0 " + startY + line.replaceFirst("M", "L") + "L" + number(WIDTH) + " "
                + startY + "Z\"/>"
                + "<path class=\"start\" d=\"M0 " + startY + "H" + number(WIDTH) + "\"/>"
                + "<path class=\"line\" d=\"" + line + "\"/></svg>";
    }

    /// Every point, or of very many the lowest and the highest of each stretch, so that no peak is lost.
    private String line() {
        StringBuilder path = new StringBuilder();
        int stretch = Math.max(1, 2 * curve.count() / MOST_POINTS);
        for (int from = 0; from < curve.count(); from += stretch) {
            int low = from;
            int high = from;
            for (int i = from; i < Math.min(curve.count(), from + stretch); i++) {
                low = curve.equity(i) < curve.equity(low) ? i : low;
                high = curve.equity(i) > curve.equity(high) ? i : high;
            }
            point(path, Math.min(low, high));
            if (low != high) {
                point(path, Math.max(low, high));
            }
        }
        return path.toString();
    }

    private void point(StringBuilder path, int index) {
        path.append(path.isEmpty() ? 'M' : 'L')
                .append(number(x(index)))
                .append(' ')
                .append(number(y(curve.equity(index))));
    }

    private double x(int index) {
        double first = curve.timeNs(0);
        double span = curve.timeNs(curve.count() - 1) - first;
        return span == 0 ? 0 : WIDTH * (curve.timeNs(index) - first) / span;
    }

    private double y(long equity) {
        double span = Money.toDouble(highest - lowest);
        return span == 0 ? HEIGHT / 2 : HEIGHT * Money.toDouble(highest - equity) / span;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
