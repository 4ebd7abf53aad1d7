package ai.backtestr.engine.honesty;

import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How many trades there are for each parameter that could have been fitted to them.
///
/// @param parameters names of the parameters that count: numbers and bar lengths, apart from those that are 0,
///     which switch something off, and those that decide the size alone
/// @param trades closed trades
public record TradesPerParameter(List<String> parameters, int trades) {
    private static final Set<String> SIZES = Set.of("quantity", "percent");
    private static final int FAILED_BELOW = 10;
    private static final int DOUBTFUL_BELOW = 30;

    /// Counts them.
    public static TradesPerParameter of(BacktestSpec spec, int trades) {
        Map<String, String> values = spec.parameters().texts();
        List<String> names = spec.strategy().parameters().stream()
                .filter(parameter -> !(parameter instanceof Parameter.Choice))
                .map(Parameter::name)
                .filter(name -> !SIZES.contains(name))
                .filter(name -> !isZero(values.getOrDefault(name, "")))
                .toList();
        return new TradesPerParameter(names, trades);
    }

    private static boolean isZero(String text) {
        return text.matches("[-0.]+") && new BigDecimal(text).signum() == 0;
    }

    /// Returns trades for each parameter, or all trades of a strategy without parameters.
    public double ratio() {
        return (double) trades / Math.max(1, parameters.size());
    }

    /// Failed below ten trades for each parameter, doubtful below thirty: the customary least sizes of samples.
    public Verdict verdict() {
        if (trades == 0) {
            return Verdict.NOT_CHECKED;
        }
        return ratio() < FAILED_BELOW ? Verdict.FAILED : ratio() < DOUBTFUL_BELOW ? Verdict.DOUBTFUL : Verdict.PASSED;
    }
}
