package ai.backtestr.render.chart;

import ai.backtestr.render.lod.BarColumns;
import ai.backtestr.render.series.BarSource;
import javafx.scene.canvas.GraphicsContext;

/// Paints prices and volume: candles while a bar is at least three pixels wide, else one vertical line per column
/// of pixels from the lowest to the highest price of the bars in it. So a frame takes at most three rectangles per
/// column, whatever the zoom, and the colour changes four times.
final class BarPainter implements LayerPainter {
    private static final double NARROWEST_CANDLE_PIXELS = 3;
    private static final double BODY_SHARE = 0.72;

    private final BarColumns columns = new BarColumns();
    private final EquityPainter equityPainter = new EquityPainter();

    @Override
    public void paint(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        if (content.barCount() == 0) {
            return;
        }
        if (geometry.viewport().barWidth() * geometry.grid().scale() >= NARROWEST_CANDLE_PIXELS) {
            paintCandles(g, content, geometry);
        } else {
            paintColumns(g, content, geometry);
        }
        paintLastPrice(g, content, geometry);
        equityPainter.paint(g, content, geometry);
    }

    private static void paintCandles(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        ChartTheme theme = content.theme();
        double tallest = tallestVolume(content, geometry.viewport());
        g.setFill(theme.volumeUp());
        paintVolumes(g, content.bars(), geometry, tallest, true);
        g.setFill(theme.volumeDown());
        paintVolumes(g, content.bars(), geometry, tallest, false);
        g.setFill(theme.up());
        paintCandles(g, content.bars(), geometry, true);
        g.setFill(theme.down());
        paintCandles(g, content.bars(), geometry, false);
    }

    private static double tallestVolume(ChartContent content, Viewport viewport) {
        boolean any = content.volumes().query(viewport.firstVisible(), viewport.endVisible());
        return any ? content.volumes().maximum() : 0;
    }

    private static boolean isUp(BarSource bars, int i) {
        return bars.close(i) >= bars.open(i);
    }

    private static void paintVolumes(
            GraphicsContext g, BarSource bars, ChartGeometry geometry, double tallest, boolean up) {
        if (tallest <= 0) {
            return;
        }
        Viewport viewport = geometry.viewport();
        PixelGrid grid = geometry.grid();
        ChartLayout layout = geometry.layout();
        double width = bodyWidth(viewport, grid);
        double inset = (width - grid.line()) / 2;
        double bottom = layout.priceBottom();
        for (int i = viewport.firstVisible(); i < viewport.endVisible(); i++) {
            if (isUp(bars, i) == up) {
                double x = wickX(viewport, grid, i) - inset;
                double top = grid.snap(bottom - bars.volume(i) / tallest * (bottom - layout.volumeTop()));
                g.fillRect(x, top, width, bottom - top);
            }
        }
    }

    private static void paintCandles(GraphicsContext g, BarSource bars, ChartGeometry geometry, boolean up) {
        Viewport viewport = geometry.viewport();
        PixelGrid grid = geometry.grid();
        ValueScale scale = geometry.priceScale();
        double line = grid.line();
        double width = bodyWidth(viewport, grid);
        double inset = (width - line) / 2;
        for (int i = viewport.firstVisible(); i < viewport.endVisible(); i++) {
            double open = bars.open(i);
            double close = bars.close(i);
            if (close >= open == up) {
                double x = wickX(viewport, grid, i);
                // A forming bar is read value by value, so its high may be older than its close.
                double high = Math.max(bars.high(i), Math.max(open, close));
                double low = Math.min(bars.low(i), Math.min(open, close));
                double top = grid.snap(scale.y(high));
                g.fillRect(x, top, line, Math.max(line, grid.snap(scale.y(low)) - top));
                double bodyTop = grid.snap(scale.y(Math.max(open, close)));
                double bodyBottom = grid.snap(scale.y(Math.min(open, close)));
                g.fillRect(x - inset, bodyTop, width, Math.max(line, bodyBottom - bodyTop));
            }
        }
    }

    private static double wickX(Viewport viewport, PixelGrid grid, int bar) {
        return grid.snap(viewport.centreX(bar) - grid.line() / 2);
    }

    /// Returns the width of a candle's body: whole pixels, and as many left of the wick as right of it.
    static double bodyWidth(Viewport viewport, PixelGrid grid) {
        double linePixels = Math.rint(grid.line() * grid.scale());
        double pixels = Math.max(linePixels, Math.floor(viewport.barWidth() * grid.scale() * BODY_SHARE));
        boolean centred = (pixels - linePixels) % 2 == 0;
        return grid.pixels(centred ? pixels : Math.max(linePixels, pixels - 1));
    }

    private void paintColumns(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        Viewport viewport = geometry.viewport();
        double scale = geometry.grid().scale();
        columns.fill(
                content.bars(),
                content.prices(),
                content.volumes(),
                content.barCount(),
                viewport.left(),
                1 / (viewport.barWidth() * scale),
                (int) Math.ceil(viewport.width() * scale));
        ChartTheme theme = content.theme();
        g.setFill(theme.volumeUp());
        paintColumnVolumes(g, geometry, true);
        g.setFill(theme.volumeDown());
        paintColumnVolumes(g, geometry, false);
        g.setFill(theme.up());
        paintColumnPrices(g, geometry, true);
        g.setFill(theme.down());
        paintColumnPrices(g, geometry, false);
    }

    private void paintColumnVolumes(GraphicsContext g, ChartGeometry geometry, boolean up) {
        double tallest = columns.tallestVolume();
        if (tallest <= 0) {
            return;
        }
        PixelGrid grid = geometry.grid();
        double bottom = geometry.layout().priceBottom();
        double height = bottom - geometry.layout().volumeTop();
        double pixel = grid.pixels(1);
        for (int c = 0; c < columns.count(); c++) {
            if (columns.isPresent(c) && columns.isUp(c) == up) {
                double top = grid.snap(bottom - columns.volume(c) / tallest * height);
                g.fillRect(c * pixel, top, pixel, bottom - top);
            }
        }
    }

    private void paintColumnPrices(GraphicsContext g, ChartGeometry geometry, boolean up) {
        PixelGrid grid = geometry.grid();
        ValueScale scale = geometry.priceScale();
        double pixel = grid.pixels(1);
        for (int c = 0; c < columns.count(); c++) {
            if (columns.isPresent(c) && columns.isUp(c) == up) {
                double top = grid.snap(scale.y(columns.high(c)));
                double bottom = grid.snap(scale.y(columns.low(c)));
                g.fillRect(c * pixel, top, pixel, Math.max(pixel, bottom - top));
            }
        }
    }

    /// A dotted line at the newest price, in the colour of the newest bar.
    private static void paintLastPrice(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        PixelGrid grid = geometry.grid();
        BarSource bars = content.bars();
        int last = content.barCount() - 1;
        double y = grid.snap(geometry.priceScale().y(bars.close(last)));
        if (y < 0 || y >= geometry.layout().priceBottom()) {
            return;
        }
        g.setFill(isUp(bars, last) ? content.theme().up() : content.theme().down());
        for (double x = 0; x < geometry.layout().plotRight(); x += 5) {
            g.fillRect(grid.snap(x), y, 2, grid.line());
        }
    }
}
