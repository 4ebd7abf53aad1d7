package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.action.ActionRegistry;
import ai.backtestr.desktop.action.LocalKey;
import ai.backtestr.desktop.action.UserAction;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.render.chart.ChartKind;
import ai.backtestr.render.chart.PaneKind;
import ai.backtestr.render.chart.PriceChart;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Menus, keys and the palette in the real window.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WorkbenchActionsTest extends OneWindow {
    private ActionRegistry actions() {
        return window().window().actions();
    }

    @Test
    void shouldHaveEveryActionInAMenuWithItsKeys() {
        MenuBar bar = window().node("menu-bar");
        List<MenuItem> items = fx(() -> bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .toList());
        for (UserAction action : actions().all()) {
            MenuItem item = items.stream()
                    .filter(candidate -> ("action-" + action.id()).equals(candidate.getId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(item.getText()).isEqualTo(action.title());
            assertThat(item.getAccelerator())
                    .isEqualTo(action.keys().isEmpty() ? null : action.keys().getFirst());
        }
        assertThat(fx(() -> bar.getMenus().stream().map(Menu::getText).toList()))
                .containsExactly("_File", "_Edit", "_View", "_Chart", "_Run", "_Tools", "_Help");
    }

    @Test
    void shouldDoWhatAKeySays() {
        Scene scene = window().stage().getScene();
        for (UserAction action : actions().all()) {
            action.keys()
                    .forEach(keys ->
                            assertThat(scene.getAccelerators()).as(action.id()).containsKey(keys));
        }
        fx(() -> window().window().chart().chart().requestFocus());
        boolean before = fx(() -> window().window().light().get());
        window().press("Shortcut+T");
        assertThat(fx(() -> window().window().light().get())).isNotEqualTo(before);
        window().press("Shortcut+T");
        window().press("Alt+3");
        assertThat(fx(() -> scene.getFocusOwner().getId())).isEqualTo("strategy-choice");
    }

    @Test
    void shouldMoveTheChartWithEachOfItsKeys() {
        PriceChart chart = window().window().chart().chart();
        await("the chart", () -> chart.navigation().timesOnScreen() != null && chart.isComplete());
        for (LocalKey key : actions().local()) {
            if (key.part().equals("chart") && !key.does().startsWith("make prices")) {
                fx(() -> {
                    chart.requestFocus();
                    chart.navigation().showRange(key.does().equals("the oldest") ? 300 : 200, 260);
                });
                Object before = fx(chart.navigation()::timesOnScreen);
                window().press(key.keys().getName());
                assertThat(fx(chart.navigation()::timesOnScreen))
                        .as(key.keys().getName())
                        .isNotEqualTo(before);
            }
        }
    }

    @Test
    void shouldFindAndDoAnythingWithTheKeyboardAlone() {
        boolean before = window().workbench().runOnChange().get();
        type("runonch");
        TestWindow.press(field(), KeyCode.ENTER);
        assertThat(fx(() -> window().workbench().runOnChange().get())).isNotEqualTo(before);
        assertThat(fx(() -> window().window().palette().isShowing())).isFalse();
        type("rsi rev");
        TestWindow.press(field(), KeyCode.ENTER);
        assertThat(fx(() -> window().workbench().form().strategy().get().name()))
                .isEqualTo("rsi-reversion");
        fx(() -> window().workbench().runOnChange().set(before));
    }

    @Test
    void shouldOfferInstrumentsTimeframesAndKeptRuns() {
        fx(() -> window().workbench().leave()); // keeps the run on screen
        await(
                "it is kept",
                () -> !window().workspace().store().runs().list(null, null).isEmpty());
        type("#1");
        await("the kept run", () -> first() != null);
        assertThat(String.valueOf(first())).contains("Kept run").contains("#1 ");
        TestWindow.press(field(), KeyCode.ESCAPE);
        type("5m");
        assertThat(String.valueOf(first())).contains("Timeframe");
        TestWindow.press(field(), KeyCode.ENTER);
        assertThat(fx(() -> window().workbench().timeframe().get().toString())).isEqualTo("5m");
    }

    /// As in the menu of the bar, where also Renko and range bars begin.
    @Test
    void shouldShowHeikinAshiPanesAndFootprintsByTheirActionsAndLeaveOtherBarsForCandles() {
        ChartModel model = fx(() -> window().workbench().charts().active().get());
        ChartPane pane = window().window().chart();
        perform("kind.heikin_ashi");
        assertThat(fx(() -> model.timeframe().get().heikinAshi())).isTrue();
        perform("kind.candles");
        assertThat(fx(() -> model.timeframe().get().heikinAshi())).isFalse();
        fx(() -> model.timeframe().set(Timeframe.parse("renko:50")));
        perform("kind.line");
        assertThat(fx(() -> model.timeframe().get().isTime())).isTrue();
        assertThat(fx(() -> pane.chart().kind())).isEqualTo(ChartKind.LINE);
        perform("kind.candles");
        perform("pane.volume");
        assertThat(fx(() -> pane.chart().panes().shows(PaneKind.VOLUME))).isTrue();
        perform("pane.volume");
        assertThat(fx(() -> pane.chart().panes().shows(PaneKind.VOLUME))).isFalse();
        perform("pane.spread"); // of trades there is none
        assertThat(fx(() -> pane.chart().panes().shows(PaneKind.SPREAD))).isFalse();
        perform("chart.footprint");
        assertThat(fx(() -> pane.extras().profiles())).contains("footprint");
        perform("chart.footprint");
    }

    private void perform(String id) {
        fx(() -> actions().get(id).perform());
    }

    private void type(String text) {
        fx(() -> window().stage().getScene().getRoot().requestFocus());
        window().press("Shortcut+K");
        fx(() -> field().setText(text));
    }

    private TextField field() {
        return (TextField) palette("palette-field");
    }

    private Node palette(String id) {
        return Objects.requireNonNull(window().window().palette().root().lookup("#" + id));
    }

    private @Nullable Object first() {
        ListView<?> list = (ListView<?>) palette("palette-list");
        return list.getItems().isEmpty() ? null : list.getItems().getFirst();
    }
}
