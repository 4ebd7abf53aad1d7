package ai.backtestr.render.series;

/// The bars a chart draws. Prices are `double` here: they are for pictures only.
///
/// A bar's time is its start. Every bar but the last is closed and never changes again. The last one may still be
/// *forming*: its high, low, close, volume and ticks may change until a further bar appears. Each of its values is
/// read whole, but several read one after the other may come from successive moments; the chart repairs what that
/// shows.
public interface BarSource extends TimeSeries {
    /// Returns the price of the first tick.
    double open(int index);

    /// Returns the highest price.
    double high(int index);

    /// Returns the lowest price.
    double low(int index);

    /// Returns the price of the last tick so far.
    double close(int index);

    /// Returns the traded volume, 0 or more, in the instrument's quantity.
    double volume(int index);

    /// Returns the number of ticks, 0 or more: a brick can share its only tick with another.
    long ticks(int index);
}
