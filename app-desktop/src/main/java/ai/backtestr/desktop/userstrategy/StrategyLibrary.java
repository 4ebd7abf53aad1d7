package ai.backtestr.desktop.userstrategy;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.engine.replay.HandJournal;
import ai.backtestr.engine.replay.HandTraded;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import org.jspecify.annotations.Nullable;

/// The strategies there are: those that come with the product, and the user's own, a `.java` file each in one
/// folder.
///
/// A file is compiled when its strategy is asked for and the file has another content than when it was compiled
/// last. Any thread; while a file is compiled others wait.
public final class StrategyLibrary {
    /// How long a call into a user's strategy may take before it is stopped.
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private final Path sessions;
    private volatile Path folder;
    private final SourceCompiler compiler;
    private final RunawayWatch watch;
    private volatile @Nullable SourceCompletion completion;
    private final Map<Path, OwnStrategy> compiled = new HashMap<>();

    /// @param folder where the user's own are; it need not exist
    /// @param sessions where what was done by hand in replays is kept; it need not exist
    public StrategyLibrary(Path folder, Path sessions) {
        this(folder, sessions, new SourceCompiler(), LIMIT);
    }

    /// @param folder where the user's own are; it need not exist. What was done by hand is kept beside it.
    public StrategyLibrary(Path folder) {
        this(folder, new SourceCompiler(), LIMIT);
    }

    StrategyLibrary(Path folder, SourceCompiler compiler, Duration limit) {
        this(folder, folder.resolveSibling("sessions"), compiler, limit);
    }

    private StrategyLibrary(Path folder, Path sessions, SourceCompiler compiler, Duration limit) {
        this.folder = folder;
        this.sessions = sessions;
        this.compiler = compiler;
        watch = new RunawayWatch(limit);
    }

    /// Returns where the user's own are.
    public Path folder() {
        return folder;
    }

    /// Takes the user's own from another folder from now on.
    public void use(Path other) {
        folder = other;
    }

    /// Returns the user's own, by the names of their files, compiled as far as they can be.
    ///
    /// @throws ProblemException if the folder cannot be read
    public synchronized List<OwnStrategy> own() {
        List<Path> files = files();
        compiled.keySet().retainAll(files);
        List<OwnStrategy> all = new ArrayList<>();
        files.forEach(file -> all.add(own(file)));
        return all;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(SourceFile::isSource).sorted().toList();
        } catch (IOException e) {
            throw ProblemException.of("the folder " + folder + " cannot be read", e);
        }
    }

    private OwnStrategy own(Path file) {
        SourceFile source;
        try {
            source = SourceFile.read(file);
        } catch (SourceException e) {
            return OwnStrategy.broken(file, "", e.problems());
        }
        OwnStrategy known = compiled.get(file);
        if (known != null && known.digest().equals(source.digest())) {
            return known;
        }
        OwnStrategy fresh =
                isBuiltIn(SourceFile.strategyName(file)) ? taken(source) : OwnStrategy.of(source, compiler, watch);
        compiled.put(file, fresh);
        return fresh;
    }

    private static boolean isBuiltIn(String name) {
        return BuiltInStrategies.all().stream()
                .anyMatch(definition -> definition.name().equals(name));
    }

    private static OwnStrategy taken(SourceFile source) {
        String message = "a strategy that comes with the product is called " + SourceFile.strategyName(source.path())
                + "; give the class and its file another name";
        return OwnStrategy.broken(
                source.path(), source.digest(), List.of(SourceProblem.ofFile(source.fileName(), message)));
    }

    /// Returns the strategy called `name`. Of the user's own only that one is compiled.
    ///
    /// @throws IllegalArgumentException naming those there are, if none is called so
    /// @throws ProblemException if it is one of the user's own with something wrong in its source
    public synchronized StrategyDefinition named(String name) {
        if (name.equals(HandTraded.BY_HAND)) {
            return HandTraded.NOTHING;
        }
        if (HandSessions.isSession(name)) {
            return sessions().named(name, this::named);
        }
        for (StrategyDefinition definition : BuiltInStrategies.all()) {
            if (definition.name().equals(name)) {
                return definition;
            }
        }
        Optional<Path> file = files().stream()
                .filter(candidate -> SourceFile.strategyName(candidate).equals(name))
                .findFirst();
        return usable(own(file.orElseThrow(() -> unknown(name))));
    }

    /// Writes down what was done by hand in a replay of `strategy`, so that [#named] knows it by the name that
    /// [HandTraded#nameOf] gives it.
    ///
    /// @throws ProblemException if it cannot be written
    public void keepSession(StrategyDefinition strategy, HandJournal journal) {
        sessions().keep(strategy, journal);
    }

    private HandSessions sessions() {
        return new HandSessions(sessions);
    }

    private static StrategyDefinition usable(OwnStrategy strategy) {
        StrategyDefinition definition = strategy.definition();
        if (definition != null) {
            return definition;
        }
        int more = strategy.problems().size() - 1;
        throw new ProblemException(strategy.problems().getFirst()
                + (more == 0 ? "" : " (and " + more + " more)")
                + "; 'backtestr strategies --check' shows it in the source");
    }

    private IllegalArgumentException unknown(String name) {
        List<String> names = new ArrayList<>();
        BuiltInStrategies.all().forEach(definition -> names.add(definition.name()));
        files().forEach(file -> names.add(SourceFile.strategyName(file)));
        return new IllegalArgumentException(
                "no strategy is called '" + name + "'; there are " + String.join(", ", names));
    }

    /// Tells what the compiler says to a source that is being typed, without running any of it.
    ///
    /// @param file where it is going to lie
    /// @return its errors; empty for none
    public List<SourceProblem> check(Path file, String text) {
        try {
            compiler.compile(new SourceFile(file, text, ""));
            return List.of();
        } catch (SourceException e) {
            return e.problems();
        }
    }

    /// Tells what can stand at a place of a source that is being typed, without running any of it.
    ///
    /// @param file where it is going to lie
    /// @param caret where the word ends that is typed, counted from the beginning of the source
    /// @return no offers where the Java runtime has no compiler
    public Completion complete(Path file, String text, int caret) {
        SourceCompletion found = completion;
        if (found == null) {
            JavaCompiler javac = compiler.javac();
            if (javac == null) {
                return new Completion(caret, List.of());
            }
            found = new SourceCompletion(javac);
            completion = found; // who comes at the same time makes one too, which knows the same
        }
        return found.at(file, text, caret);
    }

    /// Writes a strategy to begin with, which compiles and trades.
    ///
    /// @param name such as `my-cross` or `MyCross`
    /// @return the file
    /// @throws IllegalArgumentException if the name cannot be a class's
    /// @throws ProblemException if there is such a file, or it cannot be written
    public Path create(String name) {
        return StrategyTemplate.write(folder, name);
    }
}
