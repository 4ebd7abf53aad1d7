package ai.backtestr.desktop.chart;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.number.Money;
import ai.backtestr.render.series.EquitySource;

/// The equity curve of a run that has ended as a chart reads it.
///
/// @param curve the curve
public record EquityPoints(EquityCurve curve) implements EquitySource {
    @Override
    public int count() {
        return curve.count();
    }

    @Override
    public long timeNs(int index) {
        return curve.timeNs(index);
    }

    @Override
    public double value(int index) {
        return Money.toDouble(curve.equity(index));
    }
}
