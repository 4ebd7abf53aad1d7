package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.fixture.Nodes;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.settings.SettingsFile;
import ai.backtestr.desktop.settings.WindowPlace;
import ai.backtestr.desktop.settings.WindowSettings;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.render.chart.ChartPicture;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.table.TradesTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
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

/// Drives the real window, without a display: one session, as a user has it, told in order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WorkbenchWindowTest {
    private static final long WAIT_MS = 60_000;

    /// How wide the chart is on screen decides where exactly its bars begin, in the stored picture too.
    private static final WindowSettings COLUMNS_AS_IN_THE_PICTURE = new WindowSettings(
            WindowSettings.VERSION,
            WindowSettings.Theme.DARK,
            null,
            false,
            List.of(0.14, 0.84),
            0.68,
            null,
            null,
            null,
            true,
            null,
            null);

    private final ExecutorService background = Executors.newCachedThreadPool();
    private @Nullable Session session;

    private record Session(Workspace workspace, Workbench workbench, Stage stage) {}

    @BeforeAll
    void openWindow(@TempDir Path home) {
        Workspace workspace = Workspace.open(new HomeFolder(home));
        session = FxThread.call(() -> {
            Workbench workbench = new Workbench(workspace, new Tasks(background, Platform::runLater), new FxPause(150));
            Stage stage = new Stage();
            SettingsFile file = new SettingsFile(workspace.home().settings());
            SettingsFile.Loaded left = new SettingsFile.Loaded(COLUMNS_AS_IN_THE_PICTURE, null);
            WindowMemory memory = new WindowMemory(file, left, background, Platform::runLater, new FxPause(50));
            new WorkbenchWindow(workbench, stage, memory).show();
            stage.setWidth(1000);
            stage.setHeight(800);
            workbench.start();
            return new Session(workspace, workbench, stage);
        });
    }

    @AfterAll
    void closeWindow() throws InterruptedException {
        FxThread.call(() -> {
            session().stage.close();
            return true;
        });
        background.shutdown();
        assertThat(background.awaitTermination(WAIT_MS, TimeUnit.MILLISECONDS)).isTrue();
        session().workspace.close();
    }

    @Test
    @Order(1)
    void shouldLoadTheSampleAndRunABacktestAtTheStart() {
        await("a result", () -> workbench().result().get() != null);
        BacktestResult result = result();
        assertThat(result.ticks()).isEqualTo(100_000);
        assertThat(result.trades()).isNotEmpty();
        assertThat(fx(() -> this.<ListView<StoredData>>node("instrument-list")
                        .getItems()
                        .size()))
                .isEqualTo(1);
        assertThat(fx(() -> trades().getItems().size()))
                .isEqualTo(result.trades().size());
        assertThat(fx(() -> this.<Label>node("figure-trades").getText()))
                .isEqualTo(Integer.toString(result.trades().size()));
        assertThat(fx(() -> this.<Label>node("message").getText())).contains("100,000 ticks");
    }

    @Test
    @Order(2)
    void shouldShowTheChartAsItIsStored() throws IOException {
        await("the chart", () -> workbench().tickHistory().get() != null && chart().isComplete());
        this.<Button>click("fit"); // to the width it has now
        await("all of it", () -> chart().isComplete());
        Image picture = fx(() -> ChartPicture.render(chart(), (int) chart().getWidth(), (int) chart().getHeight()));
        assertThat(StoredPicture.difference(picture, "sample-chart")).isLessThan(0.005);
    }

    @Test
    @Order(3)
    void shouldZoomAtTheCursorWithTheWheel() {
        int before = fx(this::visibleBars);
        fx(() -> {
            wheel(40);
            return true;
        });
        assertThat(fx(this::visibleBars)).isLessThan(before);
        fx(() -> {
            wheel(-40);
            return true;
        });
        assertThat(fx(this::visibleBars)).isBetween(before - 1, before + 1);
        this.<Button>click("fit");
        assertThat(fx(this::visibleBars))
                .isEqualTo(history().axis(workbench().timeframe().get()).count());
    }

    @Test
    @Order(4)
    void shouldShowOnTheChartTheTradeSelectedInTheTable() {
        fx(() -> {
            trades().getSelectionModel().select(3);
            return true;
        });
        assertThat(fx(() -> chart().selectedTrade())).isEqualTo(3);
        press(KeyCode.DOWN);
        assertThat(fx(() -> chart().selectedTrade())).isEqualTo(4);
        assertThat(fx(() -> trades().selectedTrade())).isEqualTo(4);
        press(KeyCode.UP);
        press(KeyCode.UP);
        assertThat(fx(() -> trades().selectedTrade())).isEqualTo(2);
    }

    @Test
    @Order(5)
    void shouldKeepTheTimeOnScreenWhenTheTimeframeChanges() {
        fx(() -> {
            chart().navigation().showRange(50, 100);
            return true;
        });
        long before = fx(this::firstTimeOnScreen);
        long oneBarNs = fx(() -> workbench().timeframe().get().lengthNs());
        this.<ToggleButton>click("timeframe-5m");
        assertThat(Math.abs(fx(this::firstTimeOnScreen) - before)).isLessThanOrEqualTo(oneBarNs);
        enterTimeframe("500t");
        await("bars of 500 ticks", () -> shows("500t"));
        enterTimeframe("5x");
        assertThat(fx(() -> this.<Label>node("message").getText())).contains("'5x' is not a timeframe");
        enterTimeframe("ha:1h");
        await("Heikin-Ashi", () -> shows("ha:1h"));
        this.<ToggleButton>click("timeframe-5m");
        await("5m bars", () -> shows("5m"));
        assertThat(fx(() -> this.<TextField>node("timeframe-typed").getText())).isEmpty();
    }

    private void enterTimeframe(String text) {
        fx(() -> {
            TextField field = node("timeframe-typed");
            field.setText(text);
            field.fireEvent(new ActionEvent());
            return true;
        });
    }

    @Test
    @Order(6)
    void shouldRunAgainWithTheParametersTyped() {
        BacktestResult before = result();
        type("field-fast", "5");
        this.<Button>click("run");
        await("another result", () -> !resultHash().equals(before.resultHash()));
        assertThat(result().spec().parameters().texts()).containsEntry("fast", "5");
    }

    @Test
    @Order(7)
    void shouldRunAgainWhenASliderMovesAndCompareWithThePinnedRun() {
        BacktestResult before = result();
        this.<ToggleButton>click("pin");
        fx(() -> {
            this.<Slider>node("slider-slow").setValue(31.2);
            return true;
        });
        assertThat(fx(() -> this.<TextField>node("field-slow").getText())).isEqualTo("31");
        await("another result", () -> !resultHash().equals(before.resultHash()));
        assertThat(result().spec().parameters().texts()).containsEntry("slow", "31");
        assertThat(fx(() -> this.<Label>node("pinned-trades").getText()))
                .startsWith("vs " + before.trades().size() + " (");
        assertThat(fx(() -> trades().getItems().size()))
                .isEqualTo(result().trades().size());
        this.<ToggleButton>click("pin");
        assertThat(fx(() -> session().stage.getScene().lookup("#pinned-trades") == null))
                .isTrue();
    }

    @Test
    @Order(8)
    void shouldRunAgainAfterTypingAndSayAtTheFieldWhatDoesNotFit() {
        BacktestResult before = result();
        type("field-cash", "lots");
        await(
                "the problem",
                () -> !this.<Label>node("problem-field-cash").getText().isEmpty());
        assertThat(fx(() -> this.<Label>node("problem-field-cash").getText())).isEqualTo("'lots' is not a number");
        assertThat(fx(() -> this.<TextField>node("field-cash").getAccessibleHelp()))
                .startsWith("'lots' is not a number");
        assertThat(result()).isSameAs(before);
        type("field-cash", "20000");
        await("another result", () -> !resultHash().equals(before.resultHash()));
        assertThat(fx(() -> this.<Label>node("problem-field-cash").isVisible())).isFalse();
        type("field-cash", "10000");
        type("field-slow", "26");
        await("the result before", () -> {
            BacktestSpec shown =
                    Objects.requireNonNull(workbench().result().get()).spec();
            return shown.startingCash() == before.spec().startingCash()
                    && shown.parameters().wholeNumber("slow") == 26;
        });
    }

    @Test
    @Order(9)
    void shouldSayWhatIsWrongWithAParameter() {
        BacktestResult before = result();
        type("field-fast", "99");
        this.<Button>click("run");
        assertThat(fx(() -> this.<Label>node("message").getText()))
                .isEqualTo("parameter fast: 99 is not below slow, 26");
        assertThat(fx(() -> workbench().tasks().failed().get())).isTrue();
        assertThat(result()).isSameAs(before);
        type("field-fast", "12");
    }

    @Test
    @Order(10)
    void shouldImportAFileAndShowIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("eurusd.csv"), """
            time,bid,ask
            2014-05-01T12:00:00Z,1.38720,1.38729
            2014-05-01T12:00:01Z,1.38721,oops
            2014-05-01T12:05:00Z,1.38722,1.38731
            """);
        fx(() -> {
            workbench().imports().begin(FilesToImport.ofTicks(file, SymbolSuggestion.of(file)));
            return true;
        });
        await("the new symbol", () -> shownSymbol().equals("EURUSD"));
        await("the message", () -> workbench().tasks().message().get().startsWith("eurusd.csv"));
        assertThat(fx(() -> workbench().tasks().message().get()))
                .contains("2 of 3 rows")
                .contains("line 3")
                .contains("oops");
        assertThat(fx(() -> workbench().result().get() == null)).isTrue();
    }

    @Test
    @Order(11)
    void shouldTellOfAFileThatCannotBeImported(@TempDir Path folder) {
        fx(() -> {
            workbench().imports().begin(FilesToImport.ofTicks(folder.resolve("missing.csv"), "NOTHING"));
            return true;
        });
        await("the error", () -> workbench().tasks().failed().get());
        assertThat(fx(() -> this.<Label>node("message").getText())).contains("missing.csv");
        assertThat(fx(this::shownSymbol)).isEqualTo("EURUSD");
    }

    @Test
    @Order(12)
    void shouldChangeTheThemeOfWindowAndChart() {
        this.<ToggleButton>click("theme");
        Image light = fx(() -> ChartPicture.render(chart(), 200, 100));
        this.<ToggleButton>click("theme");
        Image dark = fx(() -> ChartPicture.render(chart(), 200, 100));
        assertThat(light.getPixelReader().getColor(1, 1).getBrightness()).isGreaterThan(0.9);
        assertThat(dark.getPixelReader().getColor(1, 1).getBrightness()).isLessThan(0.2);
    }

    @Test
    @Order(13)
    void shouldKeepOnFileHowTheWindowWasLeft() {
        SettingsFile file = new SettingsFile(session().workspace.home().settings());
        await("the settings", () -> "EURUSD".equals(file.load().settings().symbol()));
        this.<ToggleButton>click("theme");
        await("the theme", () -> file.load().settings().theme() == WindowSettings.Theme.LIGHT);
        WindowSettings left = file.load().settings();
        assertThat(Objects.requireNonNull(left.strategy()).parameters()).containsEntry("slow", "26");
        assertThat(Objects.requireNonNull(left.place()).width()).isEqualTo(1000);
        this.<ToggleButton>click("theme");
    }

    @Test
    @Order(14)
    void shouldNotPutTheWindowWhereNoScreenIs() {
        WindowPlace screen = new WindowPlace(0, 0, 1920, 1080);
        assertThat(WindowFrame.fitting(new WindowPlace(2500, 100, 800, 600), List.of(screen)))
                .isEmpty();
        assertThat(WindowFrame.fitting(new WindowPlace(100, 50, 4000, 3000), List.of(screen)))
                .contains(new WindowPlace(100, 50, 1920, 1080));
    }

    @Test
    @Order(15)
    void shouldRunAStrategyOfTheUsersOwnAgainWheneverItIsSaved() throws IOException {
        fx(() -> {
            workbench()
                    .symbol()
                    .set(workbench().symbols().stream()
                            .filter(stored -> !stored.instrument().symbol().equals("EURUSD"))
                            .findFirst()
                            .orElseThrow());
            workbench().newStrategy("my-cross");
            return true;
        });
        await("a run of the template", () -> shownStrategy().equals("my-cross"));
        BacktestResult first = result();
        Path file = session().workspace.strategies().folder().resolve("MyCross.java");
        assertThat(fx(() -> this.<Label>node("strategy-file").getText())).isEqualTo(file.toString());
        type("field-period", "30");
        await("the other period", () -> !resultHash().equals(first.resultHash()));
        String source = Files.readString(file);

        Files.writeString(file, source.replace("return", "retrun"));
        await(
                "the error",
                () -> this.<Label>node("problem-strategy-choice").getText().startsWith("MyCross.java:"));
        assertThat(result().spec().parameters().wholeNumber("period")).isEqualTo(30);

        Files.writeString(file, source + "// changed\n");
        await(
                "a run of the changed source",
                () -> !digestShown().isEmpty()
                        && !digestShown().equals(first.spec().strategy().sourceDigest()));
        assertThat(result().spec().parameters().wholeNumber("period")).isEqualTo(30);
        assertThat(fx(() -> this.<Label>node("problem-strategy-choice").getText()))
                .isEmpty();
    }

    @Test
    @Order(16)
    void shouldFindTagOpenCompareDeleteAndBringBackKeptRuns() {
        KeptRuns kept = workbench().kept();
        this.<ToggleButton>click("pin"); // keeps it
        String hash = resultHash();
        await(
                "it is kept",
                () -> session().workspace.store().runs().list(null, null).stream()
                        .anyMatch(run -> run.run().resultHash().equals(hash)));
        fx(() -> {
            kept.reload();
            return true;
        });
        await("the list", () -> !kept.found().isEmpty());
        StoredRun own = fx(() -> kept.found().stream()
                .filter(run -> run.run().resultHash().equals(hash))
                .findFirst()
                .orElseThrow());
        StoredRun other = fx(() -> kept.found().stream()
                .filter(run -> run.run().strategy().equals("ema-cross"))
                .findFirst()
                .orElseThrow());
        fx(() -> {
            kept.tag(own, "good, idea");
            kept.search().set("period=30 GOOD");
            return true;
        });
        await("the tagged run", () -> kept.found().size() == 1);
        assertThat(fx(() -> kept.found().getFirst().tags())).containsExactly("good", "idea");
        assertThat(KeptRuns.compare(own, other).differences())
                .anyMatch(row -> row.name().equals("strategy") && "ema-cross".equals(row.right()));
        fx(() -> {
            workbench().open(other);
            return true;
        });
        await("the other run", () -> resultHash().equals(other.run().resultHash()));
        assertThat(fx(() -> workbench().tasks().message().get())).contains("the same result to the last fill");
        assertThat(fx(() -> workbench().form().typed().parameters()))
                .isEqualTo(other.run().parameters());
        fx(() -> {
            kept.remove(List.of(kept.found().getFirst()));
            return true;
        });
        await("nothing found", () -> kept.found().isEmpty());
        fx(() -> {
            kept.undo();
            return true;
        });
        await("it is back", () -> kept.found().size() == 1);
        assertThat(fx(() -> kept.found().getFirst().tags())).containsExactly("good", "idea");
    }

    private String shownStrategy() {
        BacktestResult shown = workbench().result().get();
        return shown == null ? "" : shown.spec().strategy().name();
    }

    private String digestShown() {
        BacktestResult shown = workbench().result().get();
        return shown == null ? "" : shown.spec().strategy().sourceDigest();
    }

    private Session session() {
        return Objects.requireNonNull(session);
    }

    private Workbench workbench() {
        return session().workbench;
    }

    private BacktestResult result() {
        return fx(() -> Objects.requireNonNull(workbench().result().get()));
    }

    private String resultHash() {
        BacktestResult shown = workbench().result().get();
        return shown == null ? "" : shown.resultHash();
    }

    private String shownSymbol() {
        StoredData shown = workbench().symbol().get();
        return shown == null ? "" : shown.instrument().symbol();
    }

    private StoredHistory history() {
        return Objects.requireNonNull(workbench().tickHistory().get());
    }

    /// Whether bars of that timeframe are on the chart, made in memory or read from the history.
    private boolean shows(String timeframe) {
        BarSeries bars = workbench().bars().get();
        return bars == null
                ? workbench().tickHistory().get() != null
                        && workbench().timeframe().get().toString().equals(timeframe)
                : bars.timeframe().toString().equals(timeframe);
    }

    private int visibleBars() {
        return chart().navigation().visibleBars().to()
                - chart().navigation().visibleBars().from();
    }

    private long firstTimeOnScreen() {
        return Objects.requireNonNull(chart().navigation().timesOnScreen()).fromNs();
    }

    private PriceChart chart() {
        return node("chart");
    }

    private TradesTable trades() {
        return node("trades");
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <N extends Node> N node(String id) {
        return Nodes.node(session().stage.getScene().getRoot(), id);
    }

    private <B extends ButtonBase> void click(String id) {
        fx(() -> {
            this.<B>node(id).fire();
            return true;
        });
    }

    private void type(String id, String text) {
        fx(() -> {
            this.<TextField>node(id).setText(text);
            return true;
        });
    }

    private void press(KeyCode code) {
        fx(() -> {
            KeyEvent event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, true, false);
            session().stage.getScene().getAccelerators().forEach((keys, action) -> {
                if (keys.match(event)) {
                    action.run();
                }
            });
            return true;
        });
    }

    private void wheel(double delta) {
        PriceChart chart = chart();
        double x = chart.getWidth() / 2;
        double y = chart.getHeight() / 2;
        Event.fireEvent(
                chart,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        y,
                        x,
                        y,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(chart, x, y)));
    }

    @Test
    @Order(0)
    void shouldSuggestASymbolFromTheFilesName() {
        assertThat(SymbolSuggestion.of(Path.of("/data/eurusd-ticks.csv"))).isEqualTo("EURUSD");
        assertThat(SymbolSuggestion.of(Path.of("BTC_JPY_trades.csv"))).isEqualTo("BTC");
    }
}
