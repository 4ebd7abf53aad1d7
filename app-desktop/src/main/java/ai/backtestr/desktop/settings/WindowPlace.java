package ai.backtestr.desktop.settings;

/// Where a window or a screen lies, in the desktop's units.
///
/// @param x its left edge
/// @param y its top edge
/// @param width how wide it is
/// @param height how high it is
public record WindowPlace(double x, double y, double width, double height) {
    private static final double REACHABLE_WIDTH = 100;
    private static final double REACHABLE_HEIGHT = 40;

    /// Tells whether enough of the window's upper part lies on this screen to see it and to take hold of it.
    public boolean reaches(WindowPlace screen) {
        double shared = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
        return shared >= REACHABLE_WIDTH
                && y >= screen.y
                && y + REACHABLE_HEIGHT <= screen.y + screen.height
                && height >= REACHABLE_HEIGHT;
    }

    /// Returns the same place no larger than the screen.
    public WindowPlace within(WindowPlace screen) {
        return new WindowPlace(x, y, Math.min(width, screen.width), Math.min(height, screen.height));
    }
}
