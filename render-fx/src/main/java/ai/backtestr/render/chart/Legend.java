package ai.backtestr.render.chart;

import ai.backtestr.render.axis.PriceTicks;
import ai.backtestr.render.axis.SpanText;
import ai.backtestr.render.axis.TimeText;
import ai.backtestr.render.history.HistoryView;
import ai.backtestr.render.series.BarSource;
import ai.backtestr.render.series.PriceColumns;
import java.util.Locale;
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
    private final String[] values = new String[NAMES.length];
    private final double[] nameWidths = new double[NAMES.length];
    private final double[] valueWidths = new double[NAMES.length];
    private double titleWidth;
    private double timeframeWidth;
    private String symbol = "";
    private String timeframe = "";
    private String time = "";
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
            values[i] = "";
            nameWidths[i] = nameWidth(NAMES[i]);
        }
    }

    private static double nameWidth(String name) {
        return name.isEmpty() ? 0 : ChartFonts.width(name, ChartFonts.REGULAR) + 4;
    }

    /// Forgets what it knows of the bars, because the source, the decimals or the title have changed.
    void reset(ChartContent content) {
        bar = -1;
        column = Long.MIN_VALUE;
        HistoryView history = content.history();
        names[VOLUME] = history == null || history.hasVolume() ? NAMES[VOLUME] : TICKS;
        nameWidths[VOLUME] = nameWidth(names[VOLUME]);
        symbol = content.symbol();
        timeframe = content.timeframe();
        titleWidth = ChartFonts.width(symbol, ChartFonts.TITLE);
        timeframeWidth = ChartFonts.width(timeframe, ChartFonts.REGULAR);
    }

    /// Takes the values of bar `index`, which must exist.
    void show(int index, ChartContent content, PriceTicks ticks) {
        BarSource bars = content.bars();
        boolean same = index == bar
                && bars.close(index) == close
                && bars.high(index) == high
                && bars.low(index) == low
                && bars.volume(index) == volume;
        if (!same) {
            bar = index;
            open = bars.open(index);
            high = bars.high(index);
            low = bars.low(index);
            close = bars.close(index);
            volume = bars.volume(index);
            time = TimeText.of(bars.timeNs(index));
            format(index > 0 ? bars.close(index - 1) : open, ticks);
        }
    }

    /// Takes the values of column `index` on screen, which must have ticks.
    void show(HistoryView view, int index, PriceTicks ticks) {
        PriceColumns columns = view.columns();
        boolean same = view.number(index) == column
                && view.columnNs() == span
                && columns.last(index) == close
                && columns.high(index) == high
                && columns.low(index) == low
                && columns.volume(index) == volume;
        if (!same) {
            bar = 0;
            column = view.number(index);
            span = view.columnNs();
            open = columns.first(index);
            high = columns.high(index);
            low = columns.low(index);
            close = columns.last(index);
            volume = columns.volume(index);
            time = TimeText.of(view.shownTimeNs(index));
            if (!view.isBars()) {
                time += ", " + SpanText.of(view.columnNs()) + " a pixel"; // these values are of no bar
            }
            int before = index - 1;
            while (before >= 0 && !columns.isPresent(before)) {
                before--;
            }
            format(before < 0 ? open : columns.last(before), ticks);
        }
    }

    private void format(double previousClose, PriceTicks ticks) {
        values[0] = ticks.format(open);
        values[1] = ticks.format(high);
        values[2] = ticks.format(low);
        values[3] = ticks.format(close);
        values[4] = CompactNumber.format(volume);
        double change = close - previousClose;
        String percent = previousClose == 0
                ? ""
                : String.format(Locale.ROOT, " (%+.2f%%)", 100 * change / Math.abs(previousClose));
        values[5] = (change < 0 ? "" : "+") + ticks.format(change) + percent;
        for (int i = 0; i < values.length; i++) {
            valueWidths[i] = ChartFonts.width(values[i], ChartFonts.REGULAR) + 10;
        }
    }

    /// Paints the title and, once a bar has been shown, its values. Names are dropped from the right where the
    /// chart is too narrow for them.
    void paint(GraphicsContext g, ChartTheme theme, double availableWidth) {
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
            g.fillText(names[i], x, VALUES_Y);
            g.setFill(direction);
            g.fillText(values[i], x + nameWidths[i], VALUES_Y);
            x += width;
        }
    }

    private void paintTitle(GraphicsContext g, ChartTheme theme) {
        g.setFont(ChartFonts.TITLE);
        g.setFill(theme.strongText());
        g.fillText(symbol, LEFT, TITLE_Y);
        g.setFont(ChartFonts.REGULAR);
        g.setFill(theme.axisText());
        double x = LEFT + titleWidth + 10;
        g.fillText(timeframe, x, TITLE_Y);
        if (bar >= 0) {
            g.fillText(time, x + timeframeWidth + 14, TITLE_Y);
        }
    }
}
