package ai.backtestr.render.lod;

import java.util.Arrays;

/// The exact minimum and maximum over any range of a growing series, in logarithmic time.
///
/// Level 1 holds one minimum and one maximum for every full block of 16 entries, level 2 for every 16 blocks, and
/// so on:
///
/// ```
/// level 2  [0 ............................ 255][256 ...        about n/256 pairs
/// level 1  [0 .. 15][16 .. 31] ... [240 .. 255][256 ..         about n/16 pairs
/// series    0 1 2 ...                                          read through, never copied
/// ```
///
/// A block is filled only when all its entries are final, so an entry that may still change (the forming bar) is
/// always read from the series itself. Memory is about a fifteenth of the series.
///
/// Threads: confined to one, the FX thread.
public final class MinMaxPyramid {
    private static final int FAN_OUT_BITS = 4;
    private static final int FAN_OUT = 1 << FAN_OUT_BITS;
    private static final int LEVELS = 8;

    private final IndexedValue low;
    private final IndexedValue high;
    private final double[][] minimums = new double[LEVELS][0];
    private final double[][] maximums = new double[LEVELS][0];
    private final int[] filled = new int[LEVELS];
    private double minimum;
    private double maximum;

    /// @param low what the minimum is taken of
    /// @param high what the maximum is taken of; the same as `low` for a series of single values
    public MinMaxPyramid(IndexedValue low, IndexedValue high) {
        this.low = low;
        this.high = high;
    }

    /// Takes in the entries below `finalCount`, which must not change any more. Costs time for the new ones only.
    public void extendTo(int finalCount) {
        for (int level = 0; level < LEVELS; level++) {
            int blocks = finalCount >>> (FAN_OUT_BITS * (level + 1));
            if (blocks <= filled[level]) {
                return;
            }
            reserve(level, blocks);
            for (int block = filled[level]; block < blocks; block++) {
                fill(level, block);
            }
            filled[level] = blocks;
        }
    }

    private void reserve(int level, int blocks) {
        if (blocks > minimums[level].length) {
            int capacity = Math.max(blocks, minimums[level].length * 2);
            minimums[level] = Arrays.copyOf(minimums[level], capacity);
            maximums[level] = Arrays.copyOf(maximums[level], capacity);
        }
    }

    private void fill(int level, int block) {
        clear();
        int from = block << FAN_OUT_BITS;
        if (level == 0) {
            includeEntries(from, from + FAN_OUT);
        } else {
            includeBlocks(level - 1, from, from + FAN_OUT);
        }
        minimums[level][block] = minimum;
        maximums[level][block] = maximum;
    }

    /// Looks at the entries from `from` (inclusive) to `to` (exclusive); [#minimum] and [#maximum] then tell what
    /// was found.
    ///
    /// @return false if the range is empty
    public boolean query(int from, int to) {
        clear();
        if (from >= to) {
            return false;
        }
        climb(from, to);
        return true;
    }

    private void climb(int from, int to) {
        int left = from;
        int right = to;
        int innerFrom = (from + FAN_OUT - 1) >>> FAN_OUT_BITS;
        int innerTo = Math.min(to >>> FAN_OUT_BITS, filled[0]);
        if (innerFrom >= innerTo) {
            includeEntries(left, right);
            return;
        }
        includeEntries(left, innerFrom << FAN_OUT_BITS);
        includeEntries(innerTo << FAN_OUT_BITS, right);
        int level = 0;
        while (true) {
            left = innerFrom;
            right = innerTo;
            innerFrom = (left + FAN_OUT - 1) >>> FAN_OUT_BITS;
            innerTo = level + 1 < LEVELS ? Math.min(right >>> FAN_OUT_BITS, filled[level + 1]) : 0;
            if (innerFrom >= innerTo) {
                includeBlocks(level, left, right);
                return;
            }
            includeBlocks(level, left, innerFrom << FAN_OUT_BITS);
            includeBlocks(level, innerTo << FAN_OUT_BITS, right);
            level++;
        }
    }

    private void clear() {
        minimum = Double.POSITIVE_INFINITY;
        maximum = Double.NEGATIVE_INFINITY;
    }

    private void includeEntries(int from, int to) {
        for (int i = from; i < to; i++) {
            minimum = Math.min(minimum, low.at(i));
            maximum = Math.max(maximum, high.at(i));
        }
    }

    private void includeBlocks(int level, int from, int to) {
        for (int i = from; i < to; i++) {
            minimum = Math.min(minimum, minimums[level][i]);
            maximum = Math.max(maximum, maximums[level][i]);
        }
    }

    /// Returns the minimum found by the last [#query].
    public double minimum() {
        return minimum;
    }

    /// Returns the maximum found by the last [#query].
    public double maximum() {
        return maximum;
    }
}
