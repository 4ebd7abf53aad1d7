package ai.backtestr.render.series;

import java.util.Arrays;

/// First, lowest, highest and last price, volume and number of ticks of each of a number of columns. Prices are
/// `double` here: they are for pictures only.
///
/// A column without ticks has none of the rest. The arrays are reused; used by one thread at a time.
public final class PriceColumns {
    private double[] first = new double[0];
    private double[] low = new double[0];
    private double[] high = new double[0];
    private double[] last = new double[0];
    private double[] volume = new double[0];
    private long[] ticks = new long[0];

    /// Columns without room; see [#reserve].
    public PriceColumns() {}

    /// Makes room for `columns` columns, those there are being kept.
    public void reserve(int columns) {
        if (columns > ticks.length) {
            int capacity = Math.max(columns, ticks.length * 3 / 2);
            first = Arrays.copyOf(first, capacity);
            low = Arrays.copyOf(low, capacity);
            high = Arrays.copyOf(high, capacity);
            last = Arrays.copyOf(last, capacity);
            volume = Arrays.copyOf(volume, capacity);
            ticks = Arrays.copyOf(ticks, capacity);
        }
    }

    /// Returns how many columns there is room for.
    public int capacity() {
        return ticks.length;
    }

    /// Empties a column.
    public void clear(int column) {
        ticks[column] = 0;
    }

    /// Sets a column.
    ///
    /// @param count number of ticks, 1 or more
    public void set(
            int column,
            double firstPrice,
            double lowest,
            double highest,
            double lastPrice,
            double columnVolume,
            long count) {
        first[column] = firstPrice;
        low[column] = lowest;
        high[column] = highest;
        last[column] = lastPrice;
        volume[column] = columnVolume;
        ticks[column] = count;
    }

    /// Sets the volume of a column.
    public void setVolume(int column, double newVolume) {
        volume[column] = newVolume;
    }

    /// Replaces columns `at` and following by `count` columns of another from `from` on.
    public void copy(PriceColumns other, int from, int at, int count) {
        System.arraycopy(other.first, from, first, at, count);
        System.arraycopy(other.low, from, low, at, count);
        System.arraycopy(other.high, from, high, at, count);
        System.arraycopy(other.last, from, last, at, count);
        System.arraycopy(other.volume, from, volume, at, count);
        System.arraycopy(other.ticks, from, ticks, at, count);
    }

    /// Makes column `at` what columns `from` to `to` (exclusive) of another come to. The volume is the largest
    /// of them, as neighbouring bars share a column of pixels.
    public void merge(PriceColumns other, int from, int to, int at) {
        long count = 0;
        for (int i = from; i < to; i++) {
            if (other.ticks[i] > 0) {
                if (count == 0) {
                    set(at, other.first[i], other.low[i], other.high[i], other.last[i], other.volume[i], 0);
                }
                count += other.ticks[i];
                low[at] = Math.min(low[at], other.low[i]);
                high[at] = Math.max(high[at], other.high[i]);
                last[at] = other.last[i];
                volume[at] = Math.max(volume[at], other.volume[i]);
            }
        }
        ticks[at] = count;
    }

    /// Tells whether column `column` has ticks.
    public boolean isPresent(int column) {
        return ticks[column] > 0;
    }

    /// Tells whether the price at the end of a column is not below that at its beginning.
    public boolean isUp(int column) {
        return last[column] >= first[column];
    }

    /// Returns the price of the first tick.
    public double first(int column) {
        return first[column];
    }

    /// Returns the lowest price.
    public double low(int column) {
        return low[column];
    }

    /// Returns the highest price.
    public double high(int column) {
        return high[column];
    }

    /// Returns the price of the last tick.
    public double last(int column) {
        return last[column];
    }

    /// Returns the volume, 0 or more; NaN as long as it is not known.
    public double volume(int column) {
        return volume[column];
    }

    /// Returns the number of ticks.
    public long ticks(int column) {
        return ticks[column];
    }
}
