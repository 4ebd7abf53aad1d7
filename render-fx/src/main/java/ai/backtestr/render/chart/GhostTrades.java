package ai.backtestr.render.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Paints the trades of another run, to compare with, behind those of the chart: in the colour of axes and
/// see-through, hollow rather than filled. Where there is no room for them a thin strip over that of the chart's
/// own trades tells how many began there.
///
/// Threads: belongs to the FX thread.
public final class GhostTrades implements PlotLayer {
    private static final double PIXELS_PER_TRADE = 14;
    private static final double SIZE = 5;
    private static final double BIN = 3;
    private static final double STRIP_HEIGHT = 5;
    private static final double STRIP_BOTTOM = 16;
    private static final double OPACITY = 0.55;
    private static final double[] DASHES = {3, 3};
    private static final double[] NO_DASHES = {};

    private final PriceChart chart;
    private final Triangle triangle = new Triangle();
    private TradeMarks trades = TradeMarks.NONE;

    /// Lays it behind the trades of a chart.
    public GhostTrades(PriceChart chart) {
        this.chart = chart;
        chart.addLayer(this);
    }

    /// Shows these instead of those before.
    public void show(TradeMarks others) {
        if (others.size() > 0 || trades.size() > 0) {
            trades = others;
            chart.repaintLayers();
        }
    }

    /// Returns what is shown.
    public TradeMarks trades() {
        return trades;
    }

    @Override
    public boolean isShown() {
        return trades.size() > 0;
    }

    @Override
    public boolean isBehindTrades() {
        return true;
    }

    @Override
    public void paint(GraphicsContext g, PlotView view) {
        if (view.isEmpty()) {
            return;
        }
        Color quiet = view.theme().axisText().deriveColor(0, 1, 1, OPACITY);
        int from = trades.firstEnteredAt(view.timeNs(0));
        int to = trades.firstEnteredAt(view.timeNs(view.width()));
        int room = (int) (view.width() / PIXELS_PER_TRADE);
        g.setStroke(quiet);
        g.setLineWidth(1);
        if (to - from <= room) {
            for (int rank = from; rank < to; rank++) {
                paint(g, view, trades.trade(rank));
            }
        } else {
            g.setFill(quiet);
            paintStrip(g, view);
        }
        paintHeld(g, view, from, room);
    }

    /// Paints the latest of those that are held from before the left edge.
    private void paintHeld(GraphicsContext g, PlotView view, int end, int most) {
        int rank = trades.lastReaching(end, view.timeNs(0));
        for (int held = 0; rank >= 0 && held < most; held++) {
            paint(g, view, trades.trade(rank));
            rank = trades.lastReaching(rank, view.timeNs(0));
        }
    }

    private void paint(GraphicsContext g, PlotView view, TradeMarker trade) {
        double entryX = view.x(trade.entryTimeNs());
        double entryY = view.y(trade.entryPrice());
        double exitX = view.x(trade.exitTimeNs());
        double exitY = view.y(trade.exitPrice());
        g.setLineDashes(DASHES);
        g.strokeLine(entryX, entryY, exitX, exitY);
        g.setLineDashes(NO_DASHES);
        triangle.at(entryX, entryY, SIZE, trade.isLong()).stroke(g);
        triangle.at(exitX, exitY, SIZE, !trade.isLong()).stroke(g);
    }

    private void paintStrip(GraphicsContext g, PlotView view) {
        double top = view.height() - STRIP_BOTTOM - STRIP_HEIGHT;
        int before = trades.firstEnteredAt(view.timeNs(0));
        for (double x = 0; x < view.width(); x += BIN) {
            int after = trades.firstEnteredAt(view.timeNs(x + BIN));
            int began = after - before;
            if (began > 0) {
                double height = Math.min(STRIP_HEIGHT, 2 + began);
                g.fillRect(x, top + STRIP_HEIGHT - height, BIN - 1, height);
            }
            before = after;
        }
    }
}
