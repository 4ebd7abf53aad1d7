package ai.backtestr.desktop.report;

import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.statistics.TradesByTime;
import java.util.List;

/// What trades earned by weekday or by hour, as an SVG element with a bar for each.
final class TimeBars {
    private static final double WIDTH = 500;
    private static final double HEIGHT = 230;
    private static final double LEFT = 62;
    private static final double RIGHT = 494;
    private static final double TOP = 10;
    private static final double BOTTOM = 196;

    private TimeBars() {}

    /// @param letters how much of each label to write
    /// @param every of how many labels to write one
    static String of(List<TradesByTime.Row> rows, String what, int letters, int every, String currency) {
        double low = 0;
        double high = 0;
        for (TradesByTime.Row row : rows) {
            low = Math.min(low, Money.toDouble(row.profit()));
            high = Math.max(high, Money.toDouble(row.profit()));
        }
        Scale up = Scale.around(low, high, BOTTOM, TOP);
        Svg svg = new Svg(WIDTH, HEIGHT, "Profit of trades by " + what);
        double step = up.step(5);
        for (double value : up.multiples(step)) {
            svg.line(value == 0 ? "zero" : "grid", LEFT, up.at(value), RIGHT, up.at(value));
            svg.text("label end", LEFT - 6, up.at(value) + 4, Scale.label(value, step));
        }
        double width = (RIGHT - LEFT) / rows.size();
        for (int i = 0; i < rows.size(); i++) {
            TradesByTime.Row row = rows.get(i);
            double x = LEFT + i * width;
            double profit = Money.toDouble(row.profit());
            svg.rectangle(
                    profit >= 0 ? "gain-fill" : "loss-fill",
                    x + width * 0.12,
                    Math.min(up.at(profit), up.at(0)),
                    width * 0.76,
                    Math.abs(up.at(profit) - up.at(0)),
                    row.label() + ": " + row.trades() + " trades, " + FigureText.decimal(Money.toDecimal(row.profit()))
                            + " " + currency);
            if (i % every == 0) {
                String label =
                        row.label().substring(0, Math.min(letters, row.label().length()));
                svg.text("label middle", x + width / 2, BOTTOM + 18, label);
            }
        }
        return svg.end();
    }
}
