package ai.backtestr.render.indicator;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.render.lod.MinMaxPyramid;
import java.util.Arrays;

/// The values of an indicator over a stretch of bars, and where on the time axis they stand.
///
/// Made by the loader's thread, then used by the FX thread alone; never changed after.
public final class IndicatorFrame {
    private final Timeframe timeframe;
    private final boolean held;
    private final boolean coarser;
    private final long sinceNs;
    private final double[] positions;
    private final double[][] values;
    private final MinMaxPyramid[] extremes;

    /// @param timeframe the bars it was made of
    /// @param held whether each value stands from its position on until the next, rather than at it
    /// @param coarser whether its bars are longer than was wished
    /// @param sinceNs the first bar that was counted, where values depend on it; else [Long#MIN_VALUE]
    /// @param positions where each value stands, ascending
    /// @param values by output, then by bar; NaN where there is none
    IndicatorFrame(
            Timeframe timeframe, boolean held, boolean coarser, long sinceNs, double[] positions, double[][] values) {
        this.timeframe = timeframe;
        this.held = held;
        this.coarser = coarser;
        this.sinceNs = sinceNs;
        this.positions = positions;
        this.values = values;
        extremes = new MinMaxPyramid[values.length];
        for (int i = 0; i < values.length; i++) {
            double[] output = values[i];
            extremes[i] = new MinMaxPyramid(
                    at -> Double.isNaN(output[at]) ? Double.POSITIVE_INFINITY : output[at],
                    at -> Double.isNaN(output[at]) ? Double.NEGATIVE_INFINITY : output[at]);
            extremes[i].extendTo(positions.length);
        }
    }

    /// Returns the bars it was made of.
    public Timeframe timeframe() {
        return timeframe;
    }

    /// Tells whether these are longer than was wished, because those would be too many.
    public boolean isCoarser() {
        return coarser;
    }

    /// Tells whether each value stands from its position on until the next, rather than at it.
    public boolean isHeld() {
        return held;
    }

    /// Returns the first bar that was counted, where values depend on it and there were more before it; else
    /// [Long#MIN_VALUE].
    public long sinceNs() {
        return sinceNs;
    }

    /// Returns how many bars there are.
    public int count() {
        return positions.length;
    }

    /// Returns how many outputs there are.
    public int outputs() {
        return values.length;
    }

    /// Returns where on the time axis the values after bar `i` stand.
    public double position(int i) {
        return positions[i];
    }

    /// Returns a value, NaN where there is none.
    public double value(int output, int i) {
        return values[output][i];
    }

    /// Returns the first bar whose position is not below `position`, their count if there is none.
    public int firstAtOrAfter(double position) {
        int found = Arrays.binarySearch(positions, position);
        int at = found >= 0 ? found : -found - 1;
        while (at > 0 && positions[at - 1] >= position) {
            at--;
        }
        return at;
    }

    /// Returns the bar whose values stand at the bar of the chart from `position` to `position + 1`; -1 for none.
    public int standingAt(double position) {
        int at = firstAtOrAfter(held ? Math.nextUp(position) : position + 1) - 1;
        return at >= 0 && (held || positions[at] >= position) ? at : -1;
    }

    /// Returns the lowest value of bars `from` to `to` (exclusive); infinite if there is none.
    public double lowest(int output, int from, int to) {
        extremes[output].query(from, to);
        return extremes[output].minimum();
    }

    /// Returns the highest value of bars `from` to `to` (exclusive); infinite if there is none.
    public double highest(int output, int from, int to) {
        extremes[output].query(from, to);
        return extremes[output].maximum();
    }
}
