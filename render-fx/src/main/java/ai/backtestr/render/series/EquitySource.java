package ai.backtestr.render.series;

/// An account's equity over time, drawn under the prices on the same time axis. Entries never change once counted;
/// their times need not be those of the bars.
public interface EquitySource extends TimeSeries {
    /// Returns the equity in the account's currency.
    double value(int index);
}
