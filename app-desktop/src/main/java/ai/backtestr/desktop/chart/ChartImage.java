package ai.backtestr.desktop.chart;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.render.chart.ChartPicture;
import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.PriceChart;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private byte[] render(Consumer<PriceChart> content) {
        BufferedImage image = FxThread.call(() -> {
            PriceChart chart = new PriceChart();
            chart.setTheme(theme);
            content.accept(chart);
            chart.resize(width, height);
            chart.fitAll();
            return SwingFXUtils.fromFXImage(ChartPicture.render(chart, width, height), null);
        });
        return png(image);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }
}
