package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.fixture.Nodes;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.settings.SettingsFile;
import ai.backtestr.desktop.settings.WindowSettings;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.render.chart.ChartArrangement;
import ai.backtestr.render.chart.ChartIndicator;
import ai.backtestr.render.chart.PaneKind;
import ai.backtestr.render.chart.PriceChart;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Indicators and panes in the real window, without a display: one session, told in order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ChartPanesWindowTest {
    private static final long WAIT_MS = 60_000;

    private final ExecutorService background = Executors.newCachedThreadPool();
    private @Nullable Workspace opened;
    private @Nullable Stage shown;
    private @Nullable Workbench workbench;

    @BeforeAll
    void openWindow(@TempDir Path home) {
        opened = Workspace.open(new HomeFolder(home));
        show();
        await("a result", () -> workbench().result().get() != null);
    }

    private void show() {
        Workspace workspace = Objects.requireNonNull(opened);
        fx(() -> {
            Workbench made = new Workbench(workspace, new Tasks(background, Platform::runLater), new FxPause(150));
            Stage stage = new Stage();
            SettingsFile file = new SettingsFile(workspace.home().settings());
            WindowMemory memory = new WindowMemory(file, file.load(), background, Platform::runLater, new FxPause(50));
            new WorkbenchWindow(made, stage, memory).show();
            stage.setWidth(1200);
            stage.setHeight(900);
            made.start();
            workbench = made;
            shown = stage;
            return true;
        });
    }

    @AfterAll
    void closeWindow() throws InterruptedException {
        close();
        background.shutdown();
        assertThat(background.awaitTermination(WAIT_MS, TimeUnit.MILLISECONDS)).isTrue();
        Objects.requireNonNull(opened).close();
    }

    private void close() {
        fx(() -> {
            stage().close();
            return true;
        });
    }

    private Stage stage() {
        return Objects.requireNonNull(shown);
    }

    private Workbench workbench() {
        return Objects.requireNonNull(workbench);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // the test knows what it looks for
    private <N extends Node> N node(String id) {
        return Nodes.node(stage().getScene().getRoot(), id);
    }

    private PriceChart chart() {
        return node("chart");
    }

    private void press(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private void pressControlI() {
        KeyEvent event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.I, false, true, false, false);
        stage().getScene().getAccelerators().forEach((keys, action) -> {
            if (keys.match(event)) {
                action.run();
            }
        });
    }

    private void add(String searched) {
        TextField search = node("indicator-search");
        search.setText(searched);
        press(search, KeyCode.ENTER);
    }

    @Test
    @Order(1)
    void shouldAddIndicatorsFoundByTyping() {
        fx(() -> {
            pressControlI();
            ListView<?> list = node("indicator-list");
            assertThat(list.getItems()).hasSizeGreaterThan(38);
            add("bollinger");
            add("relative strength");
            add("macd");
            press(node("indicator-search"), KeyCode.ESCAPE);
            assertThat(stage().getScene().lookup("#indicator-chooser")).isNull();
            return true;
        });
        assertThat(titles()).containsExactly("BOLLINGER 20 2", "RSI 14", "MACD 12 26 9");
        assertThat(fx(() -> chart().panes().titles())).containsExactly("Equity", "RSI 14", "MACD 12 26 9");
    }

    private List<String> titles() {
        return fx(() -> chart().panes().indicators().stream()
                .map(indicator -> indicator.setting().title())
                .toList());
    }

    @Test
    @Order(2)
    void shouldChangeAnIndicatorInPlaceAndTellWhatDoesNotFit() {
        fx(() -> {
            ChartIndicator rsi = chart().panes().indicators().get(1);
            this.<ChartPanel>node("chart-panel").edit(rsi);
            TextField period = node("indicator-period");
            period.setText("0");
            assertThat(this.<Label>node("indicator-problem").getText()).contains("'0' is not in range");
            assertThat(rsi.setting().title()).isEqualTo("RSI 14");
            period.setText("21");
            assertThat(this.<Label>node("indicator-problem").getText()).isEmpty();
            assertThat(rsi.setting().title()).isEqualTo("RSI 21");
            this.<Button>node("indicator-done").fire();
            return true;
        });
        assertThat(titles()).containsExactly("BOLLINGER 20 2", "RSI 21", "MACD 12 26 9");
    }

    @Test
    @Order(3)
    void shouldShowBarsOfTheEngineFromTheMenuOfKinds() {
        Timeframe before = fx(() -> workbench().timeframe().get());
        choose("kind-HEIKIN_ASHI");
        await(
                "Heikin-Ashi, read as they are stored",
                () -> workbench().timeframe().get().heikinAshi()
                        && workbench().tickHistory().get() != null
                        && workbench().bars().get() == null);
        choose("kind-CANDLES");
        await("candles", () -> workbench().timeframe().get().equals(before));
        await("the history", () -> workbench().tickHistory().get() != null);
    }

    private void choose(String item) {
        fx(() -> {
            MenuButton menu = node("chart-menu");
            menu.show();
            ContextMenu open = Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .filter(candidate -> "chart-menu-items".equals(candidate.getId()))
                    .findFirst()
                    .orElseThrow();
            MenuItem chosen = open.getItems().stream()
                    .filter(candidate -> item.equals(candidate.getId()))
                    .findFirst()
                    .orElseThrow();
            chosen.getOnAction().handle(null);
            open.hide();
            return true;
        });
    }

    @Test
    @Order(4)
    void shouldComeBackAsItWasLeft() {
        ChartArrangement left = fx(() -> {
            chart().panes().show(PaneKind.VOLUME, true);
            chart().panes().move(1, -1);
            chart().panes().setCollapsed(2, true);
            chart().setPercent(true);
            return chart().panes().arrangement();
        });
        WindowSettings settings = leave();
        assertThat(Objects.requireNonNull(settings.chart()).scale()).isEqualTo("percent");
        show();
        await("the chart", () -> workbench().tickHistory().get() != null);

        assertThat(titles()).containsExactly("BOLLINGER 20 2", "RSI 21", "MACD 12 26 9");
        assertThat(fx(() -> chart().panes().titles())).containsExactly("RSI 21", "Equity", "MACD 12 26 9", "Volume");
        assertThat(fx(() -> chart().panes().isCollapsed(2))).isTrue();
        assertThat(fx(() -> chart().isPercent())).isTrue();
        assertThat(fx(() -> chart().panes().arrangement().panes().size()))
                .isEqualTo(left.panes().size());
    }

    /// Closes the window, and returns what it has left on file.
    private WindowSettings leave() {
        close();
        SettingsFile file =
                new SettingsFile(Objects.requireNonNull(opened).home().settings());
        await(
                "settings",
                () -> file.load().settings().chart() != null
                        && file.load().settings().chart().scale().equals("percent"));
        return file.load().settings();
    }
}
