package ai.backtestr.desktop.about;

import ai.backtestr.desktop.program.Program;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The versions of the program and of what it runs on, to be read and to be sent along with a question.
public final class AboutText {
    private AboutText() {}

    /// Returns what is called how, by name.
    ///
    /// @param home the home folder
    public static Map<String, String> facts(List<Component> components, Path home) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Version", Program.nameAndVersion());
        facts.put(
                "Java",
                System.getProperty("java.vm.name") + " " + Runtime.version() + " (" + System.getProperty("java.vendor")
                        + ")");
        facts.put("JavaFX", Components.version(components, "org.openjfx:javafx-base"));
        facts.put("DuckDB", Components.version(components, "org.duckdb:duckdb_jdbc"));
        facts.put(
                "System",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors()
                        + " processors");
        facts.put("Memory", "heap of at most " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
        facts.put("Home folder", home.toString());
        return facts;
    }

    /// Returns all of it as text.
    public static String of(Map<String, String> facts, List<Component> components) {
        return facts.entrySet().stream()
                        .map(fact -> fact.getKey() + ": " + fact.getValue())
                        .collect(Collectors.joining("\n"))
                + "\n\n"
                + components.stream()
                        .map(component -> component.name() + " " + component.version() + ": " + component.licences())
                        .collect(Collectors.joining("\n"));
    }
}
