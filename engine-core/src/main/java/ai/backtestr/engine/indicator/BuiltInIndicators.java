package ai.backtestr.engine.indicator;

import java.util.List;

/// The indicators that come with the product.
public final class BuiltInIndicators {
    private static final List<IndicatorDefinition> ALL = List.of(
            Sma.DEFINITION,
            Ema.DEFINITION,
            Wma.DEFINITION,
            Dema.DEFINITION,
            Tema.DEFINITION,
            Hma.DEFINITION,
            Kama.DEFINITION,
            Vwma.DEFINITION,
            Vwap.DEFINITION,
            Bollinger.DEFINITION,
            Keltner.DEFINITION,
            Donchian.DEFINITION,
            ParabolicSar.DEFINITION,
            SuperTrend.DEFINITION,
            Ichimoku.DEFINITION,
            PivotPoints.DEFINITION,
            LinearRegression.DEFINITION,
            Rsi.DEFINITION,
            Stochastic.DEFINITION,
            Stochastic.FAST,
            StochasticRsi.DEFINITION,
            Macd.DEFINITION,
            Ppo.DEFINITION,
            Roc.DEFINITION,
            Momentum.DEFINITION,
            Cci.DEFINITION,
            WilliamsR.DEFINITION,
            Atr.DEFINITION,
            Natr.DEFINITION,
            Adx.DEFINITION,
            Aroon.DEFINITION,
            StandardDeviation.DEFINITION,
            ZScore.DEFINITION,
            LinearRegressionSlope.DEFINITION,
            Obv.DEFINITION,
            Adl.DEFINITION,
            Cmf.DEFINITION,
            Mfi.DEFINITION);

    private BuiltInIndicators() {}

    /// Returns all of them, in the order in which they are listed.
    public static List<IndicatorDefinition> all() {
        return ALL;
    }

    /// Returns the one called `name`.
    ///
    /// @throws IllegalArgumentException naming those there are
    public static IndicatorDefinition named(String name) {
        for (IndicatorDefinition definition : ALL) {
            if (definition.name().equals(name)) {
                return definition;
            }
        }
        List<String> names = ALL.stream().map(IndicatorDefinition::name).toList();
        throw new IllegalArgumentException(
                "no indicator is called '" + name + "'; there are " + String.join(", ", names));
    }
}
