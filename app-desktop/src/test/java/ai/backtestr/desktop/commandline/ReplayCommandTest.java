package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.commandline.Program.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Replays from the command line.
class ReplayCommandTest {
    private static final Pattern HASH = Pattern.compile("Result hash +([0-9a-f]{64})");

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void store() {
        program = new Program(folder.resolve("home"));
        assertThat(program.line("generate TEST --ticks 20000").exitCode()).isZero();
    }

    private static String hash(Outcome outcome) {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        Matcher matcher = HASH.matcher(outcome.out());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void shouldComeToTheResultOfTheRunAndKeepIt() {
        String what = " SYN.TEST --strategy ema-cross --param timeframe=1m --leverage 30 --to 2014-01-01T03:00";
        String run = hash(program.line("run" + what));
        Path report = folder.resolve("report");
        Outcome replay = program.line("replay" + what + " --speed max --start 2014-01-01T01:00 --report", report);
        assertThat(hash(replay)).isEqualTo(run);
        assertThat(replay.out()).startsWith("2014-01-01T01:00:00  tick ").contains("  at the end\n");
        assertThat(Files.exists(report.resolve("report.html"))).isTrue();
        assertThat(program.line("runs --tag replay").outLines()).hasSize(3);
        assertThat(program.line("rerun 2").out()).startsWith("same result hash");
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertThat(program.line("replay SYN.TEST --speed 0").err())
                .contains("'0' is not a speed; write a factor above 0, like 1, 60 or 0.5, or max");
        assertThat(program.line("replay SYN.TEST --speed fast").exitCode()).isEqualTo(2);
        assertThat(program.line("replay SYN.TEST --strategy pairs-reversion").err())
                .contains(
                        "pairs-reversion trades 2 instruments together and a replay plays one; use 'run' with --also");
        assertThat(program.line("replay NOTHING").err()).contains("no ticks of 'NOTHING' are stored");
        assertThat(program.line("run SYN.TEST --strategy by-hand-0123").err())
                .contains("no session is called 'by-hand-0123'");
    }

    @Test
    void shouldEndWhenInterrupted() {
        Interruption interruption = new Interruption();
        Thread.ofVirtual().start(() -> {
            interruption.interruptAndWait();
        });
        Outcome outcome = program.run(interruption, "replay", "SYN.TEST", "--speed", "1");
        assertThat(outcome.exitCode()).isEqualTo(130);
        assertThat(outcome.err()).contains("interrupted; nothing half-done is left");
    }
}
