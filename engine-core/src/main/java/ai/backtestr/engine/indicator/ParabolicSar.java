package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;
import java.util.Set;

/// Wilder's parabolic stop and reverse: a stop that the trend pulls after it, faster with every new extreme. Each
/// bar it moves by `factor * (extreme - sar)`, but never into the range of the two bars before; `factor` begins at
/// `step` and grows by `step` with each new extreme, up to `maximum`. A bar that goes beyond the stop turns the
/// trend round: the stop goes to the old trend's extreme, and everything begins anew.
///
/// Ready at bar 2. The first trend is taken to rise from the first bar's low, which is a guess, until the first
/// turn. These are the published Stock.Indicators values, which leave the guess out. TA-Lib guesses the first trend
/// from two bars, turns when the stop is just reached, and keeps a stop that has just turned out of the range of
/// the last two bars.
///
/// The second output is 1 in a rising trend, -1 in a falling one.
///
/// Source: J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
public final class ParabolicSar extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "psar",
            "Parabolic SAR",
            "A trailing stop that turns round when it is reached.",
            List.of(
                    Settable.share("step", "0.02", "What the factor begins with and grows by; no more than maximum."),
                    Settable.share("maximum", "0.2", "What the factor grows to.")),
            null,
            Placement.OVERLAY,
            Set.of("direction"),
            s -> new ParabolicSar(s.number("step"), s.number("maximum")));

    private final double step;
    private final double maximum;
    private int seen;
    private boolean rising = true;
    private double sar;
    private double extreme;
    private double factor;
    private double lastHigh;
    private double lastLow;
    private double earlierHigh;
    private double earlierLow;

    /// Makes one whose factor goes from `step` to `maximum`, 0 to 1 each.
    public ParabolicSar(double step, double maximum) {
        super("sar", "direction");
        if (!(step >= 0 && step <= maximum && maximum <= 1)) {
            throw new IllegalArgumentException(
                    "parameter step: " + step + " is not between 0 and maximum, " + maximum + ", which is at most 1");
        }
        this.step = step;
        this.maximum = maximum;
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        double high = BarValues.high(bars, index);
        double low = BarValues.low(bars, index);
        if (seen == 0) {
            sar = low;
            extreme = high;
            factor = step;
        } else {
            move();
            meet(high, low);
            set(0, sar);
            set(1, rising ? 1 : -1);
        }
        seen = Math.min(seen + 1, 2);
        earlierHigh = lastHigh;
        earlierLow = lastLow;
        lastHigh = high;
        lastLow = low;
    }

    /// Follows the trend, out of the way of the two bars before.
    private void move() {
        sar += factor * (extreme - sar);
        if (seen == 2) {
            sar = rising
                    ? Math.min(sar, Math.min(lastLow, earlierLow))
                    : Math.max(sar, Math.max(lastHigh, earlierHigh));
        }
    }

    private void meet(double high, double low) {
        if (rising ? low < sar : high > sar) {
            rising = !rising;
            sar = extreme;
            extreme = rising ? high : low;
            factor = step;
        } else if (rising ? high > extreme : low < extreme) {
            extreme = rising ? high : low;
            factor = Math.min(factor + step, maximum);
        }
    }
}
