package ai.backtestr.desktop.window;

import ai.backtestr.desktop.userstrategy.OwnStrategy;
import ai.backtestr.desktop.userstrategy.SourceProblem;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A strategy to choose: one that comes with the product, or the user's own as its file is, usable or not.
///
/// Two are equal when they have the same name and the same source.
///
/// @param name what it is picked by
/// @param sourceDigest SHA-256 of the source; empty of one that comes with the product
/// @param file where the source is; null of one that comes with the product
/// @param definition how it is set and made; null while its source cannot be used
/// @param problems what keeps the source from being used, a line each; empty if nothing does
record StrategyChoice(
        String name,
        String sourceDigest,
        @Nullable Path file,
        @Nullable StrategyDefinition definition,
        List<String> problems) {
    StrategyChoice {
        problems = List.copyOf(problems);
    }

    static StrategyChoice of(StrategyDefinition builtIn) {
        return new StrategyChoice(builtIn.name(), "", null, builtIn, List.of());
    }

    static StrategyChoice of(OwnStrategy own) {
        List<String> problems =
                own.problems().stream().map(SourceProblem::toString).toList();
        return new StrategyChoice(own.name(), own.digest(), own.file(), own.definition(), problems);
    }

    /// Returns those that come with the product, then the user's own.
    static List<StrategyChoice> all(List<OwnStrategy> own) {
        return Stream.concat(
                        BuiltInStrategies.all().stream().map(StrategyChoice::of),
                        own.stream().map(StrategyChoice::of))
                .toList();
    }

    /// Returns the same strategy with its file gone.
    StrategyChoice gone() {
        String message = file + " is gone; choose another strategy, or put it back";
        return new StrategyChoice(name, "", file, null, List.of(message));
    }

    /// Returns what it is shown as.
    String title() {
        if (definition == null) {
            return name + " (has errors)";
        }
        return file == null ? definition.title() : definition.title() + " (own)";
    }

    String description() {
        return definition == null ? "" : definition.description();
    }

    List<Parameter> parameters() {
        return definition == null ? List.of() : definition.parameters();
    }

    /// Returns what keeps it from being used; empty for nothing.
    String problem() {
        return problems.stream().collect(Collectors.joining("\n"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StrategyChoice choice
                && choice.name.equals(name)
                && choice.sourceDigest.equals(sourceDigest)
                && choice.problems.equals(problems);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, sourceDigest);
    }
}
