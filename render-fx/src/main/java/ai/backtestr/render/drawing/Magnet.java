package ai.backtestr.render.drawing;

import ai.backtestr.render.chart.PlotView;
import ai.backtestr.render.series.PriceColumns;
import ai.backtestr.render.series.TickPoints;

/// Draws the mouse to what is charted near it: to a tick where ticks are drawn one by one, else to open, high, low
/// or close of the bar under it, whose moment is its middle.
final class Magnet {
    /// How far a price may be away, logical pixels.
    static final double REACH = 14;

    private Magnet() {}

    /// Returns the place at a point; there must be bars.
    ///
    /// @param pulls whether the magnet is on
    static Anchor at(PlotView view, double x, double y, boolean pulls) {
        Anchor there = new Anchor(view.timeNs(x), view.roundPrice(view.price(y)));
        if (!pulls) {
            return there;
        }
        TickPoints ticks = view.ticks();
        return ticks == null ? atBar(view, x, y, there) : atTick(view, ticks, x, y, there);
    }

    private static Anchor atBar(PlotView view, double x, double y, Anchor otherwise) {
        int column = view.columnAt(x);
        PriceColumns columns = view.columns();
        if (column < 0 || !columns.isPresent(column)) {
            return otherwise;
        }
        double nearest = REACH;
        double price = Double.NaN;
        for (int i = 0; i < 4; i++) {
            double candidate = switch (i) {
                case 0 -> columns.first(column);
                case 1 -> columns.high(column);
                case 2 -> columns.low(column);
                default -> columns.last(column);
            };
            double away = Math.abs(view.y(candidate) - y);
            if (away <= nearest) {
                nearest = away;
                price = candidate;
            }
        }
        double middle = (view.columnPosition(column) + view.columnPosition(column + 1)) / 2;
        return Double.isNaN(price) ? otherwise : new Anchor(view.timeAt(middle), price);
    }

    private static Anchor atTick(PlotView view, TickPoints ticks, double x, double y, Anchor otherwise) {
        double nearest = REACH;
        Anchor found = otherwise;
        for (int i = 0; i < ticks.count(); i++) {
            double aside = view.x(ticks.timeNs(i)) - x;
            double toBid = Math.hypot(aside, view.y(ticks.bid(i)) - y);
            double toAsk = Math.hypot(aside, view.y(ticks.ask(i)) - y);
            if (Math.min(toBid, toAsk) <= nearest) {
                nearest = Math.min(toBid, toAsk);
                found = new Anchor(ticks.timeNs(i), toBid <= toAsk ? ticks.bid(i) : ticks.ask(i));
            }
        }
        return found;
    }
}
