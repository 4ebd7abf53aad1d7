package ai.backtestr.render.profile;

/// Quantities in rows of prices of one height: row `i` holds the prices from `(first + i) * height` up to, but not
/// including, `(first + i + 1) * height`, at the price scale. Ready to be painted.
///
/// - *Point of control*: the row with the largest quantity; of several the one nearest to the middle of the rows,
/// of two as near the lower.
/// - *Value area*: starts with that row and takes in, as long as it holds less than 70 % of all, the two rows above
/// or the two below, whichever pair has more, the upper ones if both have as much.
/// - *Imbalance*: a row in which three times as much or more was bought as was sold in the row below it, or sold as
/// was bought in the row above it. The lowest and the highest row have no such neighbour.
/// - *Delta*: what was bought less what was sold.
///
/// Immutable; any thread.
final class FlowRows {
    static final double VALUE_SHARE = 0.70;
    static final long IMBALANCE = 3;

    private final long height;
    private final long first;
    private final long[] bought;
    private final long[] sold;
    private final long[] total;
    private long sum;
    private long delta;
    private long largest;
    private int control = -1;
    private int valueLow;
    private int valueHigh;

    FlowRows(PriceVolumes volumes, long height) {
        this.height = height;
        int count = volumes.count();
        first = count == 0 ? 0 : Math.floorDiv(volumes.price(0), height);
        int rows = count == 0 ? 0 : (int) (Math.floorDiv(volumes.price(count - 1), height) - first) + 1;
        bought = new long[rows];
        sold = new long[rows];
        total = new long[rows];
        for (int i = 0; i < count; i++) {
            int row = (int) (Math.floorDiv(volumes.price(i), height) - first);
            bought[row] += volumes.bought(i);
            sold[row] += volumes.sold(i);
            total[row] += volumes.bought(i) + volumes.sold(i) + volumes.unsided(i);
        }
        findControl();
        findValueArea();
    }

    private void findControl() {
        for (int i = 0; i < total.length; i++) {
            sum += total[i];
            delta += bought[i] - sold[i];
            boolean nearer = control >= 0 && awayFromMiddle(i) < awayFromMiddle(control);
            if (total[i] > largest || (total[i] == largest && nearer)) {
                largest = total[i];
                control = i;
            }
        }
    }

    private int awayFromMiddle(int row) {
        return Math.abs(2 * row - (total.length - 1));
    }

    private void findValueArea() {
        valueLow = control;
        valueHigh = control;
        if (control < 0) {
            return;
        }
        double wanted = VALUE_SHARE * sum;
        long held = total[control];
        while (held < wanted && (valueLow > 0 || valueHigh < total.length - 1)) {
            long above = sum(valueHigh + 1, valueHigh + 2);
            long below = sum(valueLow - 2, valueLow - 1);
            boolean up = valueHigh < total.length - 1 && (above >= below || valueLow == 0);
            if (up) {
                valueHigh = Math.min(total.length - 1, valueHigh + 2);
                held += above;
            } else {
                valueLow = Math.max(0, valueLow - 2);
                held += below;
            }
        }
    }

    private long sum(int from, int to) {
        long all = 0;
        for (int i = Math.max(0, from); i <= Math.min(total.length - 1, to); i++) {
            all += total[i];
        }
        return all;
    }

    int count() {
        return total.length;
    }

    /// Returns the lowest price of a row, at the price scale.
    long price(int row) {
        return (first + row) * height;
    }

    long height() {
        return height;
    }

    long bought(int row) {
        return bought[row];
    }

    long sold(int row) {
        return sold[row];
    }

    long total(int row) {
        return total[row];
    }

    /// Returns the quantity of all rows.
    long sum() {
        return sum;
    }

    long delta() {
        return delta;
    }

    /// Returns the quantity of the point of control, 0 if there are no rows.
    long largest() {
        return largest;
    }

    /// Returns the row that is the point of control, -1 if there are no rows.
    int control() {
        return control;
    }

    /// Returns the lowest row of the value area.
    int valueLow() {
        return valueLow;
    }

    /// Returns the highest row of the value area.
    int valueHigh() {
        return valueHigh;
    }

    boolean isBuyImbalance(int row) {
        return row > 0 && bought[row] > 0 && bought[row] >= IMBALANCE * sold[row - 1];
    }

    boolean isSellImbalance(int row) {
        return row < total.length - 1 && sold[row] > 0 && sold[row] >= IMBALANCE * bought[row + 1];
    }
}
