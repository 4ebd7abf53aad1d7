package ai.backtestr.desktop.report;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.number.Money;
import java.math.BigDecimal;
import java.util.List;

/// How often trades earned how much, as an SVG element. The bars begin and end at round amounts, 0 among them, and the
/// mean is marked.
final class ResultHistogram {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 260;
    private static final double LEFT = 44;
    private static final double RIGHT = 992;
    private static final double TOP = 22;
    private static final double BOTTOM = 228;
    private static final int MOST_BARS = 40;
    private static final double GAP = 1;

    private ResultHistogram() {}

    static String of(List<Trade> trades, String currency) {
        double low = 0;
        double high = 0;
        double sum = 0;
        for (Trade trade : trades) {
            double profit = Money.toDouble(trade.profit());
            low = Math.min(low, profit);
            high = Math.max(high, profit);
            sum += profit;
        }
        double width = new Scale(low, high > low ? high : low + 1, 0, 1).step(MOST_BARS);
        int first = (int) Math.floor(low / width);
        int[] counts = new int[(int) Math.floor(high / width) - first + 1];
        for (Trade trade : trades) {
            counts[(int) Math.floor(Money.toDouble(trade.profit()) / width) - first]++;
        }
        return drawn(counts, first, width, sum / Math.max(1, trades.size()), currency);
    }

    private static String drawn(int[] counts, int first, double width, double mean, String currency) {
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        Scale across = new Scale(first * width, (first + counts.length) * width, LEFT, RIGHT);
        Scale up = new Scale(0, most * 1.05, BOTTOM, TOP);
        Svg svg = new Svg(WIDTH, HEIGHT, "Number of trades by profit");
        double upStep = Math.max(1, up.step(5));
        for (double value : up.multiples(upStep)) {
            svg.line("grid", LEFT, up.at(value), RIGHT, up.at(value));
            svg.text("label end", LEFT - 6, up.at(value) + 4, Scale.label(value, upStep));
        }
        for (int i = 0; i < counts.length; i++) {
            double from = (first + i) * width;
            double x = across.at(from);
            svg.rectangle(
                    from >= 0 ? "gain-fill" : "loss-fill",
                    x + GAP,
                    up.at(counts[i]),
                    Math.max(1, across.at(from + width) - x - 2 * GAP),
                    BOTTOM - up.at(counts[i]),
                    counts[i] + " trades from " + text(from) + " to " + text(from + width) + " " + currency);
        }
        double acrossStep = across.step(10);
        for (double value : across.multiples(acrossStep)) {
            svg.text("label middle", across.at(value), BOTTOM + 17, Scale.label(value, acrossStep));
        }
        svg.line("zero", across.at(0), TOP, across.at(0), BOTTOM);
        svg.line("dashed", across.at(mean), TOP, across.at(mean), BOTTOM);
        boolean isRight = across.at(mean) > (LEFT + RIGHT) / 2;
        svg.text(
                isRight ? "label end" : "label start",
                across.at(mean) + (isRight ? -6 : 6),
                TOP - 6,
                "mean " + text(mean) + " " + currency);
        return svg.end();
    }

    private static String text(double amount) {
        return FigureText.decimal(BigDecimal.valueOf(amount));
    }
}
