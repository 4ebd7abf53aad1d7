package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Normalised average true range: [Atr] in percent of the close.
///
/// Ready at bar `period` + 1. It is 0 where the close is. Equals TA-Lib's NATR.
///
/// Source: John Forman, Cross-Market Evaluations with Normalized Average True Range, Stocks & Commodities 24:5
/// (2006).
public final class Natr extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "natr",
            "Normalised average true range",
            "How far prices go in a bar, gaps included, on average, in percent of the close.",
            List.of(Settable.period(14, "Bars in the average.")),
            null,
            Placement.PANE,
            s -> new Natr(s.bars("period")));

    private final AverageTrueRange ranges;

    /// Averages over `period` bars, from 1.
    public Natr(int period) {
        super("natr");
        ranges = new AverageTrueRange(Periods.require("an NATR", period, 1));
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        double average = ranges.add(bars, index);
        double close = BarValues.close(bars, index);
        set(0, Double.isNaN(average) ? average : percent(average, close));
    }

    private static double percent(double average, double close) {
        return close == 0 ? 0 : 100 * average / close;
    }
}
