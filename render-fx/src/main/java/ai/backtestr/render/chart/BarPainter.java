package ai.backtestr.render.chart;

import ai.backtestr.render.history.HistoryView;
import ai.backtestr.render.lod.VisibleColumns;
import ai.backtestr.render.series.PriceColumns;
import ai.backtestr.render.series.TickPoints;
import javafx.scene.canvas.GraphicsContext;

/// Paints prices and volume: bars while each has at least three pixels, else one vertical line per column of
/// pixels from
/// the lowest to the highest price in it, and single ticks where they are far apart. So a frame takes at most
/// three rectangles per column, whatever the zoom, and the colour changes four times.
final class BarPainter implements LayerPainter {
    static final double NARROWEST_CANDLE_PIXELS = 3;
    private static final double BODY_SHARE = 0.72;

    private final TickPainter tickPainter = new TickPainter();
    private final LinePainter linePainter = new LinePainter();
    private final RectangleRun run = new RectangleRun();

    @Override
    public void paint(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        if (content.barCount() == 0) {
            return;
        }
        HistoryView history = content.history();
        TickPoints ticks = history == null ? null : history.ticks();
        VisibleColumns visible = geometry.visible();
        paintVolumes(g, content.theme(), visible, geometry);
        if (history != null && ticks != null) {
            tickPainter.paint(g, content.theme(), history, ticks, geometry);
        } else {
            paintPrices(g, content, visible, geometry);
        }
        paintLastPrice(g, content, geometry);
    }

    private void paintPrices(GraphicsContext g, ChartContent content, VisibleColumns visible, ChartGeometry geometry) {
        ChartTheme theme = content.theme();
        switch (content.kind()) {
            case LINE -> linePainter.paint(g, theme, visible, geometry, false);
            case AREA -> linePainter.paint(g, theme, visible, geometry, true);
            case CANDLES, HOLLOW_CANDLES, OHLC_BARS -> paintBars(g, theme, visible, content.kind(), geometry);
        }
    }

    private void paintBars(
            GraphicsContext g, ChartTheme theme, VisibleColumns visible, ChartKind kind, ChartGeometry geometry) {
        g.setFill(theme.up());
        paintBars(g, theme, visible, kind, geometry, true);
        g.setFill(theme.down());
        paintBars(g, theme, visible, kind, geometry, false);
    }

    private void paintBars(
            GraphicsContext g,
            ChartTheme theme,
            VisibleColumns visible,
            ChartKind kind,
            ChartGeometry geometry,
            boolean up) {
        if (!visible.isBars()) {
            paintColumnPrices(g, visible, geometry, up);
        } else if (kind == ChartKind.OHLC_BARS) {
            paintOhlcBars(g, visible, geometry, up);
        } else {
            paintCandles(g, visible, geometry, up);
            if (kind == ChartKind.HOLLOW_CANDLES && up) {
                g.setFill(theme.background());
                paintHollows(g, visible, geometry);
            }
        }
    }

    private void paintVolumes(GraphicsContext g, ChartTheme theme, VisibleColumns visible, ChartGeometry geometry) {
        double tallest = 0;
        PriceColumns columns = visible.columns();
        for (int i = 0; i < visible.count(); i++) {
            if (columns.isPresent(i) && columns.volume(i) > tallest) {
                tallest = columns.volume(i);
            }
        }
        if (tallest > 0) {
            g.setFill(theme.volumeUp());
            paintVolumes(g, visible, geometry, tallest, true);
            g.setFill(theme.volumeDown());
            paintVolumes(g, visible, geometry, tallest, false);
        }
    }

    private void paintVolumes(
            GraphicsContext g, VisibleColumns visible, ChartGeometry geometry, double tallest, boolean up) {
        PriceColumns columns = visible.columns();
        PixelGrid grid = geometry.grid();
        double bottom = geometry.layout().priceBottom();
        double height = bottom - geometry.layout().volumeTop();
        double width = visible.isBars() ? bodyWidth(geometry.viewport(), grid) : grid.pixels(1);
        double inset = visible.isBars() ? (width - grid.line()) / 2 : 0;
        for (int i = 0; i < visible.count(); i++) {
            boolean isKnown = columns.isPresent(i) && !Double.isNaN(columns.volume(i));
            if (isKnown && columns.isUp(i) == up) {
                double top = grid.snap(bottom - columns.volume(i) / tallest * height);
                run.add(g, x(visible, geometry, i) - inset, top, width, bottom - top);
            }
        }
        run.end(g);
    }

    /// Returns where the wick of a bar begins, or a column of pixels.
    static double x(VisibleColumns visible, ChartGeometry geometry, int i) {
        PixelGrid grid = geometry.grid();
        double position = visible.position(i);
        return visible.isBars()
                ? grid.snap(geometry.viewport().x(position + 0.5) - grid.line() / 2)
                : grid.snap(geometry.viewport().x(visible.position(0))) + grid.pixels(i);
    }

