package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Accumulation/distribution line: the sum of the money flow ([Cmf]) of all bars so far.
///
/// Ready at the first bar. A bar without a range has no money flow. Equals TA-Lib's AD. Values depend on where the
/// bars begin; their differences do not. The running sum does not drift ([ExactSum]).
///
/// Source: Marc Chaikin.
public final class Adl extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "adl",
            "Accumulation/distribution line",
            "Volume by how near to its high each bar closed, since the first bar.",
            List.of(),
            null,
            Placement.PANE,
            s -> new Adl());

    private final ExactSum total = new ExactSum();

    /// Begins at 0.
    public Adl() {
        super("adl");
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        total.add(MoneyFlow.of(bars, index));
        set(0, total.value());
    }
}
