package ai.backtestr.desktop.hour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.backtestr.desktop.fixture.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Lives through the first hour with the launcher's options, modules and archive of classes; see `waits.sh`. Without
/// `-Dbacktestr.hour.program=FOLDER`, the folder of the packaged program, there is nothing to do.
class PackagedHourTest {
    private static final String DESKTOP = "ai.backtestr.desktop";
    private static final String MAIN = "--module ai.backtestr.desktop/ai.backtestr.desktop.Main";

    @Test
    @Timeout(value = 500, unit = TimeUnit.SECONDS)
    void shouldLiveThroughTheFirstHour(@TempDir Path folder) throws Exception {
        String program = System.getProperty("backtestr.hour.program", "");
        assumeFalse(program.isBlank(), "no packaged program is named");
        Path ticks = SharedData.of("fx_lean_fxcm_EURUSD", "tick");
        Path launcher = withOwnMain(Path.of(program, "bin"));
        try {
            Path told = folder.resolve("told.txt");
            ProcessBuilder hour = new ProcessBuilder("sh", launcher.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(told.toFile());
            String folders = " -Dhour.home=" + folder.resolve("home") + " -Dhour.ticks=" + ticks;
            hour.environment().put("BACKTESTR_JAVA_OPTS", options() + folders);
            int status = hour.start().waitFor();
            System.out.println(Files.readString(told));
            assertThat(status).isZero();
        } finally {
            Files.delete(launcher);
        }
    }

    private static Path withOwnMain(Path bin) throws IOException {
        String text = Files.readString(bin.resolve("backtestr"));
        assertThat(text).contains(MAIN);
        return Files.writeString(
                bin.resolve("first-hour"),
                text.replace(
                        MAIN, "-cp '" + System.getProperty("java.class.path") + "' " + PackagedHour.class.getName()));
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
