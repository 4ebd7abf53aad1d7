package ai.backtestr.desktop.hour;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.fixture.SharedData;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.hour.ProgramToKill.Work;
import ai.backtestr.desktop.layout.LayoutFile;
import ai.backtestr.desktop.settings.SettingsFile;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Kills the program in the middle of its work, at moments that the seed printed decides, and starts it again.
/// `-Dbacktestr.kills=N` kills it so often at each work, `-Dbacktestr.seed=S` at the same moments again.
class KilledProgramTest {
    private static final int KILLS = Integer.getInteger("backtestr.kills", 2);
    private static final long SEED = Long.getLong("backtestr.seed", System.nanoTime());
    private static final int WITHIN_MS = 1500;

    private final Path ticks = SharedData.of("fx_lean_fxcm_EURUSD", "tick");

    @ParameterizedTest
    @EnumSource(Work.class)
    @Timeout(value = 400, unit = TimeUnit.SECONDS)
    void shouldOpenAfterAKillWithAllThatWasSaved(Work work, @TempDir Path home) throws Exception {
        Random moments = new Random(SEED + work.name().hashCode());
        for (int kill = 1; kill <= KILLS; kill++) {
            int afterMs = moments.nextInt(WITHIN_MS);
            System.out.println(work + ": kill " + kill + " after " + afterMs + " ms; seed " + SEED);
            kill(work, home, afterMs);
            checkFiles(home);
        }
        checkWindow(work, home);
    }

    private void kill(Work work, Path home, int afterMs) throws Exception {
        Process program = new ProcessBuilder(command(work, home))
                .redirectError(home.resolve("stderr.txt").toFile())
                .start();
        try (BufferedReader told = program.inputReader(StandardCharsets.UTF_8)) {
            String line = told.readLine();
            while (line != null && !line.equals("BEGIN")) {
                line = told.readLine();
            }
            assertThat(line).as(Files.readString(home.resolve("stderr.txt"))).isEqualTo("BEGIN");
            Thread.sleep(afterMs);
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    private List<String> command(Work work, Path home) {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--add-opens",
                "java.base/jdk.internal.misc=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-Dbacktestr.browser=true",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                ProgramToKill.class.getName(),
                home.toString(),
                work.name(),
                ticks.toString());
    }

    private static void checkFiles(Path path) throws IOException {
        HomeFolder home = new HomeFolder(path);
        SettingsFile.Loaded settings = new SettingsFile(home.settings()).load();
        assertThat(settings.problem()).isNull();
        assertThat(new LayoutFile(home.settings()).load(settings.settings()).problem())
                .isNull();
        for (Path report : reports(home)) {
            assertThat(report.resolve("report.html")).isRegularFile();
            assertThat(report.resolve("manifest.json")).isRegularFile();
        }
        try (Workspace workspace = Workspace.open(home)) {
            Map<String, Long> stored = workspace.stored().stream()
                    .collect(Collectors.toMap(data -> data.instrument().symbol(), StoredData::count));
            assertThat(stored).containsEntry("BTCUSD", 100_000L);
            assertThat(stored.getOrDefault("EURUSD", 1_144_807L)).isEqualTo(1_144_807L);
            assertThat(workspace.store().runs().list(null, null)).isNotEmpty();
        }
    }

    private static List<Path> reports(HomeFolder home) throws IOException {
        if (!Files.exists(home.results())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(home.results())) {
            return folders.filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private static void checkWindow(Work work, Path home) throws Exception {
        String underWay = Files.readString(home.resolve("logs/under-way.txt"));
        FxThread.startWithWindows();
        RunningProgram program = RunningProgram.start(home);
        Hands.await("the window", Hands::hasMain);
        String notice = Hands.text("notice");
        assertThat(notice).contains("not closed but ended from outside");
        if (underWay.contains(work.noted())) {
            assertThat(notice).contains(work.noted());
        }
        Hands.await(
                "the instruments",
                () -> !Hands.<ListView<?>>node("instrument-list").getItems().isEmpty());
        Hands.press("Shortcut+Q");
        program.awaitEnd();
        assertThat(home.resolve("logs/under-way.txt")).doesNotExist();
        try (Stream<Path> left = Files.walk(home)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith(".partial-")))
                    .isEmpty();
        }
    }
}
