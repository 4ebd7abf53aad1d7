package ai.backtestr.engine.order;

/// Numbers orders from 1, in the order in which they are placed. Engine thread only.
public final class OrderNumbers {
    private long taken;

    /// Has given no number yet.
    public OrderNumbers() {}

    /// Returns the number that the next order will have.
    public long next() {
        return taken + 1;
    }

    long take() {
        return ++taken;
    }
}
