package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.InputPrice;
import ai.backtestr.engine.indicator.Rsi;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import java.math.BigDecimal;
import java.util.List;

/// Bets that what has fallen too far comes back: buys when the RSI closes back above a low level, sells when it
/// closes back below the level as far from 100, and leaves when it has come to the exit level.
///
/// Source: J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
public final class RsiReversion extends SignalStrategy {
    /// How it is listed and set.
    public static final StrategyDefinition DEFINITION = new StrategyDefinition(
            "rsi-reversion",
            "RSI reversion",
            "Buys when the RSI comes back up from oversold, sells when it comes back down from overbought, and leaves at"
                    + " the exit level.",
            SignalTrader.withParameters(
                    List.of(
                            new Parameter.WholeNumber("period", "Bars in the RSI.", 14, 1, 10_000),
                            level(
                                    "oversold",
                                    "RSI below which it is oversold; overbought is above 100 less this.",
                                    "30"),
                            level("exit", "RSI at which a long position is left; a short one at 100 less this.", "50"),
                            new Parameter.BarLength("timeframe", "Length of the bars.", Timeframe.FIFTEEN_MINUTES)),
                    "0",
                    14),
            RsiReversion::new);

    private final Rsi rsi;
    private final double oversold;
    private final double exit;
    private double before = Double.NaN;

    private RsiReversion(ParameterValues values) {
        super(values);
        rsi = new Rsi(values.wholeNumber("period"), InputPrice.CLOSE);
        oversold = values.decimal("oversold").doubleValue();
        exit = values.decimal("exit").doubleValue();
        if (oversold >= 50 || exit <= oversold) {
            throw new IllegalArgumentException(
                    "parameter oversold: " + values.decimal("oversold") + " is not below 50 and below exit");
        }
    }

    private static Parameter level(String name, String description, String value) {
        return new Parameter.DecimalNumber(
                name, description, new BigDecimal(value), BigDecimal.ONE, new BigDecimal("99"));
    }

    @Override
    public void prepare(StrategySetup setup) {
        super.prepare(setup);
        setup.indicator(timeframe, rsi);
    }

    @Override
    public void onBar(BarSeries bars, StrategyContext context) {
        if (!rsi.isReady() || !trader.isReady()) {
            return;
        }
        double now = rsi.value();
        boolean up = before < oversold && now >= oversold;
        boolean down = before > 100 - oversold && now <= 100 - oversold;
        if (up || down) {
            turnTo(up, context);
        } else if (trader.side() > 0 ? now >= exit : now <= 100 - exit) {
            trader.leave(context);
        }
        before = now;
    }
}
