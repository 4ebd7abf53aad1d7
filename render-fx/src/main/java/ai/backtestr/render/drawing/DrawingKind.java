package ai.backtestr.render.drawing;

import javafx.scene.input.KeyCode;

/// What can be drawn.
public enum DrawingKind {
    /// From one anchor to the other.
    TREND_LINE("Trend line", 2, KeyCode.T, "M3 13 L13 3 M2 12 h2 v2 h-2 z M12 2 h2 v2 h-2 z"),
    /// From the first anchor through the second and on.
    RAY("Ray", 2, KeyCode.Y, "M3 13 L14 2 M2 12 h2 v2 h-2 z M7 7 h2 v2 h-2 z"),
    /// At a price.
    HORIZONTAL_LINE("Horizontal line", 1, KeyCode.H, "M1 8 H15 M7 7 h2 v2 h-2 z"),
    /// At a moment.
    VERTICAL_LINE("Vertical line", 1, KeyCode.V, "M8 1 V15 M7 7 h2 v2 h-2 z"),
    /// Two parallel lines, the second through the third anchor, and their middle.
    CHANNEL("Parallel channel", 3, KeyCode.C, "M2 10 L11 2 M5 14 L14 6"),
    /// Levels between two prices, of the way from the first to the second.
    FIBONACCI("Fibonacci retracement", 2, KeyCode.F, "M2 2.5 H14 M2 6.5 H14 M2 9.5 H14 M2 13.5 H14"),
    /// Between two corners.
    RECTANGLE("Rectangle", 2, KeyCode.B, "M2.5 4.5 H13.5 V12.5 H2.5 Z"),
    /// Words.
    TEXT("Text", 1, KeyCode.X, "M3 4 V2.5 H13 V4 M8 2.5 V13.5 M6 13.5 H10"),
    /// Price, percent, bars and time between two anchors.
    MEASURE("Measure", 2, KeyCode.M, "M2 11 L11 2 L14 5 L5 14 Z M5 8 L6.5 9.5 M8 5 L9.5 6.5");

    private final String title;
    private final int anchors;
    private final KeyCode key;
    private final String icon;

    DrawingKind(String title, int anchors, KeyCode key, String icon) {
        this.title = title;
        this.anchors = anchors;
        this.key = key;
        this.icon = icon;
    }

    /// Returns its name as it is to be read.
    public String title() {
        return title;
    }

    /// Returns how many places it hangs from.
    public int anchors() {
        return anchors;
    }

    /// Returns the key that, with Alt, begins one.
    public KeyCode key() {
        return key;
    }

    /// Returns the lines of its icon, an SVG path of 16 x 16.
    String icon() {
        return icon;
    }
}
