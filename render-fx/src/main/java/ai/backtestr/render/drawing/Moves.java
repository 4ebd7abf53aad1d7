package ai.backtestr.render.drawing;

import ai.backtestr.render.chart.PlotView;

/// Moves drawings as they are seen: every anchor by as many pixels.
final class Moves {
    private Moves() {}

    static Drawing moved(Drawing drawing, PlotView view, double dx, double dy) {
        return drawing.withAnchors(drawing.anchors().stream()
                .map(anchor -> moved(anchor, view, dx, dy))
                .toList());
    }

    static Anchor moved(Anchor anchor, PlotView view, double dx, double dy) {
        long timeNs = dx == 0 ? anchor.timeNs() : view.timeNs(view.x(anchor.timeNs()) + dx);
        double price = dy == 0 ? anchor.price() : view.roundPrice(view.price(view.y(anchor.price()) + dy));
        return new Anchor(timeNs, price);
    }
}
