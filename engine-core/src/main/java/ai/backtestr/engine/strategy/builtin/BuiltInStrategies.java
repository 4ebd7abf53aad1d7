package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.strategy.StrategyDefinition;
import java.util.List;

/// The strategies that come with the product.
public final class BuiltInStrategies {
    private static final List<StrategyDefinition> ALL = List.of(
            EmaCross.DEFINITION,
            SmaCross.DEFINITION,
            RsiReversion.DEFINITION,
            BollingerBreakout.DEFINITION,
            DonchianTrend.DEFINITION,
            OpeningRange.DEFINITION,
            MultiTimeframeTrend.DEFINITION,
            VwapReversion.DEFINITION,
            SpreadAwareGrid.DEFINITION,
            PassiveMarketMaker.DEFINITION,
            PairsReversion.DEFINITION);

    private BuiltInStrategies() {}

    /// Returns all of them, in the order in which they are listed.
    public static List<StrategyDefinition> all() {
        return ALL;
    }

    /// Returns the one called `name`.
    ///
    /// @throws IllegalArgumentException naming those there are
    public static StrategyDefinition named(String name) {
        for (StrategyDefinition definition : ALL) {
            if (definition.name().equals(name)) {
                return definition;
            }
        }
        List<String> names = ALL.stream().map(StrategyDefinition::name).toList();
        throw new IllegalArgumentException(
                "no strategy is called '" + name + "'; there are " + String.join(", ", names));
    }
}
