package ai.backtestr.render.lod;

import ai.backtestr.render.series.BarSource;

/// What the bars under each column of pixels come to: the first open, the highest high, the lowest low, the last
/// close and the tallest volume. All are exact, however many bars share a column, so no spike is lost when zoomed
/// out.
///
/// The arrays are reused from frame to frame. Threads: confined to one, the FX thread.
public final class BarColumns {
    private int count;
    private boolean[] present = new boolean[0];
    private double[] first = new double[0];
    private double[] high = new double[0];
    private double[] low = new double[0];
    private double[] last = new double[0];
    private double[] volume = new double[0];
    private double tallestVolume;

    /// Aggregates `columnCount` columns. Column `c` covers the bars whose centres lie in
    /// `[left + c * barsPerColumn, left + (c + 1) * barsPerColumn)`, the centre of bar `i` being `i + 0.5`; so each
    /// bar belongs to one column.
    public void fill(
            BarSource bars,
            MinMaxPyramid prices,
            MinMaxPyramid volumes,
            int barCount,
            double left,
            double barsPerColumn,
            int columnCount) {
        reserve(columnCount);
        count = columnCount;
        tallestVolume = 0;
        int from = firstBar(left, barCount);
        for (int c = 0; c < columnCount; c++) {
            int to = firstBar(left + (c + 1) * barsPerColumn, barCount);
            present[c] = to > from;
            if (to > from) {
                aggregate(c, bars, prices, volumes, from, to);
            }
            from = to;
        }
    }

    private static int firstBar(double position, int barCount) {
        return Math.clamp((long) Math.ceil(position - 0.5), 0, barCount);
    }

    private void aggregate(int c, BarSource bars, MinMaxPyramid prices, MinMaxPyramid volumes, int from, int to) {
        first[c] = bars.open(from);
        last[c] = bars.close(to - 1);
        prices.query(from, to);
        low[c] = prices.minimum();
        high[c] = prices.maximum();
        volumes.query(from, to);
        volume[c] = volumes.maximum();
        tallestVolume = Math.max(tallestVolume, volume[c]);
    }

    private void reserve(int columnCount) {
        if (columnCount > present.length) {
            present = new boolean[columnCount];
            first = new double[columnCount];
            high = new double[columnCount];
            low = new double[columnCount];
            last = new double[columnCount];
            volume = new double[columnCount];
        }
    }

    /// Returns the number of columns.
    public int count() {
        return count;
    }

    /// Tells whether column `c` has a bar; the values of one without are undefined.
    public boolean isPresent(int c) {
        return present[c];
    }

    /// Tells whether the price at the end of column `c` is not below that at its beginning.
    public boolean isUp(int c) {
        return last[c] >= first[c];
    }

    /// Returns the open of the first bar in column `c`.
    public double first(int c) {
        return first[c];
    }

    /// Returns the highest high in column `c`.
    public double high(int c) {
        return high[c];
    }

    /// Returns the lowest low in column `c`.
    public double low(int c) {
        return low[c];
    }

    /// Returns the close of the last bar in column `c`.
    public double last(int c) {
        return last[c];
    }

    /// Returns the largest volume of one bar in column `c`.
    public double volume(int c) {
        return volume[c];
    }

    /// Returns the largest volume in any column, 0 if there is none.
    public double tallestVolume() {
        return tallestVolume;
    }
}
