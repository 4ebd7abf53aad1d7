package ai.backtestr.engine.indicator;

/// Wilder's relative strength index of numbers: 100 up / (up + down), with the averages of rises and falls.
final class RelativeStrength {
    private final Average rises;
    private final Average falls;
    private double last = Double.NaN;

    RelativeStrength(int period) {
        rises = ExponentialAverage.wilder(period);
        falls = ExponentialAverage.wilder(period);
    }

    /// Takes in a price.
    ///
    /// @return the index including `price`, or `NaN` while there are fewer than `period` changes
    double add(double price) {
        double change = price - last;
        last = price;
        if (Double.isNaN(change)) {
            return Double.NaN;
        }
        double up = rises.add(Math.max(change, 0));
        double down = falls.add(Math.max(-change, 0));
        return up + down == 0 ? 0 : 100 * up / (up + down);
    }
}
