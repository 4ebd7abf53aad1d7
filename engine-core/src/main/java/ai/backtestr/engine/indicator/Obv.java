package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// On-balance volume: the volume of every bar that closed higher than the one before, less that of every bar that
/// closed lower.
///
/// Ready at the first bar, with 0, as in the published Stock.Indicators values. TA-Lib begins with the first bar's
/// volume, so is higher by that throughout. Values depend on where the bars begin; their differences do not.
///
/// Source: Joseph E. Granville, Granville's New Key to Stock Market Profits (1963).
public final class Obv extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "obv",
            "On-balance volume",
            "Volume of bars that rose less volume of bars that fell, since the first bar.",
            List.of(),
            null,
            Placement.PANE,
            s -> new Obv());

    private final ExactSum balance = new ExactSum();
    private double lastClose = Double.NaN;

    /// Begins at 0.
    public Obv() {
        super("obv");
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        double close = BarValues.close(bars, index);
        double volume = BarValues.volume(bars, index);
        if (close > lastClose) {
            balance.add(volume);
        } else if (close < lastClose) {
            balance.add(-volume);
        }
        lastClose = close;
        set(0, balance.value());
    }
}
