package ai.backtestr.desktop.userstrategy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/// What the engine's sources say beyond its classes: the names of parameters, and what things are for. The build
/// puts them beside the classes. Any thread.
final class EngineSources {
    private static final Pattern QUALIFIED = Pattern.compile("(?:\\w+\\.)+(?=\\w)");
    private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+\\s*");
    private static final Pattern IN_BRACKETS = Pattern.compile("<[^<>]*>");

    private final JavaCompiler compiler;
    private final Map<String, Map<String, Said>> byType = new ConcurrentHashMap<>();

    EngineSources(JavaCompiler compiler) {
        this.compiler = compiler;
    }

    /// What the source says of one thing.
    ///
    /// @param parameters of a method, as they are declared; else empty
    /// @param comment what stands above it; empty for nothing
    record Said(String parameters, String comment) {}

    /// Returns what the source says of a type or a member of one; null where it is not the engine's.
    @Nullable
    Said of(Element element, Elements elements) {
        TypeElement outermost = outermost(element);
        if (outermost == null) {
            return null;
        }
        Map<String, Said> all =
                byType.computeIfAbsent(elements.getBinaryName(outermost).toString(), this::read);
        Said said = all.get(key(element));
        if (element.getKind() == ElementKind.METHOD
                && (said == null || said.comment().isEmpty())) {
            return component((ExecutableElement) element, all, said);
        }
        return said;
    }

    /// The comment of a record tells of its components.
    private static @Nullable Said component(ExecutableElement method, Map<String, Said> all, @Nullable Said said) {
        Said type = all.get(key(typeOf(method)));
        Matcher told = Pattern.compile("@param\\s+" + method.getSimpleName() + "\\s+([^@]+)")
                .matcher(type == null || !method.getParameters().isEmpty() ? "" : type.comment());
        return told.find() ? new Said("()", told.group(1)) : said;
    }

    private static Element typeOf(ExecutableElement method) {
        return Objects.requireNonNull(method.getEnclosingElement(), "every method is in a type");
    }

    private static @Nullable TypeElement outermost(Element element) {
        TypeElement type = null;
        for (Element at = element; at != null; at = at.getEnclosingElement()) {
            type = at instanceof TypeElement found ? found : type;
        }
        return type;
    }

    private static String key(Element element) {
        String name = element.getSimpleName().toString();
        if (element instanceof ExecutableElement method) {
            return key(typeOf(method)) + "." + name
                    + method.getParameters().stream()
                            .map(parameter -> simple(parameter.asType().toString()))
                            .collect(Collectors.joining(",", "(", ")"));
        }
        Element outer = element.getEnclosingElement();
        return outer instanceof TypeElement ? key(outer) + "." + name : name;
    }

    /// Returns a type without its packages, its arguments and annotations.
    static String simple(String type) {
        String plain = ANNOTATION.matcher(type).replaceAll("");
        for (String before = ""; !before.equals(plain); ) {
            before = plain;
            plain = IN_BRACKETS.matcher(plain).replaceAll("");
        }
        return QUALIFIED.matcher(plain).replaceAll("").replace("...", "[]").strip();
    }

    private Map<String, Said> read(String type) {
        String name = "/sources/" + type.replace('.', '/') + ".java";
        try (InputStream in = EngineSources.class.getResourceAsStream(name)) {
            return in == null ? Map.of() : parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Said> parse(String name, String text) throws IOException {
        JavaFileObject file = new SimpleJavaFileObject(URI.create("memory://" + name), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        JavacTask task =
                (JavacTask) compiler.getTask(null, null, problem -> {}, List.of("-proc:none"), null, List.of(file));
        Map<String, Said> all = new ConcurrentHashMap<>();
        for (CompilationUnitTree unit : task.parse()) {
            new Reader(Trees.instance(task), all).scan(unit, "");
        }
        return all;
    }

    /// Goes through a source; what it carries is the type it is in.
    private static final class Reader extends TreePathScanner<@Nullable Void, String> {
        private final Trees trees;
        private final Map<String, Said> all;

        Reader(Trees trees, Map<String, Said> all) {
            this.trees = trees;
            this.all = all;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, String outer) {
            String name = outer + type.getSimpleName();
            all.put(name, new Said("", comment()));
            return super.visitClass(type, name + ".");
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, String type) {
            String key = method.getParameters().stream()
                    .map(parameter -> simple(parameter.getType().toString()))
                    .collect(Collectors.joining(",", type + method.getName() + "(", ")"));
            String parameters = method.getParameters().stream()
                    .map(parameter -> plain(parameter.getType()) + " " + parameter.getName())
                    .collect(Collectors.joining(", ", "(", ")"));
            all.put(key, new Said(parameters, comment()));
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree field, String type) {
            all.put(type + field.getName(), new Said("", comment()));
            return null;
        }

        private static String plain(Tree type) {
            return ANNOTATION.matcher(type.toString()).replaceAll("");
        }

        private String comment() {
            TreePath path = getCurrentPath();
            String comment = trees.getDocComment(path);
            return comment == null ? "" : comment;
        }
    }
}
