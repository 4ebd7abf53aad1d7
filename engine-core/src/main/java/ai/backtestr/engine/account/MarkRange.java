package ai.backtestr.engine.account;

/// The lowest and the highest of the prices at which a position could have been closed. Engine thread only.
final class MarkRange {
    private long lowest = Long.MAX_VALUE;
    private long highest = Long.MIN_VALUE;

    void add(long price) {
        lowest = Math.min(lowest, price);
        highest = Math.max(highest, price);
    }

    void add(MarkRange other) {
        lowest = Math.min(lowest, other.lowest);
        highest = Math.max(highest, other.highest);
    }

    void clear() {
        lowest = Long.MAX_VALUE;
        highest = Long.MIN_VALUE;
    }

    long lowest() {
        return lowest;
    }

    long highest() {
        return highest;
    }
}
