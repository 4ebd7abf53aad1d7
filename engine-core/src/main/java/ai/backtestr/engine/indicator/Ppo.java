package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;

/// Percentage price oscillator: as the MACD ([Macd]), with the line in percent of the slow EMA.
///
/// The line is ready at bar `slow`, signal and histogram `signal` - 1 bars later. The line is 0 where the slow EMA
/// is. Formula and beginning are those of the published Stock.Indicators values of the PVO, which is the same of
/// volumes. TA-Lib's PPO takes simple averages unless told otherwise.
public final class Ppo extends AverageDistance {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "ppo",
            "Percentage price oscillator",
            "How far a fast exponential average is above a slow one in percent of it, and the average of that.",
            SETTABLE,
            InputPrice.CLOSE,
            Placement.PANE,
            s -> new Ppo(s.bars("fast"), s.bars("slow"), s.bars("signal"), s.input()));

    /// Averages over `fast` and `slow` bars, and the line over `signal` bars, from 1 each.
    public Ppo(int fast, int slow, int signal, InputPrice input) {
        super("ppo", "a PPO", fast, slow, signal, input);
    }

    @Override
    double line(double fastEma, double slowEma) {
        return slowEma == 0 ? 0 : 100 * (fastEma - slowEma) / slowEma;
    }
}
