package ai.backtestr.desktop.userstrategy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Compiles a strategy's source in memory, with the compiler of the JDK that the program runs on.
final class SourceCompiler {
    private static final List<String> OPTIONS = List.of("-proc:none", "-implicit:none", "-g", "-Xlint:none");

    private final Supplier<@Nullable JavaCompiler> compilers;

    SourceCompiler() {
        this(ToolProvider::getSystemJavaCompiler);
    }

    /// @param compilers gives the compiler; null where the Java runtime has none
    SourceCompiler(Supplier<@Nullable JavaCompiler> compilers) {
        this.compilers = compilers;
    }

    /// Returns the compiler; null where the Java runtime has none.
    @Nullable
    JavaCompiler javac() {
        return compilers.get();
    }

    /// Compiles a file.
    ///
    /// @return its classes by name
    /// @throws SourceException telling each of the compiler's errors with its place
    Map<String, byte[]> compile(SourceFile source) throws SourceException {
        JavaCompiler compiler = compilers.get();
        if (compiler == null) {
            throw new SourceException(SourceProblem.ofFile(
                    source.fileName(),
                    "the Java runtime in " + System.getProperty("java.home")
                            + " has no compiler; start the program with a JDK 25, by setting JAVA_HOME to one"));
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter messages = new StringWriter();
        try (EngineClasses files =
                new EngineClasses(compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8))) {
            boolean done = compiler.getTask(messages, files, diagnostics, OPTIONS, null, List.of(inMemory(source)))
                    .call();
            if (!done) {
                throw new SourceException(problems(source, diagnostics, messages.toString()));
            }
            return files.compiled();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns a source as the compiler takes it.
    static JavaFileObject inMemory(SourceFile source) {
        return new InMemory(source);
    }

    private static List<SourceProblem> problems(
            SourceFile source, DiagnosticCollector<JavaFileObject> diagnostics, String messages) {
        List<SourceProblem> problems = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> problem(source, diagnostic))
                .toList();
        return problems.isEmpty()
                ? List.of(SourceProblem.ofFile(source.fileName(), "the compiler failed: " + inALine(messages)))
                : problems;
    }

    private static SourceProblem problem(SourceFile source, Diagnostic<?> diagnostic) {
        String message = inALine(diagnostic.getMessage(Locale.ROOT));
        long position = diagnostic.getPosition();
        if (position == Diagnostic.NOPOS) {
            return SourceProblem.ofFile(source.fileName(), message);
        }
        int at = (int) Math.min(position, source.text().length());
        int begin = source.text().lastIndexOf('\n', at - 1) + 1;
        String line = source.text().substring(begin).lines().findFirst().orElse("");
        return new SourceProblem(source.fileName(), diagnostic.getLineNumber(), at - begin + 1L, message, line);
    }

    /// The compiler goes into detail on further lines.
    private static String inALine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", "; ").replaceAll(" {2,}", " ");
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String text;

        InMemory(SourceFile source) {
            super(source.path().toUri(), Kind.SOURCE);
            text = source.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
