package ai.backtestr.desktop.dock;

/// A side of a part of the window.
public enum DockSide {
    /// Left of it.
    LEFT,
    /// Right of it.
    RIGHT,
    /// Above it.
    TOP,
    /// Below it.
    BOTTOM;

    /// Tells whether parts beside each other on this side share the height rather than the width.
    boolean isVertical() {
        return this == TOP || this == BOTTOM;
    }

    /// Tells whether what is on this side comes first.
    boolean isBefore() {
        return this == LEFT || this == TOP;
    }
}
