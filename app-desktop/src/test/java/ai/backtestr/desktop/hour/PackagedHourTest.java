package ai.backtestr.desktop.hour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.backtestr.desktop.fixture.SharedData;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Lives through the first hour with the launcher's options, modules and archive of classes; see `waits.sh`. Without
/// `-Dbacktestr.hour.program=FOLDER`, the folder of the packaged program, there is nothing to do.
class PackagedHourTest {
    @Test
    @Timeout(value = 500, unit = TimeUnit.SECONDS)
    void shouldLiveThroughTheFirstHour(@TempDir Path folder) throws Exception {
        String program = System.getProperty("backtestr.hour.program", "");
        assumeFalse(program.isBlank(), "no packaged program is named");
        Path ticks = SharedData.of("fx_lean_fxcm_EURUSD", "tick");
        String folders = "-Dhour.home=" + folder.resolve("home") + " -Dhour.ticks=" + ticks;
        assertThat(PackagedProgram.run(Path.of(program), PackagedHour.class, folders))
                .isZero();
    }
}