    private static void paintCandles(GraphicsContext g, VisibleColumns visible, ChartGeometry geometry, boolean up) {
        PriceColumns columns = visible.columns();
        PixelGrid grid = geometry.grid();
        ValueScale scale = geometry.priceScale();
        double line = grid.line();
        double width = bodyWidth(geometry.viewport(), grid);
        double inset = (width - line) / 2;
        for (int i = 0; i < visible.count(); i++) {
            if (columns.isPresent(i) && columns.isUp(i) == up) {
                double x = x(visible, geometry, i);
                double top = grid.snap(scale.y(columns.high(i)));
                g.fillRect(x, top, line, Math.max(line, grid.snap(scale.y(columns.low(i))) - top));
                double bodyTop = grid.snap(scale.y(Math.max(columns.first(i), columns.last(i))));
                double bodyBottom = grid.snap(scale.y(Math.min(columns.first(i), columns.last(i))));
                g.fillRect(x - inset, bodyTop, width, Math.max(line, bodyBottom - bodyTop));
            }
        }
    }

    /// Clears the inside of the bodies of rising candles, where there is any.
    private static void paintHollows(GraphicsContext g, VisibleColumns visible, ChartGeometry geometry) {
        PriceColumns columns = visible.columns();
        PixelGrid grid = geometry.grid();
        double line = grid.line();
        double width = bodyWidth(geometry.viewport(), grid);
        double inset = (width - line) / 2;
        for (int i = 0; i < visible.count(); i++) {
            if (columns.isPresent(i) && columns.isUp(i)) {
                double top = grid.snap(geometry.priceScale().y(columns.last(i))) + line;
                double bottom = grid.snap(geometry.priceScale().y(columns.first(i))) - line;
                if (bottom > top && width > 2 * line) {
                    g.fillRect(x(visible, geometry, i) - inset + line, top, width - 2 * line, bottom - top);
                }
            }
        }
    }

    private static void paintOhlcBars(GraphicsContext g, VisibleColumns visible, ChartGeometry geometry, boolean up) {
        PriceColumns columns = visible.columns();
        PixelGrid grid = geometry.grid();
        ValueScale scale = geometry.priceScale();
        double line = grid.line();
        double inset = (bodyWidth(geometry.viewport(), grid) - line) / 2;
        for (int i = 0; i < visible.count(); i++) {
            if (columns.isPresent(i) && columns.isUp(i) == up) {
                double x = x(visible, geometry, i);
                double top = grid.snap(scale.y(columns.high(i)));
                g.fillRect(x, top, line, Math.max(line, grid.snap(scale.y(columns.low(i))) + line - top));
                g.fillRect(x - inset, grid.snap(scale.y(columns.first(i))), inset, line);
                g.fillRect(x + line, grid.snap(scale.y(columns.last(i))), inset, line);
            }
        }
    }

    /// Returns the width of a candle's body: whole pixels, and as many left of the wick as right of it.
    static double bodyWidth(Viewport viewport, PixelGrid grid) {
        double linePixels = Math.rint(grid.line() * grid.scale());
        double pixels = Math.max(linePixels, Math.floor(viewport.barWidth() * grid.scale() * BODY_SHARE));
        boolean centred = (pixels - linePixels) % 2 == 0;
        return grid.pixels(centred ? pixels : Math.max(linePixels, pixels - 1));
    }

    private void paintColumnPrices(GraphicsContext g, VisibleColumns visible, ChartGeometry geometry, boolean up) {
        PriceColumns columns = visible.columns();
        PixelGrid grid = geometry.grid();
        ValueScale scale = geometry.priceScale();
        double pixel = grid.pixels(1);
        for (int i = 0; i < visible.count(); i++) {
            if (columns.isPresent(i) && columns.isUp(i) == up) {
                double top = grid.snap(scale.y(columns.high(i)));
                double bottom = grid.snap(scale.y(columns.low(i)));
                run.add(g, x(visible, geometry, i), top, pixel, Math.max(pixel, bottom - top));
            }
        }
        run.end(g);
    }

    /// A dotted line at the newest price, in the colour of the newest bar.
    private static void paintLastPrice(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        PixelGrid grid = geometry.grid();
        double y = grid.snap(geometry.priceScale().y(content.lastPrice()));
        if (!(y >= 0 && y < geometry.layout().priceBottom())) {
            return;
        }
        g.setFill(content.isLastUp() ? content.theme().up() : content.theme().down());
        for (double x = 0; x < geometry.layout().plotRight(); x += 5) {
            g.fillRect(grid.snap(x), y, 2, grid.line());
        }
    }
}
