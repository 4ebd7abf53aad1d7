package ai.backtestr.render.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Paints trades, with their own level of detail. While there is room, each one has a triangle at its entry (up
/// for long, down for short), one at its exit and a line between them in the colour of its result. Where too many
/// begin close together the triangles give way to a strip at the foot of the pane, which shows for each few pixels
/// how many trades began there and whether together they earned; with still less room the lines go too. The
/// selected trade is always painted in full.
final class TradePainter implements LayerPainter {
    private static final double PIXELS_PER_TRIANGLES = 14;
    private static final double PIXELS_PER_LINE = 4;
    private static final double STRIP_BIN = 3;
    private static final double STRIP_HEIGHT = 14;
    private static final double SIZE = 6;
    private static final double SELECTED_SIZE = 7.5;
    private static final double HIT_DISTANCE = 9;

    private final Triangle triangle = new Triangle();
    private final VisibleTrades lines = new VisibleTrades(PIXELS_PER_LINE);
    private final VisibleTrades marked = new VisibleTrades(PIXELS_PER_TRIANGLES);

    @Override
    public void paint(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        TradeSet trades = content.trades();
        if (trades.size() == 0 || content.barCount() == 0) {
            return;
        }
        lines.find(trades, geometry.viewport());
        marked.find(trades, geometry.viewport());
        paintLines(g, content, geometry);
        paintTriangles(g, content, geometry);
        if (marked.isCoarse()) {
            paintStrip(g, content, geometry);
        }
        if (content.selectedRank() >= 0) {
            paintSelected(g, content, geometry);
        }
    }

    private void paintLines(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        ChartTheme theme = content.theme();
        g.setLineWidth(1.25);
        g.setStroke(theme.profit());
        paintLines(g, content, geometry, true);
        g.setStroke(theme.loss());
        paintLines(g, content, geometry, false);
    }

    private void paintTriangles(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        ChartTheme theme = content.theme();
        g.setStroke(theme.background());
        g.setLineWidth(2);
        paintTriangles(g, content, geometry, theme.longEntry(), true, true);
        paintTriangles(g, content, geometry, theme.shortEntry(), true, false);
        paintTriangles(g, content, geometry, theme.profit(), false, true);
        paintTriangles(g, content, geometry, theme.loss(), false, false);
    }

    private void paintLines(GraphicsContext g, ChartContent content, ChartGeometry geometry, boolean won) {
        TradeSet trades = content.trades();
        for (int i = 0; i < lines.count(); i++) {
            if (trades.trade(lines.rank(i)).profit() >= 0 == won) {
                paintLine(g, content, geometry, lines.rank(i));
            }
        }
    }

    private static void paintLine(GraphicsContext g, ChartContent content, ChartGeometry geometry, int rank) {
        TradeSet trades = content.trades();
        TradeMarker trade = trades.trade(rank);
        ValueScale scale = geometry.priceScale();
        g.strokeLine(
                geometry.momentX(content, trades.entryBar(rank), trade.entryTimeNs()),
                scale.y(trade.entryPrice()),
                geometry.momentX(content, trades.exitBar(rank), trade.exitTimeNs()),
                scale.y(trade.exitPrice()));
    }

    /// Paints the entries of one side, or the exits of one result.
    private void paintTriangles(
            GraphicsContext g,
            ChartContent content,
            ChartGeometry geometry,
            Color colour,
            boolean entries,
            boolean which) {
        TradeSet trades = content.trades();
        g.setFill(colour);
        for (int i = 0; i < marked.count(); i++) {
            int rank = marked.rank(i);
            TradeMarker trade = trades.trade(rank);
            if (entries && trade.isLong() == which) {
                paintEntry(g, content, geometry, rank, SIZE);
            } else if (!entries && trade.profit() >= 0 == which) {
                paintExit(g, content, geometry, rank, SIZE);
            }
        }
    }

    private void paintEntry(GraphicsContext g, ChartContent content, ChartGeometry geometry, int rank, double size) {
        TradeMarker trade = content.trades().trade(rank);
        double x = geometry.momentX(content, content.trades().entryBar(rank), trade.entryTimeNs());
        paintTriangle(g, x, geometry.priceScale().y(trade.entryPrice()), size, trade.isLong());
    }

    private void paintExit(GraphicsContext g, ChartContent content, ChartGeometry geometry, int rank, double size) {
        TradeMarker trade = content.trades().trade(rank);
        double x = geometry.momentX(content, content.trades().exitBar(rank), trade.exitTimeNs());
        paintTriangle(g, x, geometry.priceScale().y(trade.exitPrice()), size, !trade.isLong());
    }

    /// The outline in the background's colour keeps it apart from candles of a similar one.
    private void paintTriangle(GraphicsContext g, double x, double y, double size, boolean up) {
        triangle.at(x, y, size, up).stroke(g).fill(g);
    }

    private void paintStrip(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        int most = mostPerBin(content, geometry);
        g.setFill(content.theme().profit());
        paintStrip(g, content, geometry, most, true);
        g.setFill(content.theme().loss());
        paintStrip(g, content, geometry, most, false);
    }

    private static int mostPerBin(ChartContent content, ChartGeometry geometry) {
        TradeSet trades = content.trades();
        int most = 1;
        int from = rankAt(geometry.viewport(), trades, 0);
        for (double x = 0; x < geometry.viewport().width(); x += STRIP_BIN) {
            int to = rankAt(geometry.viewport(), trades, x + STRIP_BIN);
            most = Math.max(most, to - from);
            from = to;
        }
        return most;
    }

    private void paintStrip(GraphicsContext g, ChartContent content, ChartGeometry geometry, int most, boolean won) {
        TradeSet trades = content.trades();
        PixelGrid grid = geometry.grid();
        int from = rankAt(geometry.viewport(), trades, 0);
        for (double x = 0; x < geometry.viewport().width(); x += STRIP_BIN) {
            int to = rankAt(geometry.viewport(), trades, x + STRIP_BIN);
            if (to > from
                    && trades.profitBetween(from, to) >= 0 == won
                    && marked.isTooDense(trades, trades.entryBar(from))) {
                double height = grid.snap(3 + (STRIP_HEIGHT - 3) * (to - from) / most);
                double bottom = geometry.layout().priceBottom();
                g.fillRect(grid.snap(x), bottom - height, STRIP_BIN - grid.pixels(1), height);
            }
            from = to;
        }
    }

    /// Returns the first trade that begins at or right of `x`.
    private static int rankAt(Viewport viewport, TradeSet trades, double x) {
        double bar = Math.ceil(viewport.position(x) - 0.5);
        return trades.firstEnteredAt(Math.clamp((long) bar, 0, viewport.count()));
    }

    private void paintSelected(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        ChartTheme theme = content.theme();
        TradeSet trades = content.trades();
        int rank = content.selectedRank();
        TradeMarker trade = trades.trade(rank);
        Color result = trade.profit() >= 0 ? theme.profit() : theme.loss();
        Viewport viewport = geometry.viewport();
        PixelGrid grid = geometry.grid();
        double left = grid.snap(viewport.x(trades.entryBar(rank)));
        double right = grid.snap(viewport.x(trades.exitBar(rank) + 1));
        g.setFill(theme.selection());
        g.fillRect(
                left, 0, Math.max(grid.line(), right - left), geometry.layout().priceBottom());
        g.setStroke(theme.background());
        g.setLineWidth(4.5);
        paintLine(g, content, geometry, rank);
        g.setStroke(result);
        g.setLineWidth(2.25);
        paintLine(g, content, geometry, rank);
        g.setStroke(theme.strongText());
        g.setLineWidth(3);
        g.setFill(trade.isLong() ? theme.longEntry() : theme.shortEntry());
        paintEntry(g, content, geometry, rank, SELECTED_SIZE);
        g.setFill(result);
        paintExit(g, content, geometry, rank, SELECTED_SIZE);
    }

    /// Returns the rank of the painted trade whose entry or exit is nearest to a point, -1 if none is near.
    static int rankNear(double x, double y, ChartContent content, ChartGeometry geometry) {
        int nearest = -1;
        if (content.barCount() == 0) {
            return nearest;
        }
        TradeSet trades = content.trades();
        ValueScale scale = geometry.priceScale();
        VisibleTrades painted = new VisibleTrades(PIXELS_PER_TRIANGLES);
        painted.find(trades, geometry.viewport());
        double distance = HIT_DISTANCE;
        for (int i = 0; i < painted.count(); i++) {
            int rank = painted.rank(i);
            TradeMarker trade = trades.trade(rank);
            double entryX = geometry.momentX(content, trades.entryBar(rank), trade.entryTimeNs());
            double exitX = geometry.momentX(content, trades.exitBar(rank), trade.exitTimeNs());
            double entryY = centreY(scale.y(trade.entryPrice()), trade.isLong());
            double exitY = centreY(scale.y(trade.exitPrice()), !trade.isLong());
            double near = Math.min(Math.hypot(x - entryX, y - entryY), Math.hypot(x - exitX, y - exitY));
            if (near < distance) {
                distance = near;
                nearest = rank;
            }
        }
        return nearest;
    }

    private static double centreY(double tipY, boolean up) {
        return up ? tipY + SIZE : tipY - SIZE;
    }
}
