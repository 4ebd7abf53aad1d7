package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.about.Component;
import ai.backtestr.desktop.help.GuidePages;
import ai.backtestr.desktop.help.HelpPane;
import ai.backtestr.desktop.home.LogLine;
import ai.backtestr.desktop.layout.DefaultLayout;
import ai.backtestr.desktop.settings.AccountPreferences;
import ai.backtestr.desktop.settings.MachinePreferences;
import ai.backtestr.desktop.settings.Preferences;
import ai.backtestr.desktop.settings.Preferences.ThemeChoice;
import ai.backtestr.desktop.settings.RecentFiles.Kind;
import ai.backtestr.desktop.settings.RecordFile;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.tasklist.TaskEntry;
import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.monitor.Target;
import ai.backtestr.engine.thread.Waiting;
import ai.backtestr.render.chart.ChartPalette;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Background tasks, the log and the settings in the real window.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ServicePartsTest {
    @TempDir
    private Path home;

    private static void act(TestWindow window, String id) {
        fx(() -> window.window().actions().get(id).perform());
    }

    @Test
    void shouldListWorkWithItsEndAndStopIt() {
        try (TestWindow window = new TestWindow(home)) {
            CountDownLatch stopped = new CountDownLatch(1);
            BackgroundTask<String> endless = new BackgroundTask<>("Counting sheep", control -> {
                control.onCancel(stopped::countDown);
                try {
                    stopped.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                control.throwIfCancelled();
                return "";
            });
            fx(() -> window.workbench().tasks().start(Tasks.Lane.SQL, endless, done -> {}));
            act(window, "tasks.show");
            await("the task in the list", () -> {
                ListView<TaskEntry> list = window.here("task-list");
                return list.getItems().size() == 1;
            });
            Button count = window.node("task-count");
            assertThat(fx(count::getText)).isEqualTo("1 task");
            Button cancel = window.node("task-cancel");
            fx(cancel::fire);
            ListView<TaskEntry> list = window.node("task-list");
            await("its end", () -> list.getItems().getFirst().state() == TaskEntry.State.CANCELLED);
            assertThat(fx(count::isVisible)).isFalse();

            BackgroundTask<String> broken = new BackgroundTask<>("Dividing", control -> {
                throw new IllegalStateException("by nothing");
            });
            fx(() -> window.workbench().tasks().startBeside(broken, done -> {}));
            await("the failure", () -> list.getItems().size() == 2);
            assertThat(fx(count::getText)).isEqualTo("1 failed");
            fx(() -> list.getSelectionModel().selectFirst());
            TextArea details = window.node("task-details");
            assertThat(details.getText()).contains("Dividing failed").contains("by nothing");
            Button clear = window.node("tasks-clear");
            fx(clear::fire);
            assertThat(fx(() -> list.getItems().size())).isZero();
        }
    }

    @Test
    void shouldShowTheLogAsItIsWrittenByLevelAndWords() {
        try (TestWindow window = new TestWindow(home)) {
            LoggerFactory.getLogger("somebody.Before").info("told before the part was open");
            act(window, "log.show");
            TableView<LogLine> table = window.node("log-lines");
            await("the line before", () -> contains(table, "told before"));
            LoggerFactory.getLogger("somebody.Else").warn("a crossed quote", new IllegalStateException("why"));
            await("the new line", () -> contains(table, "a crossed quote"));
            TextField search = window.node("log-search");
            fx(() -> search.setText("CROSSED else"));
            assertThat(fx(() -> table.getItems().size())).isOne();
            fx(() -> table.getSelectionModel().selectFirst());
            TextArea trace = window.node("log-trace");
            assertThat(trace.getText()).contains("IllegalStateException: why");
            Button clear = window.node("log-clear");
            fx(clear::fire);
            assertThat(fx(() -> table.getItems().size())).isZero();
        }
        assertThat(home.resolve("logs/backtestr.log")).content().contains("a crossed quote");
    }

    private static boolean contains(TableView<LogLine> table, String words) {
        return table.getItems().stream().anyMatch(line -> line.message().contains(words));
    }

    private static <T> void choose(TestWindow window, String id, T value) {
        fx(() -> window.<ComboBox<T>>here("preference-" + id).setValue(value));
    }

    private static void type(TestWindow window, String id, String text) {
        fx(() -> window.<TextField>here("preference-" + id).setText(text));
    }

    @Test
    void shouldHaveSettingsCountAtOnceAndKeepThem() {
        try (OpenWindow open = new OpenWindow(filled())) {
            Preferences before = open.workbench().preferred().now();
            assertThat(before).isEqualTo(Preferences.DEFAULTS);
        }
        try (TestWindow window = new TestWindow(home)) {
            act(window, "settings.show");
            choose(window, "theme", ThemeChoice.LIGHT);
            choose(window, "palette", ChartPalette.COLOUR_BLIND);
            choose(window, "font", 125);
            assertThat(fx(() -> window.window().light().get())).isTrue();
            String sheet = fx(() -> window.stage().getScene().getStylesheets().getLast());
            // The blue of Okabe and Ito.
            assertThat(new String(Base64.getDecoder().decode(sheet.split(",", 2)[1]), StandardCharsets.UTF_8))
                    .contains("-color-success-fg:#0072b2");
            Label product = fx(() -> (Label) window.stage().getScene().lookup(".status-bar #message"));
            await("the larger text", () -> {
                window.stage().getScene().getRoot().applyCss();
                return Math.abs(product.getFont().getSize() - 16.25) < 0.01;
            });
            assertThat(fx(() ->
                            window.window().chart().chart().plotView().font().getSize()))
                    .isEqualTo(12 * 1.25);
        }
        RecordFile.Loaded<Preferences> kept =
                PreferenceMemory.file(home.resolve("settings")).load(Preferences.DEFAULTS);
        assertThat(kept.problem()).isNull();
        assertThat(kept.value().palette()).isEqualTo(ChartPalette.COLOUR_BLIND);
        assertThat(kept.value().fontPercent()).isEqualTo(125);
        try (TestWindow window = new TestWindow(home)) {
            assertThat(fx(() -> window.window().light().get())).isTrue();
            act(window, "settings.show");
            fx(() -> window.here("preferences").lookup("#preferences-reset").fireEvent(new ActionEvent()));
            assertThat(fx(() -> window.workbench().preferred().now())).isEqualTo(Preferences.DEFAULTS);
            assertThat(fx(() -> window.window().light().get())).isFalse();
        }
    }

    private Path filled() {
        try {
            OpenWindow.fill(home);
            return home;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldHandAccountThreadsAndBarsToWhatRuns() {
        try (TestWindow window = new TestWindow(home).started()) {
            act(window, "settings.show");
            Preferred preferred = window.workbench().preferred();
            fx(() -> preferred.change(
                    now -> now.withAccount(new AccountPreferences("2500", "3", "0.1%", AccountMode.HEDGING, ""))));
            await("a run with the account", () -> {
                var result = window.workbench().result().get();
                return result != null && result.spec().account().mode() == AccountMode.HEDGING;
            });
            assertThat(fx(() -> window.workbench().result().get().spec().startingCash()))
                    .isEqualTo(2500L * 100_000_000L);
            assertThat(fx(() -> window.workbench().form().leverage().get())).isEqualTo("3");

            fx(() -> preferred.change(now -> now.withTimeframe("1h")));
            assertThat(fx(() -> preferred
                            .firstTimeframe(window.workbench().symbols().getFirst())
                            .toString()))
                    .isEqualTo("1h");
            fx(() -> preferred.change(
                    now -> now.withMachine(new MachinePreferences(Waiting.YIELDING, -1, -1, 32, 256))));
            await("less memory", () -> window.workspace().store().pageCache().limitBytes() == 32L << 20);
            fx(() -> window.<DialogPane>here("preferences")
                    .lookupButton(ButtonType.CLOSE)
                    .fireEvent(new ActionEvent()));
        }
    }

    @Test
    void shouldSayWhatDoesNotFitAndKeepWhatDid() {
        try (TestWindow window = new TestWindow(home)) {
            act(window, "settings.show");
            fx(() -> {
                TabPane tabs = (TabPane) window.<DialogPane>here("preferences").getContent();
                tabs.getSelectionModel().select(1);
                tabs.applyCss();
                tabs.layout();
            });
            type(window, "leverage", "2000");
            Label problem = window.node("problem-preference-leverage");
            assertThat(fx(problem::getText)).contains("2000").contains("1 to 1000");
            assertThat(fx(() -> window.workbench().preferred().now().account().leverage()))
                    .isEqualTo("1");
            type(window, "leverage", "20");
            assertThat(fx(problem::getText)).isEmpty();
            assertThat(fx(() -> window.workbench().form().leverage().get())).isEqualTo("20");
            type(window, "currency", "EUR");
            assertThat(fx(() -> window.workbench().form().portfolio().currency().get()))
                    .isEqualTo("EUR");
            type(window, "currency", "euro");
            assertThat(fx(() ->
                            window.<Label>here("problem-preference-currency").getText()))
                    .isEqualTo("'euro' is not usable: take capital letters, like USD or USDT");
            assertThat(fx(() -> window.workbench().preferred().now().account().currency()))
                    .isEqualTo("EUR");
        }
    }

    @Test
    void shouldMoveADamagedFileAsideAndSaySo() throws IOException {
        Files.createDirectories(home.resolve("settings"));
        Files.writeString(home.resolve("settings/preferences.json"), "{\"version\": 1, \"fontPercent\": 9000}");
        try (TestWindow window = new TestWindow(home)) {
            Label notice = window.node("notice");
            assertThat(fx(notice::getText)).contains("preferences.json is not understood");
            assertThat(home.resolve("settings/preferences.json.damaged")).exists();
        }
    }

    @Test
    void shouldTakeStrategiesFromTheFolderChosenHereAndOnTheCommandLine() throws IOException {
        Path other = Files.createDirectories(home.resolve("elsewhere"));
        try (TestWindow window = new TestWindow(home)) {
            fx(() -> window.workbench().preferred().useStrategies(other));
            await("the folder", () -> window.workspace().strategies().folder().equals(other.toAbsolutePath()));
            assertThat(window.workspace().home().strategies()).isEqualTo(other.toAbsolutePath());
            fx(() -> window.workbench().preferred().useStrategies(null));
            await(
                    "the usual folder",
                    () -> window.workspace()
                            .strategies()
                            .folder()
                            .equals(window.workspace().home().usualStrategies()));
        }
    }

    @Test
    void shouldReadTheGuideInTheWindow() {
        try (TestWindow window = new TestWindow(home)) {
            act(window, "help.guide");
            HelpPane help = window.node("help");
            assertThat(fx(help::shown)).isEqualTo("guide/window.md");
            fx(() -> help.show("guide/bars.md"));
            assertThat(fx(help::shown)).isEqualTo("guide/bars.md");
            Button back = window.node("help-back");
            fx(back::fire);
            assertThat(fx(help::shown)).isEqualTo("guide/window.md");
            TextField search = window.node("help-search");
            fx(() -> search.setText("renko"));
            ListView<GuidePages.Page> pages = window.node("help-pages");
            assertThat(fx(() -> List.copyOf(pages.getItems())))
                    .extracting(GuidePages.Page::title)
                    .contains("Bars")
                    .doesNotContain("Statistics");
            fx(() -> window.window().docks().open(DefaultLayout.SQL));
            act(window, "help.part");
            assertThat(fx(help::shown)).isEqualTo("guide/window.md");
        }
    }

    @Test
    void shouldLeadToEachOfTheseByKeys() {
        try (Monitor monitor = new Monitor(Target.DEFAULTS);
                TestWindow window = new TestWindow(home, monitor)) {
            assertPart(window, "Alt+Shift+4", DefaultLayout.TASKS);
            assertPart(window, "Alt+Shift+5", DefaultLayout.LOG);
            assertPart(window, "Alt+Shift+6", DefaultLayout.PERFORMANCE);
            assertPart(window, "Alt+Shift+7", DefaultLayout.HELP);
        }
    }

    private static void assertPart(TestWindow window, String keys, String part) {
        Runnable leads = fx(() -> window.stage().getScene().getAccelerators().get(KeyCombination.valueOf(keys)));
        assertThat(leads).as(keys).isNotNull();
        fx(leads);
        assertThat(fx(() -> window.window().docks().active().get())).isEqualTo(part);
    }

    @Test
    void shouldTellVersionsAndLicences() {
        try (TestWindow window = new TestWindow(home)) {
            act(window, "help.about");
            await("the dialog", () -> window.isOpen("about-components"));
            TextField search = window.node("about-search");
            fx(() -> search.setText("duckdb"));
            TableView<Component> table = window.node("about-components");
            assertThat(fx(() -> List.copyOf(table.getItems())))
                    .singleElement()
                    .extracting(Component::licences)
                    .isEqualTo("MIT");
            Button copy = window.node("about-copy");
            fx(copy::fire);
            assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).contains("org.duckdb:duckdb_jdbc");
            fx(() -> window.<DialogPane>here("about")
                    .lookupButton(ButtonType.CLOSE)
                    .fireEvent(new ActionEvent()));
        }
    }

    @Test
    void shouldLeadThroughTheWindowWithoutStandingInTheWay() {
        try (TestWindow window = new TestWindow(home)) {
            fx(() -> {
                window.window().tour().offer();
                window.workbench().start();
            });
            await("the tour", () -> window.isOpen("tour"));
            Label title = window.node("tour-title");
            assertThat(fx(title::getText)).isEqualTo("Instruments");
            fx(() -> window.workbench().form().leverage().set("2"));
            assertThat(fx(() -> window.window().tour().running().get())).isTrue();
            act(window, "help.next");
            assertThat(fx(title::getText)).isEqualTo("The chart");
            Button back = window.node("tour-back");
            fx(back::fire);
            assertThat(fx(title::getText)).isEqualTo("Instruments");
            Button end = window.node("tour-end");
            fx(end::fire);
            assertThat(fx(() -> window.window().tour().running().get())).isFalse();
            assertThat(fx(() -> window.workbench().preferred().now().tour())).isFalse();

            act(window, "help.tour");
            Button next = window.node("tour-next");
            for (int i = 0; i < 6; i++) {
                fx(next::fire);
            }
            assertThat(fx(() -> window.window().tour().running().get())).isFalse();
        }
    }

    @Test
    void shouldOfferTheFilesUsedLastInTheNextSessionToo() throws IOException {
        Path file = Files.writeString(home.resolve("a.csv"), "time,bid,ask\n");
        try (TestWindow window = new TestWindow(home)) {
            fx(() -> window.window().recent().used(Kind.IMPORT, "/gone/b.csv"));
            fx(() -> window.window().recent().used(Kind.IMPORT, file.toString()));
            fx(() -> window.window().editSource("ema-cross"));
            fx(() -> window.window().recent().used(Kind.IMPORT, file.toString()));
            await("them read", () -> window.window().recent().files().size() == 3);
        }
        try (TestWindow window = new TestWindow(home)) {
            Recent recent = window.window().recent();
            await("them read again", () -> recent.files().size() == 3);
            assertThat(fx(() -> recent.items().stream().map(MenuItem::getText).toList()))
                    .startsWith("Import: " + file, "Strategy: ema-cross", "Import: /gone/b.csv");
            fx(() -> recent.items().get(2).fire());
            assertThat(fx(() -> window.workbench().tasks().message().get())).contains("/gone/b.csv is not there");
            fx(() -> recent.items().getLast().fire());
            assertThat(fx(recent::files)).isEmpty();
        }
    }

    @Test
    void shouldKeepWhichProfilesAChartShows() {
        filled();
        try (OpenWindow open = new OpenWindow(home)) {
            fx(() -> open.window().chart().extras().flow().profile().set(true));
        }
        try (OpenWindow open = new OpenWindow(home)) {
            await("the profile", () -> open.window().chart().extras().profiles().equals(List.of("profile")));
        }
    }
}
