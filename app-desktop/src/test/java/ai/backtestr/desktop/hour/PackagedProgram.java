package ai.backtestr.desktop.hour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The packaged program with a main class of the tests in place of its own: with the launcher's options, modules and
/// archive of classes.
final class PackagedProgram {
    private static final String DESKTOP = "ai.backtestr.desktop";
    private static final String MAIN = "--module ai.backtestr.desktop/ai.backtestr.desktop.Main";

    private PackagedProgram() {}

    /// Runs it to its end, and prints what it said.
    ///
    /// @param program the folder of the packaged program
    /// @param options further options of the JVM
    /// @return how it ended; 0 for well
    static int run(Path program, Class<?> main, String options) throws IOException, InterruptedException {
        Path launcher = withMain(program.resolve("bin"), main);
        Path told = Files.createTempFile("told", ".txt");
        try {
            ProcessBuilder process = new ProcessBuilder("sh", launcher.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(told.toFile());
            process.environment().put("BACKTESTR_JAVA_OPTS", options() + " " + options);
            int status = process.start().waitFor();
            System.out.println(Files.readString(told));
            return status;
        } finally {
            Files.delete(launcher);
            Files.delete(told);
        }
    }

    private static Path withMain(Path bin, Class<?> main) throws IOException {
        String text = Files.readString(bin.resolve("backtestr"));
        assertThat(text).contains(MAIN);
        return Files.writeString(
                bin.resolve("with-" + main.getSimpleName()),
                text.replace(MAIN, "-cp '" + System.getProperty("java.class.path") + "' " + main.getName()));
    }

    /// What the test's classes, which are in no module, use of the program's modules.
    private static String options() {
        return "-Dprism.order=sw --add-modules=" + DESKTOP
                + " --add-exports=javafx.graphics/com.sun.javafx.scene.input=ALL-UNNAMED "
                + Stream.of("chart", "home", "window", "workspace")
                        .map(name -> "--add-exports=" + DESKTOP + "/" + DESKTOP + "." + name + "=ALL-UNNAMED")
                        .collect(Collectors.joining(" "));
    }
}
