package ai.backtestr.render.drawing;

import ai.backtestr.render.chart.PlotView;

/// Works out where a drawing lies on screen. Lines between anchors are straight on screen, on a logarithmic scale
/// too.
final class OutlineMaker {
    private static final double LABEL_GAP = 6;
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    private OutlineMaker() {}

    /// Fills `outline`; there must be bars.
    static void make(Sketch sketch, PlotView view, Outline outline) {
        outline.begin(view);
        sketch.label(view);
        Anchor first = sketch.anchor(0);
        double x1 = view.x(first.timeNs());
        double y1 = view.y(first.price());
        if (sketch.drawing().kind().anchors() == 1) {
            makeSingle(sketch, outline, x1, y1);
        } else {
            Anchor second = sketch.anchor(1);
            double x2 = view.x(second.timeNs());
            double y2 = view.y(second.price());
            outline.handle(x1, y1);
            outline.handle(x2, y2);
            makeDouble(sketch, view, outline, x1, y1, x2, y2);
        }
    }

    private static void makeSingle(Sketch sketch, Outline outline, double x, double y) {
        double width = outline.paneWidth();
        double height = outline.paneHeight();
        outline.handle(x, y);
        switch (sketch.drawing().kind()) {
            case HORIZONTAL_LINE -> {
                outline.line(0, y, width, y, 0, 1, false);
                double left = width - sketch.width(0) - 2 * Outline.PADDING - 2;
                outline.label(sketch.words(0), sketch.width(0), left, y - outline.lineHeight() - 6, false);
            }
            case VERTICAL_LINE -> {
                outline.line(x, 0, x, height, 0, 1, false);
                double labelWidth = sketch.width(0) + 2 * Outline.PADDING;
                double labelX = x + 2 + labelWidth > width ? x - labelWidth - 2 : x + 2;
                double labelY = height - outline.lineHeight() - LABEL_GAP;
                outline.label(sketch.words(0), sketch.width(0), labelX, labelY, false);
            }
            default -> outline.label(sketch.words(0), sketch.width(0), x - Outline.PADDING, y + LABEL_GAP, false);
        }
    }

    private static void makeDouble(
            Sketch sketch, PlotView view, Outline outline, double x1, double y1, double x2, double y2) {
        switch (sketch.drawing().kind()) {
            case RAY -> outline.line(x1, y1, x2, y2, 0, ENDLESS, false);
            case CHANNEL -> makeChannel(sketch, view, outline, x1, y1, x2, y2);
            case FIBONACCI -> makeFibonacci(sketch, view, outline, x1, y1, x2, y2);
            case RECTANGLE -> makeRectangle(outline, x1, y1, x2, y2);
            case MEASURE -> makeMeasure(sketch, outline, x1, y1, x2, y2);
            default -> outline.line(x1, y1, x2, y2, 0, 1, false);
        }
    }

    private static void makeChannel(
            Sketch sketch, PlotView view, Outline outline, double x1, double y1, double x2, double y2) {
        double x3 = view.x(sketch.anchor(2).timeNs());
        double y3 = view.y(sketch.anchor(2).price());
        double onFirst = x2 == x1 ? y1 : y1 + (x3 - x1) / (x2 - x1) * (y2 - y1);
        double apart = y3 - onFirst;
        outline.handle(x3, y3);
        outline.area(x1, y1, x2, y2, y1 + apart, y2 + apart);
        outline.line(x1, y1, x2, y2, 0, 1, false);
        outline.line(x1, y1 + apart, x2, y2 + apart, 0, 1, false);
        outline.line(x1, y1 + apart / 2, x2, y2 + apart / 2, 0, 1, true);
    }

    private static void makeFibonacci(
            Sketch sketch, PlotView view, Outline outline, double x1, double y1, double x2, double y2) {
        double left = Math.min(x1, x2);
        double right = Math.max(x1, x2);
        outline.line(x1, y1, x2, y2, 0, 1, true);
        outline.area(left, y1, right, y1, y2, y2);
        double first = sketch.anchor(0).price();
        double second = sketch.anchor(1).price();
        for (int i = 0; i < Fibonacci.LEVELS.size(); i++) {
            double y = view.y(Fibonacci.price(first, second, Fibonacci.LEVELS.get(i)));
            outline.line(left, y, right, y, 0, 1, false);
            double labelLeft = left - sketch.width(i) - 2 * Outline.PADDING;
            boolean beside = labelLeft >= 0;
            outline.label(
                    sketch.words(i),
                    sketch.width(i),
                    beside ? labelLeft : Math.max(0, left),
                    beside ? y - outline.lineHeight() / 2 - 2 : y - outline.lineHeight() - 4,
                    false);
        }
    }

    private static void makeRectangle(Outline outline, double x1, double y1, double x2, double y2) {
        outline.area(x1, y1, x2, y1, y2, y2);
        outline.line(x1, y1, x2, y1, 0, 1, false);
        outline.line(x2, y1, x2, y2, 0, 1, false);
        outline.line(x2, y2, x1, y2, 0, 1, false);
        outline.line(x1, y2, x1, y1, 0, 1, false);
    }

    private static void makeMeasure(Sketch sketch, Outline outline, double x1, double y1, double x2, double y2) {
        outline.area(x1, y1, x2, y1, y2, y2);
        double middleX = (x1 + x2) / 2;
        double middleY = (y1 + y2) / 2;
        outline.line(x1, middleY, x2, middleY, 0, 1, false);
        outline.line(middleX, y1, middleX, y2, 0, 1, false);
        arrow(outline, x2, middleY, -Math.signum(x2 - x1), 0);
        arrow(outline, middleX, y2, 0, -Math.signum(y2 - y1));
        double width = sketch.width(0) + 2 * Outline.PADDING;
        double height = 2 * outline.lineHeight() + 4;
        double wanted = y2 <= y1 ? y2 - height - LABEL_GAP : y2 + LABEL_GAP;
        double top = Math.clamp(wanted, 0, Math.max(0, outline.paneHeight() - height));
        double left = Math.clamp(middleX - width / 2, 0, Math.max(0, outline.paneWidth() - width));
        outline.label(sketch.words(0), sketch.width(0), left, top, true);
    }

    /// The head of an arrow, whose tip is at a point; `dx` and `dy` lead back along its shaft.
    private static void arrow(Outline outline, double x, double y, double dx, double dy) {
        double size = 6;
        outline.line(x, y, x + size * (dx + dy), y + size * (dy + dx), 0, 1, false);
        outline.line(x, y, x + size * (dx - dy), y + size * (dy - dx), 0, 1, false);
    }
}
