package ai.backtestr.desktop.commandline;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The command line as a process sees it, within the test's own.
final class Program {
    static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    private final Path home;

    /// What a command did.
    record Outcome(int exitCode, String out, String err) {
        List<String> outLines() {
            return out.lines().toList();
        }
    }

    Program(Path home) {
        this.home = home;
    }

    Outcome run(String... arguments) {
        return run(new Interruption(), arguments);
    }

    Outcome run(Interruption interruption, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandLineApp app =
                new CommandLineApp(Map.of("BACKTESTR_HOME", home.toString()), Clock.fixed(NOW, ZoneOffset.UTC), null);
        int exitCode = app.run(Terminal.of(out, err, false), interruption, arguments);
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Runs a command whose words are separated by single spaces.
    Outcome line(String words) {
        return run(words.split(" ", -1));
    }

    /// As [#line], with further words that may hold spaces.
    Outcome line(String words, Object... more) {
        List<String> arguments = new ArrayList<>(List.of(words.split(" ", -1)));
        Arrays.stream(more).map(String::valueOf).forEach(arguments::add);
        return run(arguments.toArray(String[]::new));
    }
}
