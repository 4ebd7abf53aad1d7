package ai.backtestr.render.drawing;

/// Finds out what of a drawing is under the mouse: a handle, or else its body, which is its lines and words. What
/// lies between the lines is left to the chart, so that it can be dragged there.
final class HitTest {
    /// How far a line or a handle may be away, logical pixels.
    static final double REACH = 6;

    /// Nothing of the drawing is near.
    static final int MISS = -2;

    /// The drawing, but none of its handles.
    static final int BODY = -1;

    private HitTest() {}

    /// Returns a handle's number, [#BODY] or [#MISS].
    static int at(Outline outline, double x, double y) {
        for (int i = 0; i < outline.handleCount(); i++) {
            if (Math.hypot(outline.handleX(i) - x, outline.handleY(i) - y) <= REACH) {
                return i;
            }
        }
        return isOnLine(outline, x, y) || isInLabel(outline, x, y) ? BODY : MISS;
    }

    private static boolean isOnLine(Outline outline, double x, double y) {
        for (int i = 0; i < outline.lineCount(); i++) {
            double away =
                    distance(outline.line(i, 0), outline.line(i, 1), outline.line(i, 2), outline.line(i, 3), x, y);
            if (away <= REACH) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInLabel(Outline outline, double x, double y) {
        for (int i = 0; i < outline.labelCount(); i++) {
            double intoX = x - outline.label(i, 0);
            double intoY = y - outline.label(i, 1);
            if (intoX >= 0 && intoX <= outline.label(i, 2) && intoY >= 0 && intoY <= outline.label(i, 3)) {
                return true;
            }
        }
        return false;
    }

    /// Returns how far a point is from a line between two others.
    static double distance(double x1, double y1, double x2, double y2, double x, double y) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = dx * dx + dy * dy;
        double share = length == 0 ? 0 : Math.clamp(((x - x1) * dx + (y - y1) * dy) / length, 0.0, 1.0);
        return Math.hypot(x1 + share * dx - x, y1 + share * dy - y);
    }
}
