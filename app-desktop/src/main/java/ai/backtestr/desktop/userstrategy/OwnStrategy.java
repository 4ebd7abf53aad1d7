package ai.backtestr.desktop.userstrategy;

import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A strategy of the user's own, as its file was when it was read. Immutable; holds on to no class of it.
///
/// @param name what it is picked by: `my-cross` of `MyCross.java`
/// @param file where its source lies
/// @param digest SHA-256 of the source; empty if it could not be read
/// @param definition how it is listed, set and made; null if there are problems
/// @param problems what keeps it from being used; empty if nothing does
public record OwnStrategy(
        String name, Path file, String digest, @Nullable StrategyDefinition definition, List<SourceProblem> problems) {
    public OwnStrategy {
        problems = List.copyOf(problems);
    }

    static OwnStrategy broken(Path file, String digest, List<SourceProblem> problems) {
        return new OwnStrategy(SourceFile.strategyName(file), file, digest, null, problems);
    }

    /// Compiles a source and tries it once.
    static OwnStrategy of(SourceFile source, SourceCompiler compiler, RunawayWatch watch) {
        try {
            Map<String, byte[]> classes = LoopChecks.addTo(compiler.compile(source), source);
            StrategyDefinition own = new LoadedVersion(source, classes, watch).definition();
            String name = SourceFile.strategyName(source.path());
            StrategyDefinition definition = new StrategyDefinition(
                    name,
                    own.title(),
                    own.description(),
                    own.parameters(),
                    values -> make(source, classes, watch, values),
                    source.digest(),
                    own.instruments(),
                    own.further());
            return new OwnStrategy(name, source.path(), source.digest(), definition, List.of());
        } catch (SourceException e) {
            return broken(source.path(), source.digest(), e.problems());
        }
    }

    private static Strategy make(
            SourceFile source, Map<String, byte[]> classes, RunawayWatch watch, ParameterValues values) {
        try {
            return new LoadedVersion(source, classes, watch).create(values);
        } catch (SourceException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
