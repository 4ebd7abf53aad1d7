package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.Main;
import ai.backtestr.desktop.commandline.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Ctrl-C on the program as a process of its own, in the middle of a run and in the middle of its checks. The
/// time-out only turns a hang into a failure.
@EnabledOnOs(OS.LINUX)
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class InterruptedProgramTest {
    private static final int INTERRUPTED = 130;

    /// Writes a line as each of its runs begins, and takes some seconds for one of them.
    private static final String SLOW = """
            import ai.backtestr.engine.order.*;
            import ai.backtestr.engine.strategy.*;
            import java.nio.file.*;

            public class Slow implements Strategy {
                private static final Path BEGUN = Path.of("{begun}");
                private boolean slow;
                private int ticks;

                public void prepare(StrategySetup setup) {
                    setup.listenToTicks();
                }

                public void onStart(StrategyContext context) {
                    try {
                        Files.writeString(BEGUN, "begun\\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                        slow = Files.readAllLines(BEGUN).size() >= {run};
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }

                public void onTick(StrategyContext context) {
                    if (++ticks % 10_000 == 0) {
                        context.submit(OrderRequest.market(context.position() > 0 ? Side.SELL : Side.BUY, 100_000_000));
                    }
                    if (slow && ticks % 20 == 0) {
                        try {
                            Thread.sleep(1);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    private Program program;
    private Path begun;

    @BeforeEach
    void loadSample() throws IOException {
        program = new Program(folder.resolve("home"));
        begun = folder.resolve("begun");
        assertThat(program.line("demo --no-window").exitCode()).isZero();
    }

    @Test
    void shouldKeepNothingOfARunThatIsInterrupted() throws Exception {
        Outcome outcome = interruptedIn(1);

        assertThat(outcome.exitCode()).isEqualTo(INTERRUPTED);
        assertThat(outcome.err()).isEqualTo("backtestr: interrupted; nothing half-done is left\n");
        assertThat(outcome.out()).isEmpty();
        assertThat(folder.resolve("report")).doesNotExist();
        assertThat(kept()).hasSize(1); // the demo's
    }

    @Test
    void shouldKeepTheRunAndSayWhichChecksWereNotMade() throws Exception {
        Outcome outcome = interruptedIn(3);

        assertThat(outcome.exitCode()).isEqualTo(INTERRUPTED);
        assertThat(outcome.out())
                .startsWith("The checks were interrupted. Not made: look-ahead, sensitivity, stale fills");
        assertThat(outcome.outLines())
                .anyMatch(line -> line.startsWith("Run  "))
                .anyMatch(line -> line.startsWith("  not checked  Look-ahead "))
                .noneMatch(line -> line.startsWith("All of these at once"));
        assertThat(kept()).hasSize(2);
        assertThat(kept().toString()).contains("\"strategy\":\"slow\"");
        JsonNode result = JsonMapper.shared().readTree(Files.readString(folder.resolve("report/result.json")));
        assertThat(result.at("/checks/interrupted").asBoolean()).isTrue();
        assertThat(Files.readString(folder.resolve("report/report.html"))).contains("The checks were interrupted");
    }

    private JsonNode kept() {
        return JsonMapper.shared().readTree(program.line("runs --json").out());
    }

    /// Runs the program until the run of that number, from 1, is under way, and interrupts it.
    private Outcome interruptedIn(int run) throws Exception {
        Path strategies = Files.createDirectories(folder.resolve("home/strategies"));
        Files.writeString(
                strategies.resolve("Slow.java"),
                SLOW.replace("{begun}", begun.toString()).replace("{run}", Integer.toString(run)));
        Process process = start(
                "run",
                "BTCUSD",
                "--strategy",
                "slow",
                "--report",
                folder.resolve("report").toString());
        while (process.isAlive()
                && !(Files.exists(begun) && Files.readAllLines(begun).size() >= run)) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        process.waitFor(200, TimeUnit.MILLISECONDS);
        assertThat(process.isAlive()).as(text("err")).isTrue();
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        return new Outcome(process.waitFor(), text("out"), text("err"));
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /// With Ctrl-C heeded, even where this test was started by a shell that has its children not heed it.
    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens",
                "java.base/jdk.internal.misc=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("BACKTESTR_HOME", folder.resolve("home").toString());
        return builder.start();
    }
}
