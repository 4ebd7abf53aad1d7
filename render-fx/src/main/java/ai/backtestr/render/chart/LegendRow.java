package ai.backtestr.render.chart;

import ai.backtestr.render.axis.TextParts;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// A line of text at the top left of a pane, or under the legend of the prices: a title, values in the colours of
/// what they belong to and, while the mouse is near, buttons. It lies on a slip of its own.
///
/// Threads: confined to the FX thread.
final class LegendRow {
    static final double HEIGHT = 18;
    private static final double LEFT = 12;
    private static final double GAP = 8;
    private static final double BUTTON = 18;
    private static final double GLYPH = 3.5;
    private static final double WIDTH_STEP = 128;

    /// What a place in a row is.
    enum Part {
        NONE,
        TITLE,
        EDIT,
        COLLAPSE,
        UP,
        DOWN,
        CLOSE
    }

    private final Slip slip = new Slip();
    private final Part[] buttons;
    private ChartFonts fonts = ChartFonts.USUAL;
    private @Nullable String title;
    private double titleWidth;
    private TextParts[] values = new TextParts[0];
    private double[] widths = new double[0];
    private double top;
    private double end;
    private boolean hovered;
    private boolean shown;
    private boolean changed;
    private double paintedRight;
    private boolean collapsed;
    private @Nullable ChartTheme paintedTheme;
    private @Nullable Color[] paintedColours = new Color[0];

    LegendRow(Part... buttons) {
        this.buttons = buttons;
    }

    /// Returns the height of rows of that size.
    static double height(ChartFonts fonts) {
        return fonts.length(HEIGHT);
    }

    Node node() {
        return slip.node();
    }

    /// Has it painted anew, whether it reads otherwise or not.
    void forget() {
        paintedTheme = null;
    }

    void hide() {
        slip.hide();
        shown = false;
    }

    /// Takes the title and how many values follow.
    void begin(String newTitle, int count, ChartFonts newFonts) {
        changed = false;
        if (!Objects.equals(newTitle, title) || newFonts != fonts) {
            title = newTitle;
            fonts = newFonts;
            titleWidth = fonts.medium().width(newTitle);
            changed = true;
        }
        if (values.length != count) {
            values = new TextParts[count];
            for (int i = 0; i < count; i++) {
                values[i] = new TextParts();
            }
            widths = new double[count];
            paintedColours = new Color[count];
            changed = true;
        }
    }

    /// Begins a value anew, to be written as it is to be read.
    TextParts value(int i) {
        return values[i].begin();
    }

    /// Paints the row, unless it is there as it would be.
    ///
    /// @param colours the colour of each value
    void paint(double y, double right, boolean isHovered, boolean isCollapsed, ChartTheme theme, Color[] colours) {
        for (int i = 0; i < values.length; i++) {
            changed |= values[i].isChanged() || !colours[i].equals(paintedColours[i]);
            paintedColours[i] = colours[i];
        }
        boolean same = shown
                && !changed
                && y == top
                && right == paintedRight
                && isHovered == hovered
                && isCollapsed == collapsed
                && theme.equals(paintedTheme);
        if (same) {
            return;
        }
        top = y;
        paintedRight = right;
        hovered = isHovered;
        collapsed = isCollapsed;
        paintedTheme = theme;
        shown = true;
        paint(theme, colours);
    }

    private void paint(ChartTheme theme, Color[] colours) {
        end = LEFT + titleWidth + GAP;
        for (int i = 0; i < values.length; i++) {
            widths[i] = fonts.regular().width(values[i]);
            end += values[i].isEmpty() ? 0 : widths[i] + GAP;
        }
        double whole = end + (hovered ? buttons.length * BUTTON : 0);
        double width = Math.min(paintedRight, Math.ceil(whole / WIDTH_STEP) * WIDTH_STEP);
        GraphicsContext g = slip.cover(0, top, width, height(fonts));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(fonts.medium().font());
        g.setFill(theme.axisText());
        g.fillText(title, LEFT, top + height(fonts) / 2);
        double x = LEFT + titleWidth + GAP;
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                g.setFill(colours[i]);
                fonts.regular().paint(g, values[i], x, top + height(fonts) / 2);
                x += widths[i] + GAP;
            }
        }
        if (hovered) {
            paintButtons(g, theme, collapsed);
        }
    }

    private void paintButtons(GraphicsContext g, ChartTheme theme, boolean isCollapsed) {
        g.setFill(theme.background());
        g.fillRect(end, top, buttons.length * BUTTON, height(fonts));
        g.setStroke(theme.axisText());
        g.setLineWidth(1.4);
        double y = top + height(fonts) / 2;
        for (int i = 0; i < buttons.length; i++) {
            double x = end + i * BUTTON + BUTTON / 2;
            switch (buttons[i]) {
                case CLOSE -> {
                    g.strokeLine(x - GLYPH, y - GLYPH, x + GLYPH, y + GLYPH);
                    g.strokeLine(x - GLYPH, y + GLYPH, x + GLYPH, y - GLYPH);
                }
                case UP -> chevron(g, x, y, -1);
                case DOWN -> chevron(g, x, y, 1);
                case COLLAPSE -> {
                    g.strokeLine(x - GLYPH, y, x + GLYPH, y);
                    if (isCollapsed) {
                        g.strokeLine(x, y - GLYPH, x, y + GLYPH);
                    }
                }
                case EDIT -> {
                    g.strokeLine(x - GLYPH, y - 2, x + GLYPH, y - 2);
                    g.strokeLine(x - GLYPH, y + 2, x + GLYPH, y + 2);
                    g.strokeLine(x - 1, y - 4, x - 1, y);
                    g.strokeLine(x + 2, y, x + 2, y + 4);
                }
                case NONE, TITLE -> {
                    // Not buttons.
                }
            }
        }
    }

    private static void chevron(GraphicsContext g, double x, double y, double direction) {
        g.strokeLine(x - GLYPH, y - direction * 2, x, y + direction * 2);
        g.strokeLine(x, y + direction * 2, x + GLYPH, y - direction * 2);
    }

    /// Returns what lies at a place of the chart.
    Part partAt(double x, double y) {
        if (!shown || y < top || y >= top + height(fonts) || x < LEFT) {
            return Part.NONE;
        }
        if (x < end) {
            return Part.TITLE;
        }
        int button = (int) ((x - end) / BUTTON);
        return hovered && button < buttons.length ? buttons[button] : Part.NONE;
    }

    /// Tells whether the mouse is near enough to show the buttons.
    boolean isNear(double x, double y) {
        return shown && y >= top && y < top + height(fonts) && x < end + buttons.length * BUTTON + GAP;
    }
}
