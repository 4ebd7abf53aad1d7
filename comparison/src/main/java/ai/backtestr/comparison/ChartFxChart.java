package ai.backtestr.comparison;

import ai.backtestr.render.series.BarSource;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.AxisLabelOverlapPolicy;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.spi.financial.CandleStickRenderer;
import io.fair_acc.chartfx.renderer.spi.financial.FinancialTheme;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.spi.financial.OhlcvDataSet;
import javafx.scene.Parent;
import javafx.scene.canvas.GraphicsContext;

/// The candles of chart-fx with volume, set up as its own samples set them up, without plugins and animation.
final class ChartFxChart implements PannedChart {
    private static final double SECONDS_A_BAR = 60;

    private final BarSource bars;
    private final DefaultNumericAxis time = new DefaultNumericAxis("time", "iso");
    private final DefaultNumericAxis price = new DefaultNumericAxis("price", "points");
    private final XYChart chart = new XYChart(time, price);
    private long painted;

    ChartFxChart(BarSource bars) {
        this.bars = bars;
        time.setOverlapPolicy(AxisLabelOverlapPolicy.SKIP_ALT);
        time.setAutoRangeRounding(false);
        time.setTimeAxis(true);
        time.setAutoRanging(false);
        price.setAutoRanging(false);
        price.setSide(Side.RIGHT);
        chart.setAnimated(false);
        chart.getGridRenderer().setDrawOnTop(false);
        chart.getRenderers().setAll(candles());
        FinancialTheme.Dark.applyPseudoClasses(chart);
    }

    private CandleStickRenderer candles() {
        CandleStickRenderer candles = new CandleStickRenderer(true) {
            @Override
            protected void render(GraphicsContext g, DataSet data, DataSetNode style) {
                super.render(g, data, style);
                painted++;
            }
        };
        OhlcvDataSet data = new OhlcvDataSet("WALK");
        data.setData(new Candles(bars));
        candles.getDatasets().add(data);
        return candles;
    }

    @Override
    public String name() {
        return "chart-fx";
    }

    @Override
    public Parent node() {
        return chart;
    }

    /// Fits the prices too, as the other chart does by itself.
    @Override
    public void show(int from, int count) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (int i = from; i < from + count; i++) {
            lowest = Math.min(lowest, bars.low(i));
            highest = Math.max(highest, bars.high(i));
        }
        time.set(from * SECONDS_A_BAR, (from + count) * SECONDS_A_BAR);
        price.set(lowest, highest);
    }

    @Override
    public long painted() {
        return painted;
    }
}
