package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.Bollinger;
import ai.backtestr.engine.indicator.InputPrice;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import java.math.BigDecimal;
import java.util.List;

/// Goes with a move that leaves the Bollinger bands: long when a bar closes above the upper band, short when one
/// closes below the lower band; leaves when a bar closes beyond the middle.
///
/// The bands are those of the bar that has just closed, which is part of them.
///
/// Source: John Bollinger, Bollinger on Bollinger Bands (2001), method I, volatility breakout.
public final class BollingerBreakout extends SignalStrategy {
    /// How it is listed and set.
    public static final StrategyDefinition DEFINITION = new StrategyDefinition(
            "bollinger-breakout",
            "Bollinger breakout",
            "Long when a bar closes above the upper Bollinger band, short below the lower one; leaves at the middle.",
            SignalTrader.withParameters(
                    List.of(
                            new Parameter.WholeNumber("period", "Bars in the mean.", 20, 2, 10_000),
                            new Parameter.DecimalNumber(
                                    "deviations",
                                    "Standard deviations from the mean to a band.",
                                    new BigDecimal("2"),
                                    new BigDecimal("0.1"),
                                    BigDecimal.TEN),
                            new Parameter.BarLength("timeframe", "Length of the bars.", Timeframe.FIFTEEN_MINUTES)),
                    "0",
                    14),
            BollingerBreakout::new);

    private final Bollinger bands;

    private BollingerBreakout(ParameterValues values) {
        super(values);
        bands = new Bollinger(
                values.wholeNumber("period"), values.decimal("deviations").doubleValue(), InputPrice.CLOSE);
    }

    @Override
    public void prepare(StrategySetup setup) {
        super.prepare(setup);
        setup.indicator(timeframe, bands);
    }

    @Override
    public void onBar(BarSeries bars, StrategyContext context) {
        if (!bands.isReady() || !trader.isReady()) {
            return;
        }
        double close = lastClose(bars);
        double middle = bands.value(1);
        if (close > bands.value(0) || close < bands.value(2)) {
            turnTo(close > middle, context);
        } else if (trader.side() > 0 ? close < middle : close > middle) {
            trader.leave(context);
        }
    }
}
