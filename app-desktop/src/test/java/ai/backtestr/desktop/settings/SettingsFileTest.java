package ai.backtestr.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.desktop.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    private static final WindowSettings LEFT = new WindowSettings(
            WindowSettings.VERSION,
            WindowSettings.Theme.LIGHT,
            new WindowPlace(10, 20, 1500, 900),
            false,
            List.of(0.2, 0.75),
            0.6,
            "EURUSD",
            "5m",
            new StrategySettings("ema-cross", Map.of("fast", "7", "slow", "oops"), "25000", "2", "0.1%"),
            false,
            new ChartSettings(
                    "OHLC_BARS",
                    "percent",
                    List.of(new IndicatorSettings("ema:50@hl2", "1h", false, List.of("#E69F00"))),
                    List.of(
                            new PaneSettings("VOLUME", null, 0.15, true),
                            new PaneSettings(
                                    null, new IndicatorSettings("rsi:14", null, false, List.of()), 0.3, false)),
                    List.of(new ComparisonSettings("BTCUSD", true), new ComparisonSettings("ETHUSD", false))),
            "be6efcb5");

    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("window.json");
    }

    @Test
    void shouldReadWhatItWrote() {
        SettingsFile file = new SettingsFile(folder.resolve("settings"));
        file.save(LEFT);
        assertThat(file.load()).isEqualTo(new SettingsFile.Loaded(LEFT, null));
    }

    @Test
    void shouldUseDefaultsWhereThereIsNoFile() {
        assertThat(new SettingsFile(folder).load()).isEqualTo(new SettingsFile.Loaded(WindowSettings.DEFAULTS, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"version\": 1, \"theme\": \"DA",
                "[1, 2]",
                "{\"colour\": 3}",
                "{\"version\": 2}",
                "{\"version\": 1, \"theme\": \"GREEN\"}",
                "{\"version\": 1, \"theme\": null}",
                "{\"version\": 1, \"columns\": [0.5]}",
                "{\"version\": 1, \"rows\": 7}"
            })
    void shouldMoveAsideAFileItDoesNotUnderstand(String content) throws IOException {
        Files.writeString(path(), content);
        SettingsFile.Loaded loaded = new SettingsFile(folder).load();
        assertThat(loaded.settings()).isEqualTo(WindowSettings.DEFAULTS);
        assertThat(loaded.problem()).contains("window.json is not understood").contains("kept as window.json.damaged");
        assertThat(path()).doesNotExist();
        assertThat(folder.resolve("window.json.damaged")).hasContent(content);
    }

    @Test
    void shouldPassOverFieldsItDoesNotKnowAndTakeDefaultsForThoseMissing() throws IOException {
        Files.writeString(path(), "{\"version\": 1, \"theme\": \"LIGHT\", \"panels\": {\"left\": true}}");
        SettingsFile.Loaded loaded = new SettingsFile(folder).load();
        assertThat(loaded.problem()).isNull();
        assertThat(loaded.settings().theme()).isEqualTo(WindowSettings.Theme.LIGHT);
        assertThat(loaded.settings().columns()).isEqualTo(WindowSettings.DEFAULTS.columns());
        assertThat(loaded.settings().runOnChange()).isTrue();
    }

    @Test
    void shouldBeCompleteAtEveryMomentWhileItIsReplaced() throws InterruptedException {
        SettingsFile file = new SettingsFile(folder);
        file.save(LEFT);
        AtomicBoolean written = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 200; i++) {
                file.save(i % 2 == 0 ? WindowSettings.DEFAULTS : LEFT);
            }
            written.set(true);
        });
        writer.start();
        while (!written.get()) {
            SettingsFile.Loaded loaded = file.load();
            assertThat(loaded.problem()).isNull();
            assertThat(loaded.settings()).isIn(LEFT, WindowSettings.DEFAULTS);
        }
        writer.join();
    }

    @Test
    void shouldReadTheFileBesideTheRestOfAWriteThatWasKilled() throws IOException {
        new SettingsFile(folder).save(LEFT);
        Files.writeString(folder.resolve(".partial-1"), "{\"version\": 1, \"the");
        assertThat(new SettingsFile(folder).load()).isEqualTo(new SettingsFile.Loaded(LEFT, null));
    }

    @Test
    void shouldSayWhyItCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("settings"), "a file where the folder belongs");
        SettingsFile file = new SettingsFile(folder.resolve("settings"));
        assertThatThrownBy(() -> file.save(LEFT))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("window.json cannot be written");
    }
}
