package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.action.UserAction;
import ai.backtestr.desktop.layout.DefaultLayout;
import ai.backtestr.engine.bar.Timeframe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The window and its dialogs, used without a mouse.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class KeyboardAloneTest extends OneWindow {
    private Parent root() {
        return window().stage().getScene().getRoot();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void shouldLeadToEveryControlOfThePart(String part) {
        fx(() -> window().window().docks().open(part));
        assertThat(settled(
                        () -> KeyWalk.round(window().stage().getScene(), false).missed(root())))
                .isEmpty();
    }

    /// Waits for what is still being put in place.
    private static <T> T settled(Supplier<T> look) {
        for (int i = 0; i < 3; i++) {
            fx(() -> {});
        }
        return fx(look);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldShowWhereTheKeyboardIs(boolean light) {
        if (fx(() -> window().window().light().get()) != light) {
            fx(() -> window().window().switchTheme());
        }
        Set<String> unmarked = new LinkedHashSet<>();
        for (String part : List.of(
                DefaultLayout.STATISTICS,
                DefaultLayout.SQL,
                DefaultLayout.CODE,
                DefaultLayout.TICKS,
                DefaultLayout.QUALITY,
                DefaultLayout.LOG,
                DefaultLayout.TRADES)) {
            fx(() -> window().window().docks().open(part));
            unmarked.addAll(settled(
                    () -> KeyWalk.round(window().stage().getScene(), true).unmarked()));
        }
        assertThat(unmarked).isEmpty();
    }

    @Test
    void shouldGoFromPartToPartAndToWhatIsAroundThem() {
        Set<Node> places = new HashSet<>();
        Set<String> active = new HashSet<>();
        fx(() -> window().window().docks().open(DefaultLayout.TRADES));
        for (int i = 0; i < 10; i++) {
            window().press("F6");
            active.add(fx(() -> window().window().docks().active().get()));
            places.add(
                    fx(() -> Objects.requireNonNull(window().stage().getScene().getFocusOwner())));
        }
        assertThat(active)
                .contains(DefaultLayout.INSTRUMENTS, DefaultLayout.BOARD, DefaultLayout.STRATEGY, DefaultLayout.TRADES);
        for (String around : List.of("title-bar", "headline-row")) {
            assertThat(fx(() -> places.stream().anyMatch(node -> isIn(node, around))))
                    .as(around)
                    .isTrue();
        }
    }

    private static boolean isIn(Node node, String styleClass) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(styleClass)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void shouldHaveALetterOfItsOwnForEachMenu() {
        MenuBar bar = window().node("menu-bar");
        List<Character> letters = fx(() -> bar.getMenus().stream()
                .map(menu -> menu.getText().charAt(menu.getText().indexOf('_') + 1))
                .toList());
        assertThat(letters).doesNotHaveDuplicates().hasSize(7);
    }

    @Test
    void shouldFindEveryActionInThePalette() {
        fx(() -> window().window().palette().show(window().stage()));
        TextField typed =
                (TextField) fx(() -> window().window().palette().root().lookup("#palette-field"));
        ListView<?> found =
                (ListView<?>) fx(() -> window().window().palette().root().lookup("#palette-list"));
        List<String> missing = new ArrayList<>();
        for (UserAction action : window().window().actions().all()) {
            fx(() -> typed.setText(action.name()));
            if (fx(() -> action.enabled().get() && found.getItems().isEmpty())) {
                missing.add(action.id());
            }
        }
        fx(() -> Window.getWindows().stream()
                .filter(Popup.class::isInstance)
                .toList()
                .forEach(Window::hide));
        assertThat(missing).isEmpty();
    }

    @Test
    void shouldMoveDividersWithKeys() {
        fx(() -> {
            window().window().boards().show();
            window().window().docks().open(DefaultLayout.INSTRUMENTS);
        });
        SplitPane columns = fx(() -> (SplitPane) root().lookup(".split-pane"));
        fx(() -> window().here("instrument-list").requestFocus());
        double before = fx(() -> columns.getDividerPositions()[0]);
        window().press("Shortcut+Alt+Shift+Right");
        assertThat(fx(() -> columns.getDividerPositions()[0])).isGreaterThan(before);
        window().press("Shortcut+Alt+Shift+Left");
        window().press("Shortcut+Alt+Shift+Left");
        assertThat(fx(() -> columns.getDividerPositions()[0])).isLessThan(before);
        window().press("Shortcut+Alt+Shift+Right");
    }

    @Test
    void shouldChooseBarsWithArrows() {
        Timeframe before = Timeframe.FIFTEEN_MINUTES;
        fx(() -> {
            window().window().boards().show();
            window().workbench().timeframe().set(before);
            window().window().chart().chart().requestFocus();
        });
        window().press("Shortcut+Shift+F12"); // room for a button each
        await("the buttons", () -> window().here("timeframe-" + before).isVisible());
        fx(() -> window().here("timeframe-" + before).requestFocus());
        window().press("Right");
        await("other bars", () -> !window().workbench().timeframe().get().equals(before));
        window().press("Shortcut+Shift+F12");
    }

    @Test
    void shouldMoveTabsWithKeys() {
        fx(() -> window().window().docks().open(DefaultLayout.ORDERS));
        int place = placeOf(DefaultLayout.ORDERS);
        window().press("Shortcut+Alt+Page Down");
        assertThat(placeOf(DefaultLayout.ORDERS)).isEqualTo(place + 1);
        window().press("Shortcut+Alt+Page Up");
        assertThat(placeOf(DefaultLayout.ORDERS)).isEqualTo(place);
    }

    private int placeOf(String pane) {
        return fx(() -> window().window()
                .docks()
                .layout()
                .groupOf(pane)
                .orElseThrow()
                .panes()
                .indexOf(pane));
    }

    @Test
    void shouldOpenTheMenuOfAPart() {
        fx(() -> window().window().docks().open(DefaultLayout.TRADES));
        window().press("Shortcut+F10");
        assertThat(fx(() -> items().stream().map(MenuItem::getText).toList())).contains("Move to", "Split");
        hideMenus();
    }

    @Test
    void shouldSortAndWidenColumnsOfATableWithItsMenu() {
        fx(() -> window().window().docks().open(DefaultLayout.TRADES));
        TableView<?> trades = window().node("trades");
        fx(trades::requestFocus);
        window().press("Shift+F10");
        List<MenuItem> columns = fx(KeyboardAloneTest::items);
        assertThat(columns).hasSize(fx(() -> trades.getVisibleLeafColumns().size()));
        fire(columns, "Sort, largest first");
        assertThat(fx(() -> trades.getSortOrder().size())).isEqualTo(1);
        fire(columns, "Do not sort");
        assertThat(fx(() -> trades.getSortOrder().size())).isZero();
        double width = fx(() -> trades.getVisibleLeafColumns().get(2).getWidth());
        fire(columns, "Wider");
        assertThat(fx(() -> trades.getVisibleLeafColumns().get(2).getWidth())).isGreaterThan(width);
        hideMenus();
    }

    private static void fire(List<MenuItem> columns, String what) {
        fx(() -> ((Menu) columns.get(2))
                .getItems().stream()
                        .filter(item -> what.equals(item.getText()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    private static List<ContextMenu> openMenus() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .toList();
    }

    private static List<MenuItem> items() {
        return openMenus().stream().flatMap(menu -> menu.getItems().stream()).toList();
    }

    private static void hideMenus() {
        fx(() -> openMenus().forEach(Window::hide));
    }

    @Test
    void shouldExplainWhatHasTheKeyboard() {
        fx(() -> window().window().docks().open(DefaultLayout.STATISTICS));
        Node figure =
                settled(() -> Objects.requireNonNull(window().here("statistics").lookup(".figure")));
        fx(figure::requestFocus);
        window().press("Shortcut+F1");
        assertThat(fx(() -> Window.getWindows().stream()
                        .filter(Tooltip.class::isInstance)
                        .map(tip -> ((Tooltip) tip).getText())
                        .toList()))
                .anyMatch(words -> words.length() > 10);
    }

    @Test
    void shouldLeadToEveryControlOfTheDialogs() {
        dialog("preferences", () -> window().window().showPreferences());
        dialog("runs-dialog", () -> window().window().showRuns());
        dialog("shortcuts", () -> window().window().showShortcuts());
        dialog("instrument-dialog", () -> window().window().editInstrument());
        dialog("replay-dialog", () -> window().window().askForReplay());
    }

    private void dialog(String id, Runnable open) {
        Platform.runLater(open);
        await(id, () -> window().isOpen(id));
        DialogPane pane = window().node(id);
        assertThat(settled(() -> KeyWalk.round(pane.getScene(), false).missed(pane)))
                .as(id)
                .isEmpty();
        fx(() -> ((Stage) pane.getScene().getWindow()).close());
        await("it is closed", () -> !window().isOpen(id));
    }
}
