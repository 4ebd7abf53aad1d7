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
/// @param instruments how many instruments one of it trades together; with 1, a run over several instruments makes
///     one for each
/// @param further symbols of the further instruments that it trades unless the user names others; empty where the
///     user has to
public record StrategyDefinition(
        String name,
        String title,
        String description,
        List<Parameter> parameters,
        Function<ParameterValues, Strategy> factory,
        String sourceDigest,
        int instruments,
        List<String> further) {

    /// The most instruments that a strategy can trade together.
    public static final int MAX_INSTRUMENTS = 8;

    public StrategyDefinition {
        parameters = List.copyOf(parameters);
        further = List.copyOf(further);
        if (instruments < 1 || instruments > MAX_INSTRUMENTS) {
            throw new IllegalArgumentException(
                    "a strategy trades 1 to " + MAX_INSTRUMENTS + " instruments together, not " + instruments);
        }
        if (!further.isEmpty() && further.size() != instruments - 1) {
            throw new IllegalArgumentException("a strategy that trades " + instruments + " instruments names "
                    + (instruments - 1) + " further ones or none, not " + further.size());
        }
    }

    /// Describes a strategy that trades one instrument.
    public StrategyDefinition(
            String name,
            String title,
            String description,
            List<Parameter> parameters,
            Function<ParameterValues, Strategy> factory,
            String sourceDigest) {
        this(name, title, description, parameters, factory, sourceDigest, 1, List.of());
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

    /// Returns the same of a strategy that trades so many instruments together, which the user names.
    public StrategyDefinition trading(int count) {
        return new StrategyDefinition(name, title, description, parameters, factory, sourceDigest, count, List.of());
    }

    /// Returns the same of a strategy that trades these together with its main one, unless the user names others.
    public StrategyDefinition tradingWith(List<String> symbols) {
        return new StrategyDefinition(
                name, title, description, parameters, factory, sourceDigest, symbols.size() + 1, symbols);
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
