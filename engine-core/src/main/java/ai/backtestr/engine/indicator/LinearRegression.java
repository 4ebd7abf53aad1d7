package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Linear regression: the value, at the newest bar, of the line of least squares through the last `period` prices.
/// Also called end-point moving average.
///
/// Ready at bar `period`. Equals TA-Lib's LINEARREG. The running sums do not drift ([ExactSum]).
public final class LinearRegression extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "linreg",
            "Linear regression",
            "Where a line of least squares through the last prices ends.",
            List.of(Settable.bars("period", 14, 2, "Bars in the line.")),
            InputPrice.CLOSE,
            Placement.OVERLAY,
            s -> new LinearRegression(s.bars("period"), s.input()));

    private final RollingLine line;

    /// Looks back over `period` bars, from 2.
    public LinearRegression(int period, InputPrice input) {
        super(input, "linreg");
        line = new RollingLine(Periods.require("a linear regression", period, 2));
    }

    @Override
    void onPrice(double price) {
        line.add(price);
        if (line.isReady()) {
            set(0, line.end());
        }
    }
}
