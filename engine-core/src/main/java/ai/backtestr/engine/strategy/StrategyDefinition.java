package ai.backtestr.engine.strategy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A kind of strategy: what it is called, what can be set, and how one is made.
///
/// @param name what it is picked by, in lower case with hyphens
/// @param title what it is shown as
/// @param description what it does, in a sentence or two
/// @param parameters what can be set
/// @param factory makes one; it throws `IllegalArgumentException` where values do not go together
/// @param sourceDigest SHA-256 of the source that it was compiled from, which then belongs to what a run is told
///     apart by; empty of one that comes with the product
public record StrategyDefinition(
        String name,
        String title,
        String description,
        List<Parameter> parameters,
        Function<ParameterValues, Strategy> factory,
        String sourceDigest) {

    public StrategyDefinition {
        parameters = List.copyOf(parameters);
    }

    /// Describes a strategy that is told apart by its name.
    public StrategyDefinition(
            String name,
            String title,
            String description,
            List<Parameter> parameters,
            Function<ParameterValues, Strategy> factory) {
        this(name, title, description, parameters, factory, "");
    }

    /// Reads parameter values for this strategy, with defaults for those not given.
    ///
    /// @throws IllegalArgumentException naming the parameter and the reason
    public ParameterValues values(Map<String, String> texts) {
        ParameterValues values = ParameterValues.of(parameters, texts);
        create(values); // values can be fine one by one and wrong together
        return values;
    }

    /// Makes a strategy for one run.
    ///
    /// @throws IllegalArgumentException where values do not go together
    public Strategy create(ParameterValues values) {
        return factory.apply(values);
    }
}
