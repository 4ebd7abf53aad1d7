package ai.backtestr.engine.indicator;

/// A moving average of numbers.
interface Average {
    /// Takes in a number.
    ///
    /// @return the average including it, or `NaN` while there are too few
    double add(double x);
}
