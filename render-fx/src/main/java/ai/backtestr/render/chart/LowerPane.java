package ai.backtestr.render.chart;

import ai.backtestr.render.axis.PriceTicks;
import ai.backtestr.render.axis.TextParts;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// A pane below the prices, on the same time axis: what it shows, on which scale, and how much of the height it
/// takes. One of them can be shown in several charts at once, in each of which it has a [PaneBox].
///
/// Threads: confined to the FX thread.
abstract class LowerPane {
    /// The weight of a new pane; that of the prices is [PaneStack#PRICE_WEIGHT].
    static final double USUAL_WEIGHT = 0.2;

    private double weight = USUAL_WEIGHT;
    private boolean collapsed;

    /// Tells whether there is anything to show; one without takes no room.
    abstract boolean isShown(ChartContent content);

    /// Tells the box between which values it reaches in this frame; nothing if that is not known.
    abstract void findRange(ChartContent content, ChartGeometry geometry, PaneBox box);

    /// Returns what labels the axis for that range. Asked once a frame.
    abstract PriceTicks ticks(double lowest, double highest);

    /// Paints the values. Ground and grid are there already.
    abstract void paint(GraphicsContext g, ChartContent content, ChartGeometry geometry, PaneBox box);

    /// Returns what stands at its top left.
    abstract String title(ChartContent content, ChartGeometry geometry);

    /// Returns how many values stand behind the title.
    abstract int values();

    /// Returns a value at a position of the time axis, NaN if there is none.
    abstract double value(int i, ChartContent content, ChartGeometry geometry, double position);

    /// Returns the colour that a value is written in.
    abstract Color colour(int i, ChartTheme theme);

    /// Writes a value as it stands behind the title.
    void write(double value, PaneBox box, TextParts line) {
        box.ticks().write(value, line);
    }

    /// Writes value `i` as it stands behind the title.
    void write(int i, double value, PaneBox box, TextParts line) {
        write(value, box, line);
    }

    /// Tells whether its title opens what can be set about it.
    boolean isEditable() {
        return false;
    }

    /// Returns how much of the height it takes, beside the other panes.
    final double weight() {
        return weight;
    }

    final void setWeight(double newWeight) {
        weight = newWeight;
    }

    /// Tells whether its title alone is shown.
    final boolean isCollapsed() {
        return collapsed;
    }

    final void setCollapsed(boolean isCollapsed) {
        collapsed = isCollapsed;
    }
}
