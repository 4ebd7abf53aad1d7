package ai.backtestr.render.chart;

import ai.backtestr.engine.indicator.IndicatorSpec;
import java.util.List;

/// How the outputs of an indicator are usually drawn.
///
/// Immutable; any thread.
final class IndicatorLook {
    /// How one output is drawn.
    enum Mark {
        /// A line from bar to bar.
        LINE,
        /// A line from bar to bar that ends where the direction, another output, changes, in colours of its own.
        TREND,
        /// A level as long as it stands, without a line to the next.
        LEVEL,
        /// A column from 0.
        HISTOGRAM,
        /// A dot.
        DOTS
    }

    private static final double[] NO_LEVELS = {};
    private static final double[] ZERO = {0};
    private static final List<String> CENTRED = List.of("macd", "ppo", "roc", "momentum", "cmf", "linreg-slope");

    private final IndicatorSpec spec;
    private final List<String> outputs;
    private final double[] levels;

    private IndicatorLook(IndicatorSpec spec) {
        this.spec = spec;
        outputs = spec.definition().outputs();
        levels = levels(spec.definition().name());
    }

    static IndicatorLook of(IndicatorSpec spec) {
        return new IndicatorLook(spec);
    }

    private static double[] levels(String name) {
        if (CENTRED.contains(name)) {
            return ZERO;
        }
        return switch (name) {
            case "rsi" -> new double[] {30, 70};
            case "stochastic", "fast-stochastic", "stochastic-rsi", "mfi" -> new double[] {20, 80};
            case "williams-r" -> new double[] {-80, -20};
            case "cci" -> new double[] {-100, 100};
            case "zscore" -> new double[] {-2, 0, 2};
            case "adx" -> new double[] {25};
            case "bollinger" -> new double[] {0, 1};
            default -> NO_LEVELS;
        };
    }

    /// Returns the levels that the pane has lines at, ascending.
    double[] levels() {
        return levels;
    }

    Mark mark(int output) {
        String name = outputs.get(output);
        return switch (spec.definition().name()) {
            case "psar" -> name.equals("sar") ? Mark.DOTS : Mark.LINE;
            case "supertrend" -> name.equals("supertrend") ? Mark.TREND : Mark.LINE;
            case "pivots" -> Mark.LEVEL;
            default -> name.equals("histogram") ? Mark.HISTOGRAM : Mark.LINE;
        };
    }

    /// Returns how many bars earlier an output is drawn than the bar at which it is known: the chikou span.
    int drawnBack(int output) {
        return outputs.get(output).equals("chikou") ? spec.values().wholeNumber("shift") : 0;
    }

    /// Returns the output that the ground is shaded down from, -1 if none is.
    int shadedFrom() {
        return outputs.indexOf(isCloud() ? "senkou-a" : "upper");
    }

    /// Returns the output that the ground is shaded down to.
    int shadedTo() {
        return outputs.indexOf(isCloud() ? "senkou-b" : "lower");
    }

    /// Tells whether the shade has another colour where what should be above is below.
    boolean isCloud() {
        return spec.definition().name().equals("ichimoku");
    }

    /// Returns the output that tells the direction of a trend.
    int direction() {
        return outputs.indexOf("direction");
    }
}
