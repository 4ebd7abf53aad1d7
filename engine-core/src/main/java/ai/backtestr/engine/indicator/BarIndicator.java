package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;

/// A value that is carried on from closed bar to closed bar, at the same cost for each. Engine thread only.
public interface BarIndicator {
    /// Takes in bar `index` of `bars`. Called once for each closed bar, oldest first, before the strategy hears of
    /// it.
    void onBar(BarSeries bars, int index);

    /// Tells whether enough bars were seen for the value to mean something.
    boolean isReady();

    /// Returns the value after the last bar, or `NaN` before it is ready.
    double value();
}
