package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;

/// Moving average convergence/divergence: the line is the EMA of `fast` bars less the EMA of `slow` bars, the
/// signal is the EMA of the line, the histogram is the line less the signal.
///
/// The line is ready at bar `slow`, signal and histogram `signal` - 1 bars later. Each EMA begins with the mean of
/// its first values ([Ema]), which is the convention of the published Stock.Indicators values. TA-Lib begins the
/// fast EMA later, with the mean of the `fast` bars up to bar `slow`, and leaves the line out until the signal is
/// ready; the two converge as the beginning fades.
///
/// Source: Gerald Appel, Technical Analysis: Power Tools for Active Investors (2005).
public final class Macd extends AverageDistance {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "macd",
            "MACD",
            "How far a fast exponential average is above a slow one, and the average of that.",
            SETTABLE,
            InputPrice.CLOSE,
            Placement.PANE,
            s -> new Macd(s.bars("fast"), s.bars("slow"), s.bars("signal"), s.input()));

    /// Averages over `fast` and `slow` bars, and the line over `signal` bars, from 1 each.
    public Macd(int fast, int slow, int signal, InputPrice input) {
        super("macd", "a MACD", fast, slow, signal, input);
    }

    @Override
    double line(double fastEma, double slowEma) {
        return fastEma - slowEma;
    }
}
