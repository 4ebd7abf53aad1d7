package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Chaikin money flow: the sum of money flow over the sum of volume of the last `period` bars, -1 to 1. The money
/// flow of a bar is its volume times `((close - low) - (high - close)) / (high - low)`.
///
/// Ready at bar `period`. A bar without a range has no money flow; where there is no volume it is 0.
///
/// Source: Marc Chaikin.
public final class Cmf extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "cmf",
            "Chaikin money flow",
            "How near to their highs the recent bars closed, by volume, -1 to 1.",
            List.of(Settable.period(20, "Bars in the sums.")),
            null,
            Placement.PANE,
            s -> new Cmf(s.bars("period")));

    private final RollingSum flows;
    private final RollingSum volumes;

    /// Sums over `period` bars, from 1.
    public Cmf(int period) {
        super("cmf");
        flows = new RollingSum(Periods.require("a CMF", period, 1));
        volumes = new RollingSum(period);
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        flows.add(MoneyFlow.of(bars, index));
        volumes.add(BarValues.volume(bars, index));
        if (flows.isReady()) {
            set(0, volumes.value() == 0 ? 0 : flows.value() / volumes.value());
        }
    }
}
