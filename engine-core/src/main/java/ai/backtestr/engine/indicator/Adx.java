package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Average directional index, and the directional indicators +DI and -DI it is made of, all 0 to 100.
///
/// The directional move of a bar is by how much its high is above the last one, or its low below the last one,
/// whichever is more, if that is above 0; the other is 0. Moves and true ranges are summed over the first `period`
/// changes and from there carried on as `sum += x - sum / period`. +DI is 100 times the sum of moves up over the
/// sum of true ranges, DX is `100 |+DI - -DI| / (+DI + -DI)`, ADX is the mean of the first `period` values of DX
/// and from there Wilder's average.
///
/// +DI and -DI are ready at bar `period` + 1, ADX at bar 2 `period`. Without a range the DIs are 0; without a move
/// DX is 0. These are Wilder's definition and the published Stock.Indicators values. TA-Lib sums one change fewer
/// at the beginning; the two converge as it fades.
///
/// Source: J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
public final class Adx extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "adx",
            "Average directional index",
            "How strong the trend is, 0 to 100, and how much prices move up and down.",
            List.of(Settable.period(14, "Bars in the averages.")),
            null,
            Placement.PANE,
            s -> new Adx(s.bars("period")));

    private final TrueRange trueRange = new TrueRange();
    private final Average ranges;
    private final Average rises;
    private final Average falls;
    private final Average directions;
    private double lastHigh = Double.NaN;
    private double lastLow = Double.NaN;

    /// Averages over `period` bars, from 1.
    public Adx(int period) {
        super("adx", "plus-di", "minus-di");
        // A mean in place of a sum: the ratios are the same.
        ranges = ExponentialAverage.wilder(Periods.require("an ADX", period, 1));
        rises = ExponentialAverage.wilder(period);
        falls = ExponentialAverage.wilder(period);
        directions = ExponentialAverage.wilder(period);
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        double range = trueRange.add(bars, index);
        double high = BarValues.high(bars, index);
        double low = BarValues.low(bars, index);
        if (!Double.isNaN(range)) {
            onMove(range, high - lastHigh, lastLow - low);
        }
        lastHigh = high;
        lastLow = low;
    }

    private void onMove(double range, double up, double down) {
        double averageRange = ranges.add(range);
        double rise = rises.add(up > down && up > 0 ? up : 0);
        double fall = falls.add(down > up && down > 0 ? down : 0);
        if (Double.isNaN(averageRange)) {
            return;
        }
        double plus = averageRange == 0 ? 0 : 100 * rise / averageRange;
        double minus = averageRange == 0 ? 0 : 100 * fall / averageRange;
        double direction = plus + minus == 0 ? 0 : 100 * Math.abs(plus - minus) / (plus + minus);
        set(0, directions.add(direction));
        set(1, plus);
        set(2, minus);
    }
}
