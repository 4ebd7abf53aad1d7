package ai.backtestr.engine.indicator;

/// The last `length` numbers, in a ring.
final class Window {
    private final double[] ring;
    private int next;
    private int count;

    Window(int length) {
        ring = new double[length];
    }

    /// Takes in a number.
    ///
    /// @return the one that leaves for it, or 0 while the window fills
    double add(double x) {
        double leaving = ring[next];
        ring[next] = x;
        next = next + 1 == ring.length ? 0 : next + 1;
        if (count < ring.length) {
            count++;
        }
        return leaving;
    }

    boolean isFull() {
        return count == ring.length;
    }

    int length() {
        return ring.length;
    }

    /// Returns the oldest number of a full window.
    double oldest() {
        return ring[next];
    }

    /// Returns the numbers in no particular order; for reading, of a full window.
    double[] unordered() {
        return ring;
    }
}
