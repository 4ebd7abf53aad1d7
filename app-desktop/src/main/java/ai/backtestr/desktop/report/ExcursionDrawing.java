package ai.backtestr.desktop.report;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.run.BacktestResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToLongFunction;

/// Trades by how far they went against (MAE) or for (MFE) their holder and what they earned, as SVG elements.
///
/// The slanted line of the one is the worst a trade can close at, that of the other the best: dots near it closed
/// where they stood worst, or best.
final class ExcursionDrawing {
    private static final double WIDTH = 500;
    private static final double HEIGHT = 330;
    private static final double LEFT = 62;
    private static final double RIGHT = 490;
    private static final double TOP = 10;
    private static final double BOTTOM = 290;
    private static final int MOST_DOTS = 3000;

    private final BacktestResult result;
    private final List<Trade> trades;
    private final boolean adverse;

    private ExcursionDrawing(BacktestResult result, boolean adverse) {
        this.result = result;
        this.trades = result.trades();
        this.adverse = adverse;
    }

    static String adverse(BacktestResult result) {
        return new ExcursionDrawing(result, true).svg();
    }

    static String favourable(BacktestResult result) {
        return new ExcursionDrawing(result, false).svg();
    }

    private String svg() {
        ToLongFunction<Trade> excursion =
                trade -> result.worth(trade, adverse ? trade.adverseExcursion() : trade.favourableExcursion());
        double most = 0;
        double low = 0;
        double high = 0;
        for (Trade trade : trades) {
            most = Math.max(most, Money.toDouble(excursion.applyAsLong(trade)));
            low = Math.min(low, Money.toDouble(trade.profit()));
            high = Math.max(high, Money.toDouble(trade.profit()));
        }
        Scale across = new Scale(0, most == 0 ? 1 : most * 1.05, LEFT, RIGHT);
        Scale up = Scale.around(low, high, BOTTOM, TOP);
        String name = adverse ? "MAE" : "MFE";
        Svg svg = new Svg(WIDTH, HEIGHT, name + " of every trade and its profit");
        axes(svg, across, up, name);
        int every = Math.max(1, (trades.size() + MOST_DOTS - 1) / MOST_DOTS);
        for (int i = 0; i < trades.size(); i += every) {
            Trade trade = trades.get(i);
            double distance = Money.toDouble(excursion.applyAsLong(trade));
            double profit = Money.toDouble(trade.profit());
            svg.circle(
                    trade.profit() > 0 ? "dot gain-fill" : "dot loss-fill",
                    across.at(distance),
                    up.at(profit),
                    3.4,
                    "Trade " + trade.number() + ": " + name + " " + text(distance) + ", profit " + text(profit));
        }
        return svg.end();
    }

    private void axes(Svg svg, Scale across, Scale up, String name) {
        double upStep = up.step(6);
        for (double value : up.multiples(upStep)) {
            svg.line(value == 0 ? "zero" : "grid", LEFT, up.at(value), RIGHT, up.at(value));
            svg.text("label end", LEFT - 6, up.at(value) + 4, Scale.label(value, upStep));
        }
        double acrossStep = across.step(5);
        for (double value : across.multiples(acrossStep)) {
            svg.line("grid", across.at(value), TOP, across.at(value), BOTTOM);
            svg.text("label middle", across.at(value), BOTTOM + 17, Scale.label(value, acrossStep));
        }
        double reach = Math.min(across.high(), adverse ? -up.low() : up.high());
        svg.line("dashed", LEFT, up.at(0), across.at(reach), up.at(adverse ? -reach : reach));
        svg.text(
                "label middle",
                (LEFT + RIGHT) / 2,
                HEIGHT - 6,
                name + ", " + result.currency() + (adverse ? ": how far against" : ": how far in favour"));
    }

    private static String text(double amount) {
        return FigureText.decimal(BigDecimal.valueOf(amount));
    }
}
