package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.strategy.Parameter;

/// How many bars an indicator has to see before one is shown, so that its values are those it would have had it
/// seen all bars before.
///
/// | what it remembers | bars | then equal |
/// |---|---|---|
/// | a window of bars | twice the sum of its periods | but for rounding |
/// | averages that decay exponentially | 50 times the sum of its periods: what came before weighs e⁻⁵⁰ at most | but
/// for rounding |
/// | a stop that turns round (`supertrend`, `psar`) | 10 000 more | once both have turned round at the same bar |
/// | the trading day, or the one before | two days | but for rounding |
/// | all bars (`obv`, `adl`) | all | to the last bit |
public final class WarmUp {
    /// As many as there are.
    public static final int ALL = Integer.MAX_VALUE;

    private static final int WINDOWS = 2;
    private static final int TIME_CONSTANTS = 50;
    private static final int TURNS = 10_000;

    /// A trading day has up to 25 hours, when daylight saving ends.
    private static final long LONGEST_DAY_NS = 25 * 3_600_000_000_000L;

    private WarmUp() {}

    /// Returns how many bars of that timeframe; [#ALL] for all there are.
    public static int bars(IndicatorSpec spec, Timeframe timeframe) {
        long periods = periods(spec);
        return (int)
                switch (spec.definition().name()) {
                    case "sma",
                            "wma",
                            "hma",
                            "vwma",
                            "bollinger",
                            "donchian",
                            "ichimoku",
                            "linreg",
                            "stochastic",
                            "fast-stochastic",
                            "roc",
                            "momentum",
                            "cci",
                            "williams-r",
                            "aroon",
                            "stddev",
                            "zscore",
                            "linreg-slope",
                            "cmf",
                            "mfi" -> WINDOWS * (periods + 1);
                    case "ema",
                            "dema",
                            "tema",
                            "keltner",
                            "rsi",
                            "stochastic-rsi",
                            "macd",
                            "ppo",
                            "atr",
                            "natr",
                            "adx" -> TIME_CONSTANTS * (periods + 1);
                    case "kama" -> slowest(spec);
                    case "supertrend", "psar" -> TURNS + TIME_CONSTANTS * (periods + 1);
                    case "vwap", "pivots" -> 2 * barsADay(timeframe);
                    default -> ALL;
                };
    }

    private static long periods(IndicatorSpec spec) {
        long sum = 0;
        for (Parameter parameter : spec.definition().parameters()) {
            if (parameter instanceof Parameter.WholeNumber) {
                sum += spec.values().wholeNumber(parameter.name());
            }
        }
        return sum;
    }

    /// In noise the average moves by (2 / (slow + 1))² of the way.
    private static long slowest(IndicatorSpec spec) {
        double bars = (spec.values().wholeNumber("slow") + 1) / 2.0;
        return (long) Math.min(ALL, Math.ceil(TIME_CONSTANTS * bars * bars) + periods(spec));
    }

    private static long barsADay(Timeframe timeframe) {
        return timeframe.isTime() && timeframe.isWithinDay()
                ? Math.ceilDiv(LONGEST_DAY_NS, timeframe.lengthNs()) + 1
                : 2;
    }
}
