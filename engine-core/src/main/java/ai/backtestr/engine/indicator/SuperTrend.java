package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;
import java.util.Set;

/// SuperTrend: a trailing stop `factor` average true ranges away from the middle of the bar. The upper band is
/// `(high + low) / 2 + factor * ATR` and may only fall as long as the last close was not above it; the lower band
/// may only rise likewise. While prices rise the stop is the lower band; a close at or below it makes it the upper
/// band, and a close above that makes it the lower one.
///
/// Ready with the ATR ([Atr]), at bar `period` + 1; the first trend is rising if that close is at or above the
/// middle of its bar. These are the published Stock.Indicators values.
///
/// The second output is 1 in a rising trend, -1 in a falling one. Source: Olivier Seban.
public final class SuperTrend extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "supertrend",
            "SuperTrend",
            "A trailing stop some average true ranges away that turns round when the close passes it.",
            List.of(
                    Settable.period(10, "Bars in the average true range."),
                    Settable.factor("factor", "3", "Average true ranges to the stop.")),
            null,
            Placement.OVERLAY,
            Set.of("direction"),
            s -> new SuperTrend(s.bars("period"), s.number("factor")));

    private final double factor;
    private final AverageTrueRange ranges;
    private boolean begun;
    private boolean rising;
    private double upper;
    private double lower;
    private double lastClose = Double.NaN;

    /// Averages over `period` bars, from 1; the stop is `factor` ranges away.
    public SuperTrend(int period, double factor) {
        super("supertrend", "direction");
        this.factor = factor;
        ranges = new AverageTrueRange(Periods.require("a SuperTrend", period, 1));
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        double range = ranges.add(bars, index);
        double close = BarValues.close(bars, index);
        if (!Double.isNaN(range)) {
            double middle = InputPrice.HL2.of(bars, index);
            move(middle, factor * range, close);
            rising = close > (rising ? lower : upper);
            set(0, rising ? lower : upper);
            set(1, rising ? 1 : -1);
        }
        lastClose = close;
    }

    private void move(double middle, double distance, double close) {
        double newUpper = middle + distance;
        double newLower = middle - distance;
        if (!begun) {
            begun = true;
            rising = close >= middle;
            upper = newUpper;
            lower = newLower;
            return;
        }
        if (newUpper < upper || lastClose > upper) {
            upper = newUpper;
        }
        if (newLower > lower || lastClose < lower) {
            lower = newLower;
        }
    }
}
