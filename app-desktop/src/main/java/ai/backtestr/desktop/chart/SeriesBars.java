package ai.backtestr.desktop.chart;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.render.series.BarSource;

/// The closed bars of a series as a chart reads them. The engine may append while the chart draws: both sides keep
/// the count's order of memory, see [BarSeries].
///
/// @param series the bars
public record SeriesBars(BarSeries series) implements BarSource {
    @Override
    public int count() {
        return series.count();
    }

    @Override
    public long timeNs(int index) {
        return series.timeNs(index);
    }

    @Override
    public double open(int index) {
        return price(series.open(index));
    }

    @Override
    public double high(int index) {
        return price(series.high(index));
    }

    @Override
    public double low(int index) {
        return price(series.low(index));
    }

    @Override
    public double close(int index) {
        return price(series.close(index));
    }

    @Override
    public double volume(int index) {
        return FixedPoint.toDouble(series.volume(index), series.quantityScale());
    }

    @Override
    public long ticks(int index) {
        return series.ticks(index);
    }

    private double price(long units) {
        return FixedPoint.toDouble(units, series.priceScale());
    }
}
