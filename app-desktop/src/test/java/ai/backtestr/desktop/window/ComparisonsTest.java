package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.imports.BarOptions;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.settings.ComparisonSettings;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.Timeframe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ComparisonsTest {
    private static final ComparisonSettings BY_PERCENTS = new ComparisonSettings("GBPUSD", false);
    private static final ComparisonSettings ON_ITS_OWN = new ComparisonSettings("USDCHF", true);

    @TempDir
    private Path home;

    private void fill() throws Exception {
        OpenWindow.fill(home);
        try (Workspace workspace = Workspace.open(new HomeFolder(home))) {
            workspace
                    .storing()
                    .importing(home.resolve("gbpusd.csv"), ON_ITS_OWN.symbol())
                    .run();
        }
    }

    private static List<String> titles(OpenWindow open) {
        return open.window().chart().chart().comparedNames();
    }

    @Test
    void shouldLaySeveralInstrumentsOverThePricesAndKeepThem() throws Exception {
        fill();
        try (OpenWindow open = new OpenWindow(home)) {
            await("a chart", () -> open.window().chart().chart().isComplete());
            Comparisons comparisons = fx(() -> open.window().chart().comparisons());
            fx(() -> comparisons.choose(BY_PERCENTS));
            fx(() -> comparisons.choose(ON_ITS_OWN));
            await("both", () -> titles(open).size() == 2);
            assertThat(fx(() -> open.window().chart().chart().isPercent())).isTrue();

            fx(() -> comparisons.choose(new ComparisonSettings("USDCHF", false)));
            await("both again", () -> titles(open).size() == 2);
            assertThat(fx(comparisons::chosen)).containsExactly(BY_PERCENTS, new ComparisonSettings("USDCHF", false));
            fx(() -> comparisons.choose(ON_ITS_OWN));
            await("as before", () -> titles(open).size() == 2);
        }
        try (OpenWindow again = new OpenWindow(home)) {
            await("both after a restart", () -> titles(again).size() == 2);
            assertThat(fx(() -> again.window().chart().comparisons().chosen()))
                    .containsExactly(BY_PERCENTS, ON_ITS_OWN);
            fx(() -> again.window().chart().comparisons().remove("GBPUSD"));
            assertThat(fx(() -> titles(again))).hasSize(1);
            fx(() -> again.node("instrument-list").requestFocus());
            again.press(KeyCode.Z, false, true, false);
            await("it is back", () -> titles(again).size() == 2);
            fx(() -> again.window().chart().comparisons().removeAll());
            assertThat(fx(() -> titles(again))).isEmpty();
        }
    }

    /// Bars of a day, of an instrument that has no ticks.
    @Test
    void shouldLayAnInstrumentOfRecordedBarsOverThePrices() throws Exception {
        OpenWindow.fill(home);
        try (Workspace workspace = Workspace.open(new HomeFolder(home))) {
            Path file = Files.writeString(home.resolve("dax.csv"), """
                    Date,Open,High,Low,Close,Volume
                    2014-04-30,9500,9600,9400,9550,10
                    2014-05-01,9550,9700,9500,9600,12
                    2014-05-02,9600,9650,9500,9520,11
                    """);
            workspace
                    .storing()
                    .importingBars(List.of(file), "DAX", BarOptions.of(Timeframe.ONE_DAY))
                    .run();
        }
        try (OpenWindow open = new OpenWindow(home)) {
            await(
                    "both",
                    () -> open.workbench().symbols().stream()
                            .map(data -> data.instrument().symbol())
                            .toList()
                            .containsAll(List.of("DAX", "EURUSD")));
            fx(() -> open.workbench().symbols().stream()
                    .filter(data -> data.instrument().symbol().equals("EURUSD"))
                    .findFirst()
                    .ifPresent(data -> open.workbench().symbol().set(data)));
            await(
                    "a chart",
                    () -> open.workbench().tickHistory().get() != null
                            && open.window().chart().chart().isComplete());
            fx(() -> open.window().chart().panes().compare());
            await(
                    "the offer",
                    () -> Window.getWindows().stream()
                            .filter(ContextMenu.class::isInstance)
                            .map(ContextMenu.class::cast)
                            .filter(menu -> "compare-with".equals(menu.getId()))
                            .flatMap(menu -> menu.getItems().stream())
                            .anyMatch(item -> item.getText().contains("DAX")));
            Comparisons comparisons = fx(() -> open.window().chart().comparisons());
            fx(() -> comparisons.choose(new ComparisonSettings("DAX", true)));
            await("it is there", () -> titles(open).size() == 1);
        }
    }
}
