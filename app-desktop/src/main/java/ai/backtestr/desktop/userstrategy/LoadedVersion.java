package ai.backtestr.desktop.userstrategy;

import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyDefinition;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// A version of a user's strategy, loaded for one use. What runs of it is watched.
///
/// The class called as the file either has a static field `DEFINITION`, a [StrategyDefinition], or is a [Strategy]
/// with a constructor without parameters.
final class LoadedVersion {
    private final SourceFile source;
    private final VersionLoader loader;
    private final RunawayWatch watch;
    private final WatchedCalls calls;
    private final StrategyDefinition definition;

    /// Loads the classes and has them initialised.
    ///
    /// @throws SourceException if they are no strategy
    LoadedVersion(SourceFile source, Map<String, byte[]> classes, RunawayWatch watch) throws SourceException {
        this.source = source;
        this.watch = watch;
        loader = new VersionLoader(source.fileName(), classes);
        calls = new WatchedCalls(loader, watch.limit());
        String main = classes.keySet().stream()
                .filter(name -> name.substring(name.lastIndexOf('.') + 1).equals(source.className()))
                .findFirst()
                .orElseThrow(() -> problem("it has no class " + source.className()));
        try {
            definition = watched("the static initialiser", () -> define(Class.forName(main, true, loader)));
        } catch (IllegalArgumentException e) {
            throw problem(String.valueOf(e.getMessage()));
        }
    }

    private SourceException problem(String message) {
        String file = source.fileName();
        return new SourceException(SourceProblem.ofFile(file, message.replaceFirst("^\\Q" + file + "\\E: ", "")));
    }

    private StrategyDefinition define(Class<?> main) throws ReflectiveOperationException {
        for (Field field : main.getDeclaredFields()) {
            if (field.getName().equals("DEFINITION")) {
                field.setAccessible(true);
                if (field.get(null) instanceof StrategyDefinition own) {
                    return own;
                }
                throw new IllegalArgumentException("its DEFINITION has to be a StrategyDefinition");
            }
        }
        if (!Strategy.class.isAssignableFrom(main)) {
            throw new IllegalArgumentException(
                    main.getSimpleName() + " has to implement Strategy, or to have a static DEFINITION");
        }
        return new StrategyDefinition("", main.getSimpleName(), "", List.of(), values -> construct(main));
    }

    private static Strategy construct(Class<?> main) {
        try {
            var constructor = main.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Strategy) constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    main.getSimpleName() + " has to have a static DEFINITION, or a constructor without parameters", e);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(main.getSimpleName() + " cannot be made: " + e, e);
        }
    }

    /// Returns how the source describes itself; its factory is not watched.
    StrategyDefinition definition() {
        return definition;
    }

    RunawayWatch watch() {
        return watch;
    }

    WatchedCalls calls() {
        return calls;
    }

    /// Makes the strategy of a run.
    ///
    /// @throws IllegalArgumentException if the values do not go together, or the strategy fails
    Strategy create(ParameterValues values) {
        Strategy made = watched("the constructor", () -> definition.create(values));
        return new GuardedStrategy(made, this);
    }

    /// Calls what may not come back.
    private <T> T watched(String call, Callable<T> work) {
        watch.add(calls);
        calls.enter();
        T result;
        try {
            result = work.call();
        } catch (Throwable e) {
            throw explained(calls.failure(call, unchecked(e)));
        } finally {
            watch.remove(calls);
        }
        calls.leave(call);
        if (result == null) {
            throw new IllegalArgumentException(source.fileName() + ": its factory makes nothing");
        }
        return result;
    }

    /// Returns what a class's initialiser threw rather than that it did, and errors as exceptions with the same
    /// place.
    static Throwable unchecked(Throwable thrown) {
        Throwable cause =
                thrown instanceof ExceptionInInitializerError && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof Error && !(cause instanceof OutOfMemoryError)) {
            IllegalStateException exception = new IllegalStateException(cause.toString(), cause);
            exception.setStackTrace(cause.getStackTrace());
            return exception;
        }
        return cause;
    }

    /// Returns as something wrong with what the user gave, with its place, what was thrown before there was a tick.
    IllegalArgumentException explained(RuntimeException thrown) {
        if (thrown instanceof IllegalArgumentException e) {
            return e; // the way in which a strategy refuses values or an instrument
        }
        for (StackTraceElement place : thrown.getStackTrace()) {
            if (source.fileName().equals(place.getClassLoaderName()) && place.getFileName() != null) {
                return new IllegalArgumentException(
                        place.getFileName() + ":" + place.getLineNumber() + ": " + thrown, thrown);
            }
        }
        return new IllegalArgumentException(source.fileName() + ": " + thrown, thrown);
    }
}
