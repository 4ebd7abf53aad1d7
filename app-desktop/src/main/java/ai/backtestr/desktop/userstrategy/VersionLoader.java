package ai.backtestr.desktop.userstrategy;

import ai.backtestr.engine.strategy.Strategy;
import java.util.Map;

/// Loads the classes of one version of a strategy for one use of it, so that its static fields begin anew with each
/// run, whatever ran before or runs beside it. All of it goes when the strategy is no longer referred to.
final class VersionLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    /// @param name what calls into these classes are recognised by in a stack trace
    /// @param classes by name
    VersionLoader(String name, Map<String, byte[]> classes) {
        super(name, Strategy.class.getClassLoader());
        this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /// Has the checks in the classes stop what is running.
    void stop() {
        try {
            loadClass(LoopChecks.GUARD).getField(LoopChecks.FLAG).setBoolean(null, true);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
