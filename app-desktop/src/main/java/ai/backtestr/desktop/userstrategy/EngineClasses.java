package ai.backtestr.desktop.userstrategy;

import ai.backtestr.engine.strategy.Strategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/// What a strategy's source is compiled against, the JDK and the engine's exported packages, and where the classes
/// go, into memory.
final class EngineClasses extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private static final String ENGINE = "ai.backtestr.engine";

    private final Set<String> exported = exportedPackages();
    private final Map<String, ByteArrayOutputStream> compiled = new HashMap<>();

    EngineClasses(StandardJavaFileManager files) throws IOException {
        super(files);
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(engine()));
    }

    /// Returns the engine as it runs here: a jar, or a folder of classes.
    private static Path engine() {
        try {
            return Path.of(Strategy.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the engine's own place is not understood", e);
        }
    }

    private static Set<String> exportedPackages() {
        return ModuleFinder.of(engine()).findAll().stream()
                .flatMap(module -> module.descriptor().exports().stream())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }

    @Override
    public Iterable<JavaFileObject> list(
            JavaFileManager.Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        boolean hidden = location == StandardLocation.CLASS_PATH
                && packageName.startsWith(ENGINE)
                && !exported.contains(packageName);
        return hidden ? List.of() : super.list(location, packageName, kinds, recurse);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
            @Override
            public OutputStream openOutputStream() {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                compiled.put(className, bytes);
                return bytes;
            }
        };
    }

    /// Returns the engine's packages that a strategy can use.
    Set<String> exported() {
        return exported;
    }

    /// Returns the classes compiled, by name.
    Map<String, byte[]> compiled() {
        Map<String, byte[]> classes = new HashMap<>();
        compiled.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }
}
