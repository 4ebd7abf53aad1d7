package ai.backtestr.engine.run;

import ai.backtestr.engine.bar.Timeframe;

/// On which bar data a run was made, and how much of it rests on what was assumed about the inside of bars.
///
/// @param timeframe how long the recorded bars last
/// @param path the way that the price is assumed to have gone through each
/// @param dependentFills executions inside bars whose order of high and low decided what was filled, or at what
///     price
/// @param dependentBars the bars in which those were
public record BarDataRun(Timeframe timeframe, PathAssumption path, long dependentFills, long dependentBars) {
    /// Says it in words: `1d bars, path nearest, on which 3 fills in 2 bars depend`.
    @Override
    public String toString() {
        String fills = dependentFills == 1 ? "1 fill" : dependentFills + " fills";
        String bars = dependentBars == 1 ? "1 bar" : dependentBars + " bars";
        return timeframe + " bars, path " + path + ", on which "
                + (dependentFills == 0 ? "no fill depends" : fills + " in " + bars + " depend");
    }
}
