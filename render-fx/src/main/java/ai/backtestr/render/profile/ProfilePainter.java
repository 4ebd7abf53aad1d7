package ai.backtestr.render.profile;

import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.PlotView;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Paints volume profiles: rows as long as their quantity, what was bought and what was sold in colours of their
/// own, those of the value area stronger; the point of control as a line.
final class ProfilePainter {
    private static final double SHARE_OF_PANE = 0.22;
    private static final double SHARE_OF_SESSION = 0.6;
    private static final double NARROWEST_SESSION = 24;
    private static final double ROOM_FOR_WORDS = 90;
    private static final double WITHIN = 0.55;
    private static final double OUTSIDE = 0.25;
    private static final double WORDS_Y = 72;
    private static final double[] DASHES = {3, 3};
    private static final double[] NO_DASHES = {};

    void paint(GraphicsContext g, PlotView view, FlowPicture picture, OrderFlow flow) {
        double unitsPerOne = Math.pow(10, flow.priceScale());
        List<FlowPicture.Profile> sessions = picture.sessions();
        for (int i = 0; i < sessions.size(); i++) {
            paintSession(g, view, sessions.get(i), unitsPerOne);
        }
        FlowPicture.Profile all = picture.profile();
        if (all != null && all.rows().control() >= 0) {
            double length = view.width() * SHARE_OF_PANE;
            paintRows(g, view, all.rows(), unitsPerOne, view.width(), -length);
            paintLines(g, view, all, unitsPerOne, view.width(), -length, view.height());
        }
    }

    /// Says what is counted, over all else.
    void paintWords(GraphicsContext g, PlotView view, FlowPicture picture) {
        g.setFont(view.font());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(view.theme().axisText());
        g.fillText(picture.words(), view.width() - 12, view.textLength(WORDS_Y));
    }

    private static void paintSession(
            GraphicsContext g, PlotView view, FlowPicture.Profile session, double unitsPerOne) {
        double left = view.x(session.span().fromNs());
        double right = Math.min(view.endX(), view.x(session.span().toNs()));
        boolean seen = right > 0 && left < view.width() && right - left >= NARROWEST_SESSION;
        if (seen && session.rows().control() >= 0) {
            double length = (right - left) * SHARE_OF_SESSION;
            paintRows(g, view, session.rows(), unitsPerOne, left, length);
            paintLines(g, view, session, unitsPerOne, left, length, right - left);
        }
    }

    /// Paints rows from `x` on, the longest of them `length` long, to the left where that is below 0.
    private static void paintRows(
            GraphicsContext g, PlotView view, FlowRows rows, double unitsPerOne, double x, double length) {
        ChartTheme theme = view.theme();
        for (int part = 0; part < 3; part++) {
            Color colour = part == 0 ? theme.up() : part == 1 ? theme.down() : theme.axisText();
            g.setFill(colour);
            for (int row = 0; row < rows.count(); row++) {
                boolean within = row >= rows.valueLow() && row <= rows.valueHigh();
                long before = part == 0 ? 0 : part == 1 ? rows.bought(row) : rows.bought(row) + rows.sold(row);
                long own = part == 0
                        ? rows.bought(row)
                        : part == 1 ? rows.sold(row) : rows.total(row) - rows.bought(row) - rows.sold(row);
                double top = view.snap(view.y((rows.price(row) + rows.height()) / unitsPerOne));
                double bottom = view.snap(view.y(rows.price(row) / unitsPerOne));
                boolean seen = own > 0 && bottom > 0 && top < view.height();
                if (seen) {
                    g.setGlobalAlpha(within ? WITHIN : OUTSIDE);
                    double from = x + length * before / rows.largest();
                    double to = x + length * (before + own) / rows.largest();
                    double gap = bottom - top > 2 * view.line() ? view.line() : 0;
                    g.fillRect(Math.min(from, to), top, Math.abs(to - from), bottom - top - gap);
                }
            }
        }
        g.setGlobalAlpha(1);
    }

    private static void paintLines(
            GraphicsContext g,
            PlotView view,
            FlowPicture.Profile profile,
            double unitsPerOne,
            double x,
            double length,
            double room) {
        FlowRows rows = profile.rows();
        double half = rows.height() / 2.0;
        double control = view.y((rows.price(rows.control()) + half) / unitsPerOne);
        double high = view.y((rows.price(rows.valueHigh()) + rows.height()) / unitsPerOne);
        double low = view.y(rows.price(rows.valueLow()) / unitsPerOne);
        g.setStroke(view.theme().strongText());
        paintLine(g, view, x, length, control, 1.5);
        g.setLineDashes(DASHES);
        paintLine(g, view, x, length, high, 1);
        paintLine(g, view, x, length, low, 1);
        g.setLineDashes(NO_DASHES);
        if (room >= ROOM_FOR_WORDS) {
            g.setFont(view.font());
            g.setTextBaseline(VPos.CENTER);
            g.setFill(view.theme().strongText());
            g.setTextAlign(length < 0 ? TextAlignment.RIGHT : TextAlignment.LEFT);
            double textX = x + length + (length < 0 ? -5 : 5);
            g.fillText(profile.control(), textX, control);
            boolean apart = Math.abs(high - control) > 12 && Math.abs(low - control) > 12;
            if (apart) {
                g.fillText(profile.valueHigh(), textX, high);
                g.fillText(profile.valueLow(), textX, low);
            }
        }
    }

    private static void paintLine(GraphicsContext g, PlotView view, double x, double length, double y, double width) {
        g.setLineWidth(width);
        double at = view.snap(y) + view.line() / 2;
        g.strokeLine(x, at, x + length, at);
    }
}
