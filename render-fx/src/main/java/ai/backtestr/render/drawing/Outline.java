package ai.backtestr.render.drawing;

import ai.backtestr.render.chart.PlotView;
import java.util.Arrays;

/// The lines, areas, labels and handles that a drawing comes to on screen, in logical pixels. Painting and finding
/// what is under the mouse both read it, so that what is seen is what is hit. The arrays are reused.
///
/// Threads: confined to the FX thread.
final class Outline {
    private static final double LINE_HEIGHT = 16;
    static final double PADDING = 5;

    private double width;
    private double height;
    private double[] lines = new double[64];
    private boolean[] faint = new boolean[16];
    private int lineCount;
    private double[] areas = new double[32];
    private int areaCount;
    private double[] labels = new double[64];
    private String[][] words = new String[16][];
    private boolean[] plates = new boolean[16];
    private int labelCount;
    private final double[] handles = new double[8];
    private int handleCount;
    private double clipFrom;
    private double clipTo;
    private double lineHeight = LINE_HEIGHT;

    /// Becomes empty, for the pane of a chart.
    void begin(PlotView view) {
        begin(view.width(), view.height());
        lineHeight = view.textLength(LINE_HEIGHT);
    }

    /// Returns the height of a line of words.
    double lineHeight() {
        return lineHeight;
    }

    /// Becomes empty, for a pane of that size.
    void begin(double paneWidth, double paneHeight) {
        width = paneWidth;
        height = paneHeight;
        lineCount = 0;
        areaCount = 0;
        labelCount = 0;
        handleCount = 0;
    }

    double paneWidth() {
        return width;
    }

    double paneHeight() {
        return height;
    }

    /// Adds the part on screen of the line from the first point towards the second: from `from` to `to`, in its
    /// lengths.
    void line(double x1, double y1, double x2, double y2, double from, double to, boolean isFaint) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        clipFrom = from;
        clipTo = to;
        double margin = 2 * DrawingStyle.WIDEST;
        boolean seen = Double.isFinite(dx + dy)
                && clip(-dx, x1 + margin)
                && clip(dx, width + margin - x1)
                && clip(-dy, y1 + margin)
                && clip(dy, height + margin - y1)
                && clipTo < Double.POSITIVE_INFINITY;
        if (seen) {
            reserveLine();
            int at = 4 * lineCount;
            lines[at] = x1 + clipFrom * dx;
            lines[at + 1] = y1 + clipFrom * dy;
            lines[at + 2] = x1 + clipTo * dx;
            lines[at + 3] = y1 + clipTo * dy;
            faint[lineCount++] = isFaint;
        }
    }

    /// Liang and Barsky's way to cut a line off at an edge of a rectangle.
    private boolean clip(double direction, double room) {
        if (direction == 0) {
            return room >= 0;
        }
        double at = room / direction;
        if (direction < 0) {
            clipFrom = Math.max(clipFrom, at);
        } else {
            clipTo = Math.min(clipTo, at);
        }
        return clipFrom <= clipTo;
    }

    private void reserveLine() {
        if (lineCount == faint.length) {
            faint = Arrays.copyOf(faint, 2 * lineCount);
            lines = Arrays.copyOf(lines, 8 * lineCount);
        }
    }

    /// Adds the area between two lines of the same ends.
    void area(double x1, double top1, double x2, double top2, double bottom1, double bottom2) {
        if (8 * (areaCount + 1) > areas.length) {
            areas = Arrays.copyOf(areas, 2 * areas.length);
        }
        int at = 8 * areaCount++;
        areas[at] = x1;
        areas[at + 1] = top1;
        areas[at + 2] = x2;
        areas[at + 3] = top2;
        areas[at + 4] = x2;
        areas[at + 5] = bottom2;
        areas[at + 6] = x1;
        areas[at + 7] = bottom1;
    }

    /// Adds lines of words whose top left corner is at a point.
    ///
    /// @param plate whether they stand on a ground of the drawing's colour
    void label(String[] lines, double textWidth, double x, double y, boolean plate) {
        if (labelCount == plates.length) {
            plates = Arrays.copyOf(plates, 2 * labelCount);
            words = Arrays.copyOf(words, 2 * labelCount);
            labels = Arrays.copyOf(labels, 8 * labelCount);
        }
        int at = 4 * labelCount;
        labels[at] = x;
        labels[at + 1] = y;
        labels[at + 2] = textWidth + 2 * PADDING;
        labels[at + 3] = lines.length * lineHeight + 4;
        plates[labelCount] = plate;
        words[labelCount++] = lines;
    }

    /// Adds a handle.
    void handle(double x, double y) {
        handles[2 * handleCount] = x;
        handles[2 * handleCount + 1] = y;
        handleCount++;
    }

    int lineCount() {
        return lineCount;
    }

    /// Returns a coordinate of line `i`: x and y of its ends.
    double line(int i, int coordinate) {
        return lines[4 * i + coordinate];
    }

    boolean isFaint(int i) {
        return faint[i];
    }

    int areaCount() {
        return areaCount;
    }

    /// Returns a coordinate of area `i`: x and y of its four corners.
    double area(int i, int coordinate) {
        return areas[8 * i + coordinate];
    }

    int labelCount() {
        return labelCount;
    }

    /// Returns x, y, width or height of label `i`.
    double label(int i, int coordinate) {
        return labels[4 * i + coordinate];
    }

    boolean hasPlate(int i) {
        return plates[i];
    }

    String[] words(int i) {
        return words[i];
    }

    int handleCount() {
        return handleCount;
    }

    double handleX(int i) {
        return handles[2 * i];
    }

    double handleY(int i) {
        return handles[2 * i + 1];
    }
}
