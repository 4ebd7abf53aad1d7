package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.action.UserAction;
import ai.backtestr.desktop.fixture.Nodes;
import ai.backtestr.desktop.layout.DefaultLayout;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.monitor.Target;
import ai.backtestr.engine.time.Times;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.chart.TimeSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Every question that the window asks is answered with keys: they lead to all of its controls, show where they
/// are, Enter and Escape do what they do everywhere, and afterwards the keyboard is where it was.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class DialogKeysTest extends OneWindow {
    private static final String QUOTES = "time,bid,ask\n2014-05-01 08:00:00,1.38720,1.38729\n";

    @BeforeEach
    void beginAtTheInstruments() {
        fx(() -> {
            window().window().docks().open(DefaultLayout.INSTRUMENTS);
            window().here("instrument-list").requestFocus();
        });
    }

    @AfterEach
    void closeWhatIsLeft() {
        fx(() -> Window.getWindows().stream()
                .filter(open -> !open.equals(window().stage()))
                .toList()
                .forEach(Window::hide));
    }

    private static Scene front() {
        return Window.getWindows().stream()
                .filter(open -> open instanceof Stage && open.isShowing())
                .map(Window::getScene)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /// Presses and releases keys where the keyboard is in the window in front.
    private static void press(String keys) {
        KeyCodeCombination pressed = (KeyCodeCombination) KeyCombination.valueOf(keys);
        Platform.runLater(() -> {
            Node focused = focused(front());
            fire(focused, KeyEvent.KEY_PRESSED, pressed);
            if (focused.getScene() != null) {
                fire(focused, KeyEvent.KEY_RELEASED, pressed);
            }
        });
        fx(() -> {}); // a dialog that opens does not come back, but is there
    }

    private static Node focused(Scene scene) {
        return scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
    }

    private static void fire(Node node, EventType<KeyEvent> type, KeyCodeCombination keys) {
        boolean control = isDown(keys.getShortcut()) || isDown(keys.getControl());
        node.fireEvent(new KeyEvent(
                type, "", "", keys.getCode(), isDown(keys.getShift()), control, isDown(keys.getAlt()), false));
    }

    private static boolean isDown(KeyCombination.ModifierValue value) {
        return value == KeyCombination.ModifierValue.DOWN;
    }

    private static void type(String text) {
        fx(() -> ((TextInputControl) focused(front())).setText(text));
    }

    private static void tabTo(String id) {
        for (int i = 0; i < 60; i++) {
            if (id.equals(fx(() -> focused(front()).getId()))) {
                return;
            }
            press("Tab");
        }
        throw new AssertionError("Tab does not lead to " + id);
    }

    /// Tab leads to all that is in the dialog, and shows in both themes where it is; nothing in it is cut.
    private void walk(String id) {
        await(id, () -> window().isOpen(id));
        List<String> found = new ArrayList<>();
        for (int theme = 0; theme < 2; theme++) {
            fx(() -> window().window().switchTheme());
            for (int i = 0; i < 3; i++) {
                fx(() -> {}); // what is being put in place
            }
            found.addAll(fx(() -> {
                Node pane = window().here(id);
                KeyWalk walk = KeyWalk.round(pane.getScene(), true);
                List<String> wrong = new ArrayList<>(walk.missed((javafx.scene.Parent) pane));
                walk.unmarked().forEach(node -> wrong.add("not seen: " + node));
                wrong.addAll(CutTexts.in((javafx.scene.Parent) pane));
                return wrong;
            }));
        }
        assertThat(found).as(id).isEmpty();
    }

    private void escape(String id) {
        press("Esc");
        await(id + " is closed", () -> !window().isOpen(id));
        assertBackAtTheInstruments();
    }

    private void enter(String id) {
        press("Enter");
        await(id + " is closed", () -> !window().isOpen(id));
    }

    private void assertBackAtTheInstruments() {
        assertThat(fx(() -> focused(window().stage().getScene()).getId())).isEqualTo("instrument-list");
    }

    /// Does it as the palette does, which is opened with keys.
    private void choose(String action) {
        fx(() -> window().window().palette().show(window().stage()));
        UserAction wanted = window().window().actions().all().stream()
                .filter(one -> one.id().equals(action))
                .findFirst()
                .orElseThrow();
        TextField typed = window().node("palette-field");
        fx(() -> typed.setText(wanted.name()));
        Platform.runLater(() -> fire(typed, KeyEvent.KEY_PRESSED, new KeyCodeCombination(KeyCode.ENTER)));
        fx(() -> {});
    }

    @Test
    void shouldAskForFilesToImportAndForOverlaps(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("usdchf.csv"), QUOTES);
        askToImport(file);
        await(
                "the first rows",
                () -> !window().<TableView<?>>here("preview-rows").getItems().isEmpty());
        walk("import-dialog");
        escape("import-dialog");
        assertThat(symbols()).doesNotContain("USDCHF");

        askToImport(file);
        tabTo("import-symbol");
        enter("import-dialog");
        await("the instrument", () -> symbols().contains("USDCHF"));
        fx(() -> window().here("instrument-list").requestFocus());

        Files.writeString(file, QUOTES.replace("1.38720", "1.38711"));
        askToImport(file);
        tabTo("import-symbol");
        enter("import-dialog");
        walk("notices");
        assertThat(fx(() -> window().workbench().notices().all().getLast().text()))
                .contains("nothing was imported");
        goToNotices();
        tabToButton("Merge both");
        press("Esc");
        await("it is closed", () -> !window().here("notices").isVisible());

        askToImport(file);
        tabTo("import-symbol");
        enter("import-dialog");
        await("the offer", () -> window().here("notices").isVisible());
        goToNotices();
        tabToButton("Replace stored");
        press("Space");
        await("it is closed", () -> !window().here("notices").isVisible());
        await("the import", () -> window().<Label>here("message").getText().contains("1 of 1"));
    }

    private void goToNotices() {
        Node notices = window().node("notices");
        for (int i = 0; i < 12; i++) {
            if (fx(() -> notices.lookupAll(".button").contains(focused(front())))) {
                return;
            }
            press("F6");
        }
        throw new AssertionError("F6 does not lead to the notices");
    }

    private static void tabToButton(String text) {
        for (int i = 0; i < 20; i++) {
            if (fx(() -> focused(front()) instanceof ButtonBase button && text.equals(button.getText()))) {
                return;
            }
            press("Tab");
        }
        throw new AssertionError("Tab does not lead to " + text);
    }

    private void askToImport(Path file) {
        Platform.runLater(() -> new ImportDialog(
                        window().stage(), List.of(file), window().workbench().imports(), new FxPause(50))
                .ask(window().workbench().imports()::begin));
        await("the dialog", () -> window().isOpen("import-dialog"));
        assertNoWall();
    }

    /// The window can be used while the question is open.
    private static void assertNoWall() {
        assertThat(fx(() -> ((Stage) front().getWindow()).getModality())).isEqualTo(Modality.NONE);
    }

    private List<String> symbols() {
        return window().workbench().symbols().stream()
                .map(data -> data.instrument().symbol())
                .toList();
    }

    @Test
    void shouldAskForAMomentToShowAndSayWhatIsNone() {
        press("Alt+G");
        walk("goto-dialog");
        tabTo("goto-dialog-text");
        type("soon");
        assertThat(fx(() -> window().<Label>here("problem-goto-dialog-text").getText()))
                .startsWith("'soon' is no day or moment");
        press("Enter");
        assertThat(fx(() -> window().isOpen("goto-dialog"))).isTrue();
        escape("goto-dialog");

        PriceChart chart = fx(() -> window().window().chart().chart());
        fx(() -> chart.navigation().fitAll());
        TimeSpan all = Objects.requireNonNull(fx(() -> chart.navigation().timesOnScreen()));
        long tenth = (all.toNs() - all.fromNs()) / 10;
        fx(() -> chart.navigation().showTimes(all.toNs() - tenth, all.toNs()));
        press("Alt+G");
        await("the question", () -> window().isOpen("goto-dialog"));
        type(Times.format(all.fromNs() + 3 * tenth));
        enter("goto-dialog");
        await("that moment", () -> {
            TimeSpan now = chart.navigation().timesOnScreen();
            return now != null && now.fromNs() < all.fromNs() + 3 * tenth && now.toNs() < all.toNs() - 5 * tenth;
        });
        assertBackAtTheInstruments();
    }

    @Test
    void shouldAskForNewStrategiesAndUnsavedSources() {
        press("Shortcut+N");
        walk("strategy-dialog");
        tabTo("strategy-dialog-text");
        type("9");
        press("Enter");
        assertThat(fx(() -> window().isOpen("strategy-dialog"))).isTrue();
        escape("strategy-dialog");

        press("Shortcut+N");
        await("the question", () -> window().isOpen("strategy-dialog"));
        type("by-keys");
        enter("strategy-dialog");
        await(
                "its source",
                () -> window().isOpen("code")
                        && window().<CodeArea>here("code").getText().contains("class ByKeys"));
        CodeArea code = window().node("code");
        fx(() -> code.replaceText(TextPos.ZERO, TextPos.ZERO, "// more\n"));
        await("it is not saved", () -> !window().window().code().unsaved().isEmpty());
        fx(() -> window().here("instrument-list").requestFocus());

        press("Shortcut+Q");
        walk("unsaved-dialog");
        escape("unsaved-dialog");
        assertThat(fx(() -> window().stage().isShowing())).isTrue();
        assertThat(fx(() -> window().window().code().unsaved())).isNotEmpty();
        fx(() -> window().window().code().saveAll());
        await("it is saved", () -> window().window().code().unsaved().isEmpty());
    }

    @Test
    void shouldTellOfItselfAndOfLicences() {
        choose("help.about");
        walk("about");
        tabTo("about-search");
        type("duckdb");
        escape("about");
    }

    @Test
    void shouldAskForInstruments() {
        choose("instrument.edit");
        walk("instrument-dialog");
        tabTo("instrument-tick-size");
        type("0");
        press("Enter");
        assertThat(fx(() -> window().isOpen("instrument-dialog"))).isTrue();
        escape("instrument-dialog");
        choose("instrument.edit");
        await("the question", () -> window().isOpen("instrument-dialog"));
        assertNoWall();
        int open = fx(() -> Window.getWindows().size());
        fx(() -> window().window().editInstrument());
        assertThat(fx(() -> Window.getWindows().size())).isEqualTo(open);
        tabTo("instrument-tick-size");
        enter("instrument-dialog");
        assertBackAtTheInstruments();
    }

    @Test
    void shouldAskForNamesOfWorkspacesAndWhetherToDeleteThem() {
        workspaces("Save as…");
        walk("workspace-dialog");
        tabTo("workspace-dialog-text");
        type("Default");
        assertThat(fx(() ->
                        window().<Label>here("problem-workspace-dialog-text").getText()))
                .contains("there is a workspace 'Default' already");
        press("Enter");
        assertThat(fx(() -> window().isOpen("workspace-dialog"))).isTrue();
        press("Esc");
        await("it is closed", () -> !window().isOpen("workspace-dialog"));
        workspaces("Save as…");
        await("the question", () -> window().isOpen("workspace-dialog"));
        type("Wide");
        enter("workspace-dialog");
        assertThat(fx(() -> window().window().desk().now().current())).isEqualTo("Wide");

        workspaces("Delete…");
        walk("workspace-confirmation");
        press("Esc");
        await("it is closed", () -> !window().isOpen("workspace-confirmation"));
        assertThat(fx(() -> window().window().desk().now().current())).isEqualTo("Wide");
        workspaces("Delete…");
        await("the question", () -> window().isOpen("workspace-confirmation"));
        enter("workspace-confirmation");
        assertThat(fx(() -> window().window().desk().now().current())).isEqualTo("Default");
        assertThat(fx(() -> focused(window().stage().getScene()).getId())).isEqualTo("workspaces");
    }

    /// Chooses from the menu, which the keyboard opens where it is.
    private void workspaces(String title) {
        MenuButton menu = window().node("workspaces");
        fx(menu::requestFocus);
        press("Down");
        await("its items", () -> menu.getItems().size() > 4);
        MenuItem item = fx(() -> menu.getItems().stream()
                .filter(one -> title.equals(one.getText()))
                .findFirst()
                .orElseThrow());
        Platform.runLater(() -> {
            menu.hide();
            item.fire();
        });
        fx(() -> {});
    }

    @Test
    void shouldLeadThroughTheTour() {
        choose("help.tour");
        Label title = window().node("tour-title");
        CheckBox silent = window().node("tour-silent");
        press("F8");
        assertThat(fx(title::getText)).isEqualTo("The chart");
        press("Shift+F8");
        assertThat(fx(title::getText)).isEqualTo("Instruments");
        press("Shift+F8");
        assertThat(fx(title::getText)).isEqualTo("Instruments");
        press("Shortcut+F8");
        assertThat(fx(silent::isSelected)).isFalse();
        press("Esc");
        assertThat(fx(() -> window().window().tour().running().get())).isFalse();
        assertThat(fx(() -> window().workbench().preferred().now().tour())).isTrue();
        assertBackAtTheInstruments();
        choose("help.tour");
        press("Shortcut+F8");
        for (int i = 0; i < 6; i++) {
            press("F8");
        }
        assertThat(fx(() -> window().window().tour().running().get())).isFalse();
        assertThat(fx(() -> window().workbench().preferred().now().tour())).isFalse();
    }

    @Test
    void shouldChooseAndChangeIndicators() {
        press("Shortcut+I");
        walk("indicator-chooser");
        press("Esc");
        await("it is closed", () -> !window().isOpen("indicator-chooser"));
        assertBackAtTheInstruments();

        int before = indicators();
        press("Shortcut+I");
        type("bollinger");
        press("Enter");
        assertThat(indicators()).isEqualTo(before + 1);
        press("Esc");
        assertBackAtTheInstruments();

        PriceChart chart = fx(() -> window().window().chart().chart());
        fx(() -> window().<ChartPanel>here("chart-panel")
                .edit(chart.panes().indicators().getLast()));
        assertThat(fx(() -> focused(front()).getId())).isEqualTo("indicator-period");
        walk("indicator-editor");
        tabTo("indicator-period");
        type("0");
        press("Enter");
        assertThat(fx(() -> window().isOpen("indicator-editor"))).isTrue();
        type("30");
        press("Enter");
        await("it is closed", () -> !window().isOpen("indicator-editor"));
        assertBackAtTheInstruments();
        assertThat(fx(() -> chart.panes().indicators().getLast().setting().title()))
                .isEqualTo("BOLLINGER 30 2");
    }

    private int indicators() {
        return fx(() -> window().window().chart().chart().panes().indicators().size());
    }

    @Test
    void shouldDrawAndChangeWhatIsDrawn() {
        PriceChart chart = fx(() -> window().window().chart().chart());
        await("the chart", chart::isComplete);
        fx(chart::requestFocus);
        press("Alt+H");
        press("Enter");
        Node bar = window().node("drawing-style");
        await("what changes it", bar::isVisible);
        walk("drawing-style");
        fx(chart::requestFocus);
        assertThat(fx(() -> bar.getLayoutBounds().getHeight())).as("one line").isLessThan(48);
        tabTo("style-width-3");
        press("Space");
        assertThat(fx(() -> focused(front()).getId())).isEqualTo("style-width-3");
        assertThat(fx(() -> Nodes.<javafx.scene.control.ToggleButton>node("style-width-3")
                        .isSelected()))
                .isTrue();
        press("Space");
        assertThat(fx(() -> Nodes.<javafx.scene.control.ToggleButton>node("style-width-3")
                        .isSelected()))
                .isTrue();
        press("Esc");
        assertThat(fx(bar::isVisible)).isFalse();
        assertThat(fx(() -> focused(front()))).isEqualTo(chart);
        press("Shift+Page Down");
        assertThat(fx(bar::isVisible)).isTrue();
        press("Delete");
        assertThat(fx(bar::isVisible)).isFalse();
    }

    @Test
    void shouldLeadToEveryControlOfThePartOnPerformance(@TempDir Path folder) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        try (Monitor monitor = new Monitor(Target.DEFAULTS);
                TestWindow watched = new TestWindow(home, monitor)) {
            watched.press("Shortcut+Shift+P");
            await("the part", () -> watched.isOpen("performance-record"));
            Scene scene = watched.stage().getScene();
            KeyWalk walk = fx(() -> KeyWalk.round(scene, true));
            assertThat(fx(() -> walk.missed(scene.getRoot()))).isEmpty();
            assertThat(walk.unmarked()).isEmpty();
            assertThat(fx(() -> CutTexts.in(scene.getRoot()))).isEmpty();
            assertThat(fx(() -> watched.window().docks().layout().groupOf(DefaultLayout.PERFORMANCE)))
                    .isEqualTo(fx(() -> watched.window().docks().layout().groupOf(DefaultLayout.TRADES)));
        }
    }
}
