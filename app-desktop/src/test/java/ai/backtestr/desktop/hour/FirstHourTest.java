package ai.backtestr.desktop.hour;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.fixture.SharedData;
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
        Path ticks = SharedData.of("fx_lean_fxcm_EURUSD", "tick");
        System.setProperty("backtestr.browser", "true"); // a program that does nothing
        if (!System.getProperty("backtestr.hour.pictures", "").isBlank()) {
            Locale.setDefault(Locale.ENGLISH); // as the guide is
        }
        FxThread.startWithWindows();
        FxWatch watch = new FxWatch(0);
        try {
            new FirstHour(home, ticks, watch).live();
        } finally {
            watch.close();
            System.out.println(watch.table());
        }
    }
}
