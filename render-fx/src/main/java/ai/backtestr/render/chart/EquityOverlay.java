package ai.backtestr.render.chart;

import ai.backtestr.engine.time.Times;
import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.axis.PriceTicks;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// The equity of several runs over one axis of time, on which equal distances are equal times, nights and weekends
/// included. Each column of pixels reaches from the lowest to the highest value in it. The legend tells what each
/// line stands at where the mouse is, else at its end.
///
/// Threads: belongs to the FX thread.
public final class EquityOverlay extends Region {
    /// More runs than this are not told apart by their colours.
    public static final int MOST_LINES = 8;

    private static final double AXIS_WIDTH = 84;
    private static final double AXIS_HEIGHT = 22;
    private static final double LEGEND_HEIGHT = 22;
    private static final double LABEL_GAP = 120;
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final DateTimeFormatter DAY = format("d MMM uuuu");
    private static final DateTimeFormatter MINUTE = format("d MMM HH:mm");

    private final Canvas canvas = new Canvas();
    private final ValueScale scale = new ValueScale();
    private List<EquityLine> lines = List.of();
    private List<EquityCurve> curves = List.of();
    private ChartTheme theme = ChartTheme.DARK;
    private PriceTicks ticks = new PriceTicks(2);
    private WallClock clock = WallClock.UTC;
    private ChartFonts fonts = ChartFonts.USUAL;
    private long fromNs;
    private long toNs = 1;
    private double mouseX = -1;
    private String instead = "";

    /// Shows nothing.
    public EquityOverlay() {
        getChildren().add(canvas);
        setMinSize(0, 0);
        setPrefSize(640, 220);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription("equity curves");
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(-1));
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /// Shows these lines, the last of them in front; those without a value are left out.
    ///
    /// @param unit written behind every value on the axis, such as `%`
    public void show(List<EquityLine> others, String unit) {
        show(others, unit, Long.MIN_VALUE);
    }

    /// As above, leaving room for what is still to come.
    ///
    /// @param untilNs how far the axis of time reaches at least, nanoseconds since the epoch, UTC
    public void show(List<EquityLine> others, String unit, long untilNs) {
        lines = others.stream().filter(line -> line.equity().count() > 0).toList();
        curves = lines.stream().map(line -> new EquityCurve(line.equity())).toList();
        ticks = new PriceTicks(2, number -> number + unit);
        fromNs = lines.stream().mapToLong(line -> line.equity().timeNs(0)).min().orElse(0);
        toNs = lines.stream()
                .mapToLong(line -> line.equity().timeNs(line.equity().count() - 1))
                .max()
                .orElse(1);
        toNs = Math.max(toNs, lines.isEmpty() ? toNs : untilNs);
        setAccessibleText(String.join(", ", texts(-1)));
        paint();
    }

    /// Shows no lines.
    ///
    /// @param why what stands in their place
    public void showNothing(String why) {
        instead = why;
        show(List.of(), "");
        setAccessibleText(why);
    }

    private double axisWidth() {
        return fonts.length(AXIS_WIDTH);
    }

    private double axisHeight() {
        return fonts.length(AXIS_HEIGHT);
    }

    private double legendHeight() {
        return fonts.length(LEGEND_HEIGHT);
    }

    /// Returns what is shown.
    public List<EquityLine> lines() {
        return lines;
    }

    /// Sets the colours.
    public void setTheme(ChartTheme now) {
        theme = now;
        paint();
    }

    /// Sets how large texts are.
    ///
    /// @param scale by how much they are larger than usual, above 0
    public void setTextScale(double scale) {
        fonts = ChartFonts.of(scale);
        paint();
    }

    /// Sets the clock whose times are shown.
    public void setClock(WallClock newClock) {
        clock = newClock;
        paint();
    }

    /// Returns the colour of a line.
    public Color colour(int line) {
        if (lines.get(line).quiet()) {
            return theme.axisText();
        }
        Color[] all = {
            theme.equity(), theme.down(), theme.up(), theme.shortEntry(),
            theme.strongText(), theme.profit(), theme.loss(), theme.crosshair()
        };
        return all[line % all.length];
    }

