package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Stochastic of the RSI, 0 to 100: where the RSI of `rsi` bars lies between its lowest and highest of `period`
/// bars, averaged over `smooth` bars; and the simple average of `signal` values of that.
///
/// %K is ready at bar `rsi` + `period` + `smooth` - 1, %D `signal` - 1 bars later. Where highest and lowest are the
/// same it is 0. With `smooth` 1 it equals TA-Lib's STOCHRSI.
///
/// Source: Tushar S. Chande and Stanley Kroll, The New Technical Trader (1994).
public final class StochasticRsi extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "stochastic-rsi",
            "Stochastic RSI",
            "Where the RSI lies in its own recent range, 0 to 100, and its average.",
            List.of(
                    Settable.bars("rsi", 14, 1, "Bars in the RSI."),
                    Settable.period(14, "Bars in the range."),
                    Settable.bars("signal", 3, 1, "Bars in the average of %K, %D."),
                    Settable.bars("smooth", 1, 1, "Bars in %K.")),
            InputPrice.CLOSE,
            Placement.PANE,
            s -> new StochasticRsi(s.bars("rsi"), s.bars("period"), s.bars("signal"), s.bars("smooth"), s.input()));

    private final RelativeStrength strength;
    private final RollingRange range;
    private final Average smoothing;
    private final Average signal;

    /// Looks at the RSI of `rsi` changes over `period` bars; `signal` and `smooth` are the bars in %D and %K.
    public StochasticRsi(int rsi, int period, int signal, int smooth, InputPrice input) {
        super(input, "k", "d");
        strength = new RelativeStrength(Periods.require("the RSI of a stochastic RSI", rsi, 1));
        range = new RollingRange(Periods.require("a stochastic RSI", period, 1));
        smoothing = new SimpleAverage(Periods.require("the %K of a stochastic RSI", smooth, 1));
        this.signal = new SimpleAverage(Periods.require("the %D of a stochastic RSI", signal, 1));
    }

    @Override
    void onPrice(double price) {
        double rsi = strength.add(price);
        if (Double.isNaN(rsi)) {
            return;
        }
        range.add(rsi, rsi);
        if (range.isReady()) {
            double k = smoothing.add(range.percent(rsi));
            set(0, k);
            set(1, Double.isNaN(k) ? k : signal.add(k));
        }
    }
}
