package ai.backtestr.desktop.hour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.backtestr.desktop.chart.FxThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Lives through the first hour in the real window, and prints how long the FX thread was busy at a time.
class FirstHourTest {
    @Test
    @Timeout(value = 400, unit = TimeUnit.SECONDS)
    void shouldLiveThroughTheFirstHourAndFindEverythingAgain(@TempDir Path home) throws Exception {
        Path ticks = Path.of(System.getProperty("backtestr.shared"), "data", "fx_lean_fxcm_EURUSD", "tick");
        if ("true".equals(System.getenv("CI"))) {
            assertThat(ticks).exists();
        }
        assumeTrue(Files.exists(ticks), () -> ticks + " is not beside the project");
        System.setProperty("backtestr.browser", "true"); // a program that does nothing
        if (!System.getProperty("backtestr.hour.pictures", "").isBlank()) {
            Locale.setDefault(Locale.ENGLISH); // as the guide is
        }
        FxThread.startWithWindows();
        FxWatch watch = new FxWatch();
        try {
            new FirstHour(home, ticks, watch).live();
        } finally {
            watch.close();
            System.out.println(watch.table());
        }
    }
}
