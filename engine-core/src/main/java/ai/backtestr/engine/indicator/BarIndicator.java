package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;

/// One or more values that are carried on from closed bar to closed bar, at the same cost for each. Engine thread
/// only.
///
/// A value is `NaN` until enough bars were seen for it to mean something, and a finite number from there on: where
/// a formula divides by zero, the class says what comes out instead. The outputs of one indicator can begin at
/// different bars.
///
/// No value ever depends on a bar after the last one taken in.
public interface BarIndicator {
    /// Takes in bar `index` of `bars`. Called once for each closed bar, oldest first, before the strategy hears of
    /// it.
    void onBar(BarSeries bars, int index);

    /// Tells whether enough bars were seen for every output to mean something.
    boolean isReady();

    /// Returns how many outputs there are, at least 1.
    int outputs();

    /// Returns the name of an output, in lower case with hyphens: `macd`, `signal`, `histogram`.
    ///
    /// @param output from 0 to below [#outputs]
    String outputName(int output);

    /// Returns an output after the last bar, or `NaN` before it is ready.
    ///
    /// @param output from 0 to below [#outputs]
    double value(int output);

    /// Returns the first output after the last bar, or `NaN` before it is ready.
    default double value() {
        return value(0);
    }
}
