package ai.backtestr.render.profile;

import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.PlotView;
import ai.backtestr.render.series.PriceColumns;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Paints footprints: in each row of a bar what was sold to its left and bought to its right, with numbers where
/// there is room. Cells are the stronger the more was traded, an imbalance has its number in colour, the point of
/// control a frame, and the delta stands below the bar, which itself shrinks to a slim candle.
final class FootprintPainter {
    private static final double CANDLE = 7;
    private static final double ROOM_FOR_NUMBERS = 84;
    private static final double LOWEST_ROW_WITH_NUMBERS = 11;
    private static final double ROOM_FOR_DELTA = 36;
    private static final double STRONGEST = 0.5;

    void paint(GraphicsContext g, PlotView view, FlowPicture picture, OrderFlow flow) {
        if (!WishMaker.hasRoom(view)) {
            return;
        }
        double unitsPerOne = Math.pow(10, flow.priceScale());
        List<FlowPicture.Footprint> footprints = picture.footprints();
        for (int i = 0; i < footprints.size(); i++) {
            FlowPicture.Footprint footprint = footprints.get(i);
            double left = view.x(footprint.bar().fromNs());
            double width = view.x(footprint.bar().toNs()) - left;
            boolean ofThisTimeframe = Math.abs(width - view.barWidth()) < view.barWidth() / 2;
            boolean seen = left < view.width() && left + width > 0;
            if (ofThisTimeframe && seen && footprint.rows().control() >= 0) {
                paintBar(g, view, footprint, unitsPerOne, left);
            }
        }
    }

    private static void paintBar(
            GraphicsContext g, PlotView view, FlowPicture.Footprint footprint, double unitsPerOne, double x) {
        FlowRows rows = footprint.rows();
        double left = view.snap(x) + 1;
        double right = view.snap(x + view.barWidth()) - 1;
        double top = view.snap(view.y((rows.price(rows.count() - 1) + rows.height()) / unitsPerOne));
        double bottom = view.snap(view.y(rows.price(0) / unitsPerOne));
        g.setFill(view.theme().background());
        g.fillRect(left, top - 1, right - left, bottom - top + 2);
        paintCandle(g, view, x + view.barWidth() / 2, left);
        double from = left + CANDLE;
        double middle = view.snap((from + right) / 2);
        paintCells(g, view, rows, unitsPerOne, from, middle, right);
        double rowHeight = (bottom - top) / rows.count();
        if (view.barWidth() >= view.textLength(ROOM_FOR_NUMBERS)
                && rowHeight >= view.textLength(LOWEST_ROW_WITH_NUMBERS)) {
            paintNumbers(g, view, footprint, unitsPerOne, middle);
        }
        paintControl(g, view, rows, unitsPerOne, from, right);
        if (view.barWidth() >= view.textLength(ROOM_FOR_DELTA)) {
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            g.setFont(view.strongFont());
            g.setFill(rows.delta() >= 0 ? view.theme().up() : view.theme().down());
            g.fillText(footprint.delta(), middle, bottom + 10);
        }
    }

    private static void paintCandle(GraphicsContext g, PlotView view, double centre, double left) {
        int column = view.columnAt(centre);
        PriceColumns columns = view.columns();
        if (column >= 0 && columns.isPresent(column)) {
            double body = view.snap(view.y(Math.max(columns.first(column), columns.last(column))));
            double end = view.snap(view.y(Math.min(columns.first(column), columns.last(column))));
            double high = view.snap(view.y(columns.high(column)));
            double low = view.snap(view.y(columns.low(column)));
            g.setFill(columns.isUp(column) ? view.theme().up() : view.theme().down());
            g.fillRect(left + 2, high, view.line(), Math.max(view.line(), low - high));
            g.fillRect(left + 1, body, 2 + view.line(), Math.max(view.line(), end - body));
        }
    }

    private static void paintCells(
            GraphicsContext g,
            PlotView view,
            FlowRows rows,
            double unitsPerOne,
            double left,
            double middle,
            double right) {
        ChartTheme theme = view.theme();
        long most = 1;
        for (int row = 0; row < rows.count(); row++) {
            most = Math.max(most, Math.max(rows.bought(row), rows.sold(row)));
        }
        for (int side = 0; side < 2; side++) {
            g.setFill(side == 0 ? theme.down() : theme.up());
            for (int row = 0; row < rows.count(); row++) {
                long quantity = side == 0 ? rows.sold(row) : rows.bought(row);
                if (quantity > 0) {
                    double top = view.snap(view.y((rows.price(row) + rows.height()) / unitsPerOne));
                    double bottom = view.snap(view.y(rows.price(row) / unitsPerOne));
                    g.setGlobalAlpha(STRONGEST * quantity / most);
                    g.fillRect(
                            side == 0 ? left : middle, top, side == 0 ? middle - left : right - middle, bottom - top);
                }
            }
        }
        g.setGlobalAlpha(1);
    }

    private static void paintNumbers(
            GraphicsContext g, PlotView view, FlowPicture.Footprint footprint, double unitsPerOne, double middle) {
        FlowRows rows = footprint.rows();
        g.setTextBaseline(VPos.CENTER);
        for (int side = 0; side < 2; side++) {
            g.setTextAlign(side == 0 ? TextAlignment.RIGHT : TextAlignment.LEFT);
            double x = middle + (side == 0 ? -5 : 5);
            for (int row = 0; row < rows.count(); row++) {
                if (rows.total(row) > 0) {
                    double y = view.y((rows.price(row) + rows.height() / 2.0) / unitsPerOne);
                    boolean imbalance = side == 0 ? rows.isSellImbalance(row) : rows.isBuyImbalance(row);
                    Color colour =
                            side == 0 ? view.theme().down() : view.theme().up();
                    g.setFill(imbalance ? colour : view.theme().strongText());
                    g.setFont(imbalance ? view.strongFont() : view.font());
                    g.fillText((side == 0 ? footprint.sold() : footprint.bought()).get(row), x, y);
                }
            }
        }
    }

    private static void paintControl(
            GraphicsContext g, PlotView view, FlowRows rows, double unitsPerOne, double left, double right) {
        double top = view.snap(view.y((rows.price(rows.control()) + rows.height()) / unitsPerOne));
        double bottom = view.snap(view.y(rows.price(rows.control()) / unitsPerOne));
        double line = view.line();
        g.setFill(view.theme().strongText());
        g.fillRect(left, top, right - left, line);
        g.fillRect(left, bottom - line, right - left, line);
        g.fillRect(left, top, line, bottom - top);
        g.fillRect(right - line, top, line, bottom - top);
    }
}
