package ai.backtestr.render.chart;

import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.axis.PriceTicks;
import ai.backtestr.render.axis.SpanText;
import ai.backtestr.render.axis.TextParts;
import ai.backtestr.render.axis.TimeText;
import ai.backtestr.render.history.HistoryView;
import ai.backtestr.render.series.BarSource;
import ai.backtestr.render.series.PriceColumns;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// The text at the top left: what is shown, and the values of one bar. The texts are made anew only when the
/// bar or one of its values has changed.
final class Legend {
    static final double HEIGHT = 56;
    private static final double LEFT = 12;
    private static final double TITLE_Y = 20;
    private static final double VALUES_Y = 41;
    private static final String[] NAMES = {"O", "H", "L", "C", "V", ""};
    private static final int VOLUME = 4;
    private static final String TICKS = "Ticks";

    private final String[] names = NAMES.clone();
    private final TextParts[] values = new TextParts[NAMES.length];
    private final double[] nameWidths = new double[NAMES.length];
    private final double[] valueWidths = new double[NAMES.length];
    private double titleWidth;
    private double timeframeWidth;
    private String symbol = "";
    private String timeframe = "";
    private final TextParts time = new TextParts();
    private double writtenSpan;
    private String spanText = "";
    private boolean changed = true;
    private ChartFonts fonts = ChartFonts.USUAL;
    private int bar = -1;
    private long column = Long.MIN_VALUE;
    private double span;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    Legend() {
        for (int i = 0; i < NAMES.length; i++) {
            values[i] = new TextParts();
        }
    }

    /// Returns how far legends of that size reach down.
    static double height(ChartFonts fonts) {
        return fonts.length(HEIGHT);
    }

    private double nameWidth(String name) {
        return name.isEmpty() ? 0 : fonts.regular().width(name) + 4;
    }

    /// Forgets what it knows of the bars, because the source, the decimals or the title have changed.
    void reset(ChartContent content) {
        bar = -1;
        column = Long.MIN_VALUE;
        changed = true;
        HistoryView history = content.history();
        names[VOLUME] = history == null || history.hasVolume() ? NAMES[VOLUME] : TICKS;
        fonts = content.fonts();
        for (int i = 0; i < names.length; i++) {
            nameWidths[i] = nameWidth(names[i]);
        }
        symbol = content.symbol();
        timeframe = content.timeframe();
        titleWidth = fonts.title().width(symbol);
        timeframeWidth = fonts.regular().width(timeframe);
    }

    /// Takes the values of bar `index`, which must exist.
    void show(int index, ChartContent content, PriceTicks ticks) {
        BarSource bars = content.bars();
        boolean same = index == bar
                && bars.close(index) == close
                && bars.high(index) == high
                && bars.low(index) == low
                && Double.compare(bars.volume(index), volume) == 0;
        if (!same) {
            bar = index;
            open = bars.open(index);
            high = bars.high(index);
            low = bars.low(index);
            close = bars.close(index);
            volume = bars.volume(index);
            TimeText.write(bars.timeNs(index), content.clock(), time.begin());
            write(index > 0 ? bars.close(index - 1) : open, ticks);
        }
    }

    /// Takes the values of column `index` on screen, which must have ticks.
    void show(HistoryView view, int index, WallClock clock, PriceTicks ticks) {
        PriceColumns columns = view.columns();
        boolean same = view.number(index) == column
                && view.columnNs() == span
                && columns.last(index) == close
                && columns.high(index) == high
                && columns.low(index) == low
                && Double.compare(columns.volume(index), volume) == 0;
        if (!same) {
            bar = 0;
            column = view.number(index);
            span = view.columnNs();
            open = columns.first(index);
            high = columns.high(index);
            low = columns.low(index);
            close = columns.last(index);
            volume = columns.volume(index);
            TimeText.write(view.shownTimeNs(index), clock, time.begin());
            if (!view.isBars()) {
                time.add(", ").add(spanText()).add(" a pixel"); // these values are of no bar
            }
            int before = index - 1;
            while (before >= 0 && !columns.isPresent(before)) {
                before--;
            }
            write(before < 0 ? open : columns.last(before), ticks);
        }
    }

    private String spanText() {
        if (span != writtenSpan) {
            writtenSpan = span;
            spanText = SpanText.of(span);
        }
        return spanText;
    }

    private void write(double previousClose, PriceTicks ticks) {
        ticks.write(open, values[0].begin());
        ticks.write(high, values[1].begin());
        ticks.write(low, values[2].begin());
        ticks.write(close, values[3].begin());
        values[4].begin();
        if (!Double.isNaN(volume)) { // until it is known
            CompactNumber.write(volume, values[4]);
        }
        double change = close - previousClose;
        ticks.write(change, values[5].begin().add(change < 0 ? "" : "+"));
        if (previousClose != 0) {
            PercentChange.write(100 * change / Math.abs(previousClose), values[5].add(" ("));
            values[5].add(")");
        }
        changed = true;
        for (int i = 0; i < values.length; i++) {
            valueWidths[i] = fonts.regular().width(values[i]) + 10;
        }
    }

    /// Tells whether it reads otherwise than when it was painted last.
    boolean isChanged() {
        return changed;
    }

    /// Returns how far it reaches to the right, if there is room for all of it.
    double reach() {
        double title = LEFT + titleWidth + 10 + timeframeWidth;
        if (bar < 0) {
            return title;
        }
        double all = LEFT;
        for (int i = 0; i < NAMES.length; i++) {
            all += nameWidths[i] + valueWidths[i];
        }
        return Math.max(all, title + 14 + fonts.regular().width(time));
    }

    /// Paints the title and, once a bar has been shown, its values. Names are dropped from the right where the
    /// chart is too narrow for them.
    void paint(GraphicsContext g, ChartTheme theme, double availableWidth) {
        changed = false;
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        paintTitle(g, theme);
        if (bar < 0) {
            return;
        }
        Color direction = close >= open ? theme.up() : theme.down();
        double x = LEFT;
        for (int i = 0; i < NAMES.length; i++) {
            double width = nameWidths[i] + valueWidths[i];
            if (x + width > availableWidth) {
                return;
            }
            g.setFill(theme.axisText());
            g.fillText(names[i], x, fonts.length(VALUES_Y));
            g.setFill(direction);
            fonts.regular().paint(g, values[i], x + nameWidths[i], fonts.length(VALUES_Y));
            x += width;
        }
    }

    private void paintTitle(GraphicsContext g, ChartTheme theme) {
        g.setFont(fonts.title().font());
        g.setFill(theme.strongText());
        g.fillText(symbol, LEFT, fonts.length(TITLE_Y));
        g.setFont(fonts.regular().font());
        g.setFill(theme.axisText());
        double x = LEFT + titleWidth + 10;
        g.fillText(timeframe, x, fonts.length(TITLE_Y));
        if (bar >= 0) {
            fonts.regular().paint(g, time, x + timeframeWidth + 14, fonts.length(TITLE_Y));
        }
    }
}
