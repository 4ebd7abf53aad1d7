package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.commandline.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `strategies`: what there is, one to begin with, and what is wrong with the user's own.
class StrategiesCommandTest {
    @TempDir
    Path home;

    @Test
    void shouldListWritePickAndCheckTheUsersOwn() throws IOException {
        Program program = new Program(home);
        Outcome written = program.line("strategies --new my-cross");
        assertThat(written.exitCode()).isZero();
        assertThat(Path.of(written.out().strip()))
                .isEqualTo(home.resolve("strategies/MyCross.java"))
                .exists();
        assertThat(program.line("strategies").out())
                .contains("ema-cross (EMA cross)", "my-cross (my cross) [MyCross.java]");
        assertThat(program.line("strategies --check").outLines()).containsExactly("MyCross.java: fine");
        assertThat(program.line("run X --strategy my-cross --param period=0").err())
                .contains("parameter period: '0' is not in range; it takes 1 to 1000");

        Files.writeString(home.resolve("strategies/Broken.java"), "public class Broken {\n    int x = ;\n}\n");
        Outcome checked = program.line("strategies --check");
        assertThat(checked.exitCode()).isEqualTo(1);
        assertThat(checked.outLines())
                .containsExactly(
                        "Broken.java:2:13: illegal start of expression",
                        "    " + "    int x = ;",
                        "    " + "            ^",
                        "MyCross.java: fine");
        assertThat(checked.err()).contains("1 of 2 strategies");
        assertThat(program.line("strategies --json").out()).contains("\"sourceSha256\"", "illegal start of expression");
        Outcome refused = program.line("run X --strategy broken");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).startsWith("backtestr: Broken.java:2:13: illegal start of expression");
    }
}
