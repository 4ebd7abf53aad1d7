package ai.backtestr.render.series;

import java.util.Arrays;

/// What the ticks of each of a number of columns come to that prices alone do not tell: the quantity traded, and
/// lowest, mean and highest spread of quotes. The arrays are reused; used by one thread at a time.
public final class TickFigures {
    private boolean[] known = new boolean[0];
    private boolean[] sampled = new boolean[0];
    private double[] volume = new double[0];
    private double[] lowestSpread = new double[0];
    private double[] meanSpread = new double[0];
    private double[] highestSpread = new double[0];

    /// Columns without room; see [#reset].
    public TickFigures() {}

    /// Becomes `columns` columns of which nothing is known.
    public void reset(int columns) {
        if (columns > known.length) {
            known = new boolean[columns];
            sampled = new boolean[columns];
            volume = new double[columns];
            lowestSpread = new double[columns];
            meanSpread = new double[columns];
            highestSpread = new double[columns];
        }
        Arrays.fill(known, false);
    }

    /// Sets a column.
    ///
    /// @param traded quantity, 0 or more
    /// @param lowest lowest ask less bid; NaN, like the other two, where there is no quote
    /// @param mean the mean over quotes, each counting once
    /// @param highest highest ask less bid
    /// @param isSampled whether the spreads are those of some of the quotes only
    public void set(int column, double traded, double lowest, double mean, double highest, boolean isSampled) {
        known[column] = true;
        volume[column] = traded;
        lowestSpread[column] = lowest;
        meanSpread[column] = mean;
        highestSpread[column] = highest;
        sampled[column] = isSampled;
    }

    /// Replaces columns `at` and following by `count` columns of another from `from` on.
    public void copy(TickFigures other, int from, int at, int count) {
        System.arraycopy(other.known, from, known, at, count);
        System.arraycopy(other.sampled, from, sampled, at, count);
        System.arraycopy(other.volume, from, volume, at, count);
        System.arraycopy(other.lowestSpread, from, lowestSpread, at, count);
        System.arraycopy(other.meanSpread, from, meanSpread, at, count);
        System.arraycopy(other.highestSpread, from, highestSpread, at, count);
    }

    /// Tells whether a column has been read.
    public boolean isKnown(int column) {
        return known[column];
    }

    /// Tells whether a column's spreads are those of some of its quotes only.
    public boolean isSampled(int column) {
        return sampled[column];
    }

    /// Returns the quantity traded.
    public double volume(int column) {
        return volume[column];
    }

    /// Returns the lowest spread, NaN if there is no quote.
    public double lowestSpread(int column) {
        return lowestSpread[column];
    }

    /// Returns the mean spread, NaN if there is no quote.
    public double meanSpread(int column) {
        return meanSpread[column];
    }

    /// Returns the highest spread, NaN if there is no quote.
    public double highestSpread(int column) {
        return highestSpread[column];
    }
}
