package ai.backtestr.engine.indicator;

/// The highest or lowest of the last `period` numbers, and how long ago it was; of equal ones, the earliest.
///
/// Keeps those numbers that can still become the extreme, in order: each enters once and leaves once, so the cost
/// of a number is constant on average. The ring is allocated once.
final class RollingExtreme {
    private final double sign;
    private final int period;
    private final double[] candidates;
    private final long[] places;
    private int first;
    private int count;
    private long seen;

    private RollingExtreme(double sign, int period) {
        this.sign = sign;
        this.period = period;
        candidates = new double[period];
        places = new long[period];
    }

    static RollingExtreme highest(int period) {
        return new RollingExtreme(1, period);
    }

    static RollingExtreme lowest(int period) {
        return new RollingExtreme(-1, period);
    }

    void add(double x) {
        double rank = sign * x;
        if (count > 0 && places[first] <= seen - period) {
            first = at(1);
            count--;
        }
        while (count > 0 && candidates[at(count - 1)] < rank) {
            count--;
        }
        candidates[at(count)] = rank;
        places[at(count)] = seen;
        count++;
        seen++;
    }

    private int at(int offset) {
        int index = first + offset;
        return index < period ? index : index - period;
    }

    boolean isReady() {
        return seen >= period;
    }

    double value() {
        return sign * candidates[first];
    }

    /// Returns how many numbers came after it.
    int age() {
        return (int) (seen - 1 - places[first]);
    }
}