    /// Returns the words of the legend: the name of each line and its value at a place, or at its end.
    ///
    /// @param x in logical pixels; negative for the end
    List<String> texts(double x) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            EquityCurve curve = curves.get(i);
            int entries = x < 0 ? curve.count() : curve.countBefore(timeNs(x) + 1);
            String value = entries == 0 ? "" : "  " + ticks.format(curve.value(entries - 1));
            texts.add(lines.get(i).name() + value);
        }
        return texts;
    }

    private void point(double x) {
        mouseX = x > plotRight() ? -1 : x;
        paint();
    }

    private double plotRight() {
        return Math.max(1, canvas.getWidth() - axisWidth());
    }

    private double plotBottom() {
        return Math.max(legendHeight() + 1, canvas.getHeight() - axisHeight());
    }

    private long timeNs(double x) {
        return fromNs + (long) (x / plotRight() * (toNs - fromNs));
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            paint();
        }
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setFill(theme.background());
        g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (lines.isEmpty()) {
            paintInstead(g);
        }
        if (lines.isEmpty() || canvas.getWidth() < axisWidth() || canvas.getHeight() < legendHeight() + axisHeight()) {
            return;
        }
        double lowest = curves.stream()
                .mapToDouble(curve -> curve.lowest(0, curve.count()))
                .min()
                .orElse(0);
        double highest = curves.stream()
                .mapToDouble(curve -> curve.highest(0, curve.count()))
                .max()
                .orElse(1);
        scale.set(lowest, highest, legendHeight() + 8, plotBottom() - 6);
        ticks.choose(lowest, highest, (int) ((plotBottom() - legendHeight()) / fonts.length(PaneBox.LABEL_GAP)));
        paintAxes(g);
        for (int i = 0; i < lines.size(); i++) {
            paint(g, curves.get(i), colour(i), lines.get(i).quiet());
        }
        if (mouseX >= 0) {
            g.setStroke(theme.crosshair());
            g.setLineWidth(1);
            g.strokeLine(mouseX, legendHeight(), mouseX, plotBottom());
        }
        paintLegend(g);
    }

    private void paintInstead(GraphicsContext g) {
        g.setFont(fonts.regular().font());
        g.setFill(theme.axisText());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(instead, canvas.getWidth() / 2, canvas.getHeight() / 2, canvas.getWidth());
    }

    private void paintAxes(GraphicsContext g) {
        g.setFont(fonts.regular().font());
        g.setLineWidth(1);
        g.setStroke(theme.grid());
        g.setFill(theme.axisText());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        for (int i = 0; i < ticks.count(); i++) {
            double y = Math.rint(scale.y(ticks.price(i))) + 0.5;
            g.strokeLine(0, y, plotRight(), y);
            g.fillText(ticks.label(i), plotRight() + 8, y);
        }
        int steps = (int) Math.max(1, plotRight() / fonts.length(LABEL_GAP));
        DateTimeFormatter format = toNs - fromNs > steps * DAY_NS ? DAY : MINUTE;
        for (int i = 0; i <= steps; i++) {
            double x = plotRight() * i / steps;
            g.strokeLine(Math.rint(x) + 0.5, legendHeight(), Math.rint(x) + 0.5, plotBottom());
            g.setTextAlign(i == 0 ? TextAlignment.LEFT : i == steps ? TextAlignment.RIGHT : TextAlignment.CENTER);
            long timeNs = timeNs(x);
            String text = format.format(Times.instant(timeNs).atZone(clock.zone()));
            g.fillText(text, x, plotBottom() + axisHeight() / 2);
        }
        if (!clock.isUtc()) {
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText(clock.shortName(), plotRight() + 8, plotBottom() + axisHeight() / 2, axisWidth() - 8);
        }
    }

    private void paint(GraphicsContext g, EquityCurve curve, Color colour, boolean quiet) {
        int columns = (int) Math.ceil(plotRight());
        double[] xs = new double[columns * 3 + 3];
        double[] ys = new double[columns * 3 + 3];
        int points = 0;
        int before = curve.countBefore(timeNs(0));
        for (int column = 0; column < columns; column++) {
            int end = column + 1 == columns ? curve.count() : curve.countBefore(timeNs(column + 1.0));
            if (end > before) {
                points = put(xs, ys, points, column, scale.y(curve.highest(before, end)));
                points = put(xs, ys, points, column, scale.y(curve.lowest(before, end)));
                points = put(xs, ys, points, column, scale.y(curve.value(end - 1)));
            }
            before = end;
        }
        g.setStroke(colour);
        g.setLineWidth(quiet ? 1 : 1.5);
        g.strokePolyline(xs, ys, points);
    }

    private static int put(double[] xs, double[] ys, int at, double x, double y) {
        xs[at] = x;
        ys[at] = y;
        return at + 1;
    }

    private void paintLegend(GraphicsContext g) {
        g.setFont(fonts.medium().font());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        double x = 10;
        List<String> texts = texts(mouseX);
        for (int i = 0; i < texts.size(); i++) {
            g.setFill(colour(i));
            g.fillRect(x, legendHeight() / 2 - 1.5, 12, 3);
            g.fillText(texts.get(i), x + 17, legendHeight() / 2);
            x += 17 + fonts.medium().width(texts.get(i)) + 16;
        }
    }
}
