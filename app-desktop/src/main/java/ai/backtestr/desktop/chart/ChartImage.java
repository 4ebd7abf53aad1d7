package ai.backtestr.desktop.chart;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.render.chart.ChartPicture;
import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.chart.TimeSpan;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;

/// Charts as PNG files. Needs no display. Any thread but that of the toolkit.
///
/// @param width in pixels, 100 to 8192
/// @param height likewise
/// @param theme the colours
public record ChartImage(int width, int height, ChartTheme theme) {
    private static final int FEWEST_PIXELS = 100;
    private static final int MOST_PIXELS = 8192;

    /// The size and colours of the chart in a report.
    public static final ChartImage OF_REPORT = new ChartImage(1600, 900, ChartTheme.DARK);

    /// The same in light colours.
    public static final ChartImage OF_LIGHT_REPORT = new ChartImage(1600, 900, ChartTheme.LIGHT);

    public ChartImage {
        requirePixels("width", width);
        requirePixels("height", height);
    }

    private static void requirePixels(String side, int pixels) {
        if (pixels < FEWEST_PIXELS || pixels > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "a " + side + " of " + pixels + " pixels is outside " + FEWEST_PIXELS + " to " + MOST_PIXELS);
        }
    }

    /// Returns a PNG of all bars.
    ///
    /// @param title what they are of, see [ai.backtestr.engine.instrument.Instrument#title()]
    public byte[] of(String title, BarSeries bars) {
        return render(chart -> show(chart, title, bars));
    }

    /// Returns a PNG of all bars, with the trades and the equity of a run.
    public byte[] of(BacktestResult result, BarSeries bars) {
        return render(chart -> {
            show(chart, result.instrument().title(), bars);
            chart.setTrades(TradeMarkers.of(result));
            chart.setEquity(new EquityPoints(result.equity()));
        });
    }

    private static void show(PriceChart chart, String title, BarSeries bars) {
        chart.setTitle(title, bars.timeframe().toString());
        chart.setPriceDecimals(bars.priceScale());
        chart.setBars(new SeriesBars(bars));
    }

    /// Returns a PNG of a stretch of a history, loaded in full.
    ///
    /// @param range which stretch; beyond the ticks there is nothing
    public byte[] of(StoredHistory history, Timeframe timeframe, TimeSpan range) {
        PriceChart chart = FxThread.call(() -> {
            PriceChart shown = new PriceChart();
            shown.setTheme(theme);
            shown.setTitle(history.instrument().title(), timeframe.toString());
            shown.setPriceDecimals(history.instrument().priceScale());
            shown.setHistory(history, history.axis(timeframe));
            shown.resize(width, height);
            shown.layout();
            shown.navigation().showTimes(range.fromNs(), range.toNs());
            return shown;
        });
        try {
            return png(loaded(chart));
        } finally {
            FxThread.call(() -> {
                chart.closeHistory();
                return chart;
            });
        }
    }

    /// Paints until what is painted is exact: labels may turn out wider once prices are known.
    private BufferedImage loaded(PriceChart chart) {
        while (true) {
            Optional<BufferedImage> image = FxThread.call(
                    () -> ChartPicture.renderComplete(chart).map(picture -> SwingFXUtils.fromFXImage(picture, null)));
            if (image.isPresent()) {
                return image.get();
            }
            chart.awaitLoaded();
        }
    }

    /// Returns a PNG of what a chart shows, in its size. Belongs to the thread of the toolkit.
    public static byte[] onScreen(PriceChart chart) {
        int width = (int) Math.max(1, chart.getWidth());
        int height = (int) Math.max(1, chart.getHeight());
        return png(SwingFXUtils.fromFXImage(ChartPicture.render(chart, width, height), null));
    }

    private byte[] render(Consumer<PriceChart> content) {
        BufferedImage image = FxThread.call(() -> {
            PriceChart chart = new PriceChart();
            chart.setTheme(theme);
            content.accept(chart);
            chart.resize(width, height);
            chart.navigation().fitAll();
            return SwingFXUtils.fromFXImage(ChartPicture.render(chart, width, height), null);
        });
        return png(image);
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }
}
