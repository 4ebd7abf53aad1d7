package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Slope of the line of least squares through the last `period` prices, in price per bar.
///
/// Ready at bar `period`. Equals TA-Lib's LINEARREG_SLOPE. The running sums do not drift ([ExactSum]).
public final class LinearRegressionSlope extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "linreg-slope",
            "Linear regression slope",
            "How much a line of least squares through the last prices rises per bar.",
            List.of(Settable.bars("period", 14, 2, "Bars in the line.")),
            InputPrice.CLOSE,
            Placement.PANE,
            s -> new LinearRegressionSlope(s.bars("period"), s.input()));

    private final RollingLine line;

    /// Looks back over `period` bars, from 2.
    public LinearRegressionSlope(int period, InputPrice input) {
        super(input, "linreg-slope");
        line = new RollingLine(Periods.require("a linear regression", period, 2));
    }

    @Override
    void onPrice(double price) {
        line.add(price);
        if (line.isReady()) {
            set(0, line.slope());
        }
    }
}
