package ai.backtestr.render.chart;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Paints the prices that count for positions: what is held as a full line, stops and targets as dashed ones, the
/// worst and the best price seen as dotted ones, each with its words.
///
/// Threads: belongs to the FX thread.
public final class LevelLayer implements PlotLayer {
    private static final double[] DASHES = {6, 4};
    private static final double[] DOTS = {1.5, 3};
    private static final double[] NO_DASHES = {};

    private final PriceChart chart;
    private List<PriceLevel> levels = List.of();

    /// Lays it over the trades of a chart.
    public LevelLayer(PriceChart chart) {
        this.chart = chart;
        chart.addLayer(this);
    }

    /// Shows these instead of those before.
    public void show(List<PriceLevel> others) {
        if (!levels.equals(others)) {
            levels = List.copyOf(others);
            chart.repaintLayers();
        }
    }

    /// Returns what is shown.
    public List<PriceLevel> levels() {
        return levels;
    }

    @Override
    public boolean isShown() {
        return !levels.isEmpty();
    }

    @Override
    public boolean isBehindTrades() {
        return false;
    }

    @Override
    public void paint(GraphicsContext g, PlotView view) {
        if (view.isEmpty()) {
            return;
        }
        for (int i = 0; i < levels.size(); i++) {
            paint(g, view, levels.get(i));
        }
    }

    private static void paint(GraphicsContext g, PlotView view, PriceLevel level) {
        double y = view.snap(view.y(level.price())) + view.line() / 2;
        double left = Math.max(0, view.x(level.fromNs()));
        double right = level.toNs() == Long.MAX_VALUE ? view.width() : Math.min(view.width(), view.x(level.toNs()));
        if (!(y >= 0 && y < view.height()) || right <= 0 || left >= view.width()) {
            return;
        }
        Color colour = colour(view.theme(), level.kind());
        g.setStroke(colour);
        g.setLineWidth(1.5);
        g.setLineDashes(dashes(level.kind()));
        g.strokeLine(left, y, Math.max(right, left + 2), y);
        g.setLineDashes(NO_DASHES);
        g.setFont(view.strongFont());
        g.setFill(colour);
        g.setTextBaseline(VPos.BOTTOM);
        boolean fits = right > 160;
        g.setTextAlign(fits ? TextAlignment.RIGHT : TextAlignment.LEFT);
        g.fillText(level.label(), fits ? right - 4 : left + 4, y - 3);
    }

    private static Color colour(ChartTheme theme, PriceLevel.Kind kind) {
        return switch (kind) {
            case LONG -> theme.longEntry();
            case SHORT -> theme.shortEntry();
            case STOP, ADVERSE -> theme.loss();
            case TARGET, FAVOURABLE -> theme.profit();
        };
    }

    private static double[] dashes(PriceLevel.Kind kind) {
        return switch (kind) {
            case LONG, SHORT -> NO_DASHES;
            case STOP, TARGET -> DASHES;
            case ADVERSE, FAVOURABLE -> DOTS;
        };
    }
}
