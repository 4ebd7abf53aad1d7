package ai.backtestr.desktop.report;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The equity of a run and beneath it how far it stood below its highest point, as an SVG element.
final class EquityDrawing {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 400;
    private static final double RIGHT = 925;
    private static final double EQUITY_TOP = 8;
    private static final double EQUITY_BOTTOM = 262;
    private static final double FALL_TOP = 290;
    private static final double FALL_BOTTOM = 370;
    private static final double TIMES_AT = 391;
    private static final int MOST_POINTS = 2000;
    private static final int MOST_SLICES = 250;
    private static final DateTimeFormatter READING = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /// @param fall below the highest equity so far, in percent of it, not above 0
    private record Point(long timeNs, long equity, double fall) {}

    private final List<Point> points;
    private final double start;
    private final ZoneId zone;
    private final Scale times;
    private final Scale money;
    private final Scale falls;

    private EquityDrawing(List<Point> points, double start, ZoneId zone) {
        this.points = points;
        this.start = start;
        this.zone = zone;
        double low = start;
        double high = start;
        double deepest = 0;
        for (Point point : points) {
            low = Math.min(low, Money.toDouble(point.equity));
            high = Math.max(high, Money.toDouble(point.equity));
            deepest = Math.min(deepest, point.fall);
        }
        long from = points.getFirst().timeNs;
        times = new Scale(0, (double) Math.max(1, points.getLast().timeNs - from), 0, RIGHT);
        money = Scale.around(low, high, EQUITY_BOTTOM, EQUITY_TOP);
        falls = new Scale(deepest == 0 ? -1 : deepest * 1.08, 0, FALL_BOTTOM, FALL_TOP);
    }

    /// Draws it; nothing for a run without ticks.
    ///
    /// @param start the equity before the first tick, as [Money]
    static String of(EquityCurve curve, long start, ZoneId zone) {
        List<Point> points = points(curve, start);
        return points.isEmpty() ? "" : new EquityDrawing(points, Money.toDouble(start), zone).svg();
    }

    /// Every point, or of very many the lowest and the highest of each stretch, so that no peak is lost.
    private static List<Point> points(EquityCurve curve, long start) {
        List<Point> all = new ArrayList<>();
        long peak = start;
        for (int i = 0; i < curve.count(); i++) {
            peak = Math.max(peak, curve.equity(i));
            all.add(new Point(curve.timeNs(i), curve.equity(i), 100.0 * (curve.equity(i) - peak) / Math.max(1, peak)));
        }
        int stretch = Math.max(1, 2 * all.size() / MOST_POINTS);
        if (stretch == 1) {
            return all;
        }
        List<Point> kept = new ArrayList<>();
        for (int from = 0; from < all.size(); from += stretch) {
            addExtremes(all.subList(from, Math.min(all.size(), from + stretch)), kept);
        }
        return kept;
    }

    private static void addExtremes(List<Point> stretch, List<Point> kept) {
        int low = 0;
        int high = 0;
        for (int i = 1; i < stretch.size(); i++) {
            low = stretch.get(i).equity < stretch.get(low).equity ? i : low;
            high = stretch.get(i).equity > stretch.get(high).equity ? i : high;
        }
        kept.add(stretch.get(Math.min(low, high)));
        if (low != high) {
            kept.add(stretch.get(Math.max(low, high)));
        }
    }

    private String svg() {
        Svg svg = new Svg(WIDTH, HEIGHT, "Equity over time, and drawdown beneath it");
        grid(svg);
        String line = path(point -> money.at(Money.toDouble(point.equity)));
        String below = path(point -> falls.at(point.fall));
        double startY = money.at(start);
        svg.path(
                "area",
                "M" + Svg.point(0, startY) + line.replaceFirst("M", "L") + "L" + Svg.point(RIGHT, startY) + "Z");
        svg.line("dashed", 0, startY, RIGHT, startY);
        svg.path("line", line);
        svg.path(
                "fall",
                "M" + Svg.point(0, FALL_TOP) + below.replaceFirst("M", "L") + "L" + Svg.point(RIGHT, FALL_TOP) + "Z");
        svg.path("fall-line", below);
        svg.text("label start", 4, FALL_TOP - 8, "Drawdown");
        slices(svg);
        return svg.end();
    }

    /// Invisible strips that tell time, equity and drawdown where the pointer is.
    private void slices(Svg svg) {
        int every = Math.max(1, points.size() / MOST_SLICES);
        for (int i = 0; i < points.size(); i += every) {
            Point point = points.get(i);
            double x = x(point);
            double end = i + every < points.size() ? x(points.get(i + every)) : RIGHT;
            String time = Times.instant(point.timeNs).atZone(zone).format(READING);
            svg.rectangle(
                    "slice",
                    x,
                    EQUITY_TOP,
                    Math.max(0.5, end - x),
                    FALL_BOTTOM - EQUITY_TOP,
                    time + ": " + FigureText.decimal(Money.toDecimal(point.equity)) + ", drawdown "
                            + FigureText.decimal(BigDecimal.valueOf(-point.fall)) + " %");
        }
    }

    private void grid(Svg svg) {
        double step = money.step(6);
        for (double value : money.multiples(step)) {
            svg.line("grid", 0, money.at(value), RIGHT, money.at(value));
            svg.text("label start", RIGHT + 8, money.at(value) + 4, Scale.label(value, step));
        }
        double fallStep = falls.step(3);
        for (double value : falls.multiples(fallStep)) {
            svg.line("grid", 0, falls.at(value), RIGHT, falls.at(value));
            svg.text("label start", RIGHT + 8, falls.at(value) + 4, Scale.label(value, fallStep) + " %");
        }
        long fromNs = points.getFirst().timeNs;
        for (TimeLabels.Label label : TimeLabels.between(fromNs, points.getLast().timeNs, zone)) {
            double x = times.at((double) (label.timeNs() - fromNs));
            svg.line("grid", x, EQUITY_TOP, x, FALL_BOTTOM);
            svg.text(x < 30 ? "label start" : "label middle", x, TIMES_AT, label.text());
        }
    }

    private double x(Point point) {
        return times.at((double) (point.timeNs - points.getFirst().timeNs));
    }

    private String path(ToDoubleFunction<Point> y) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? 'M' : 'L').append(Svg.point(x(point), y.applyAsDouble(point)));
        }
        return path.toString();
    }
}
