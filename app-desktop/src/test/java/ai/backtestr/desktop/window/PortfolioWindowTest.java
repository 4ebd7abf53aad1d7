package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.chart.TradeMarkers;
import ai.backtestr.desktop.commandline.CommandLineApp;
import ai.backtestr.desktop.commandline.Interruption;
import ai.backtestr.desktop.commandline.Terminal;
import ai.backtestr.desktop.settings.StrategySettings;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.Portfolio;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.table.TradesTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
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

/// Several instruments in one account in the real window, without a display: one session, told in order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PortfolioWindowTest {
    private @Nullable TestWindow opened;

    @BeforeAll
    void openWindow(@TempDir Path home) {
        generate(home, "EURUSD", 1, "1.1");
        generate(home, "GBPUSD", 2, "1.3");
        generate(home, "USDJPY", 3, "110");
        opened = new TestWindow(home);
        fx(() -> workbench().start());
        await("what is stored", () -> workbench().symbol().get() != null);
    }

    private static void generate(Path home, String symbol, int seed, String price) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = new CommandLineApp(Map.of("BACKTESTR_HOME", home.toString()), Clock.systemUTC(), null)
                .run(
                        Terminal.of(out, out, false),
                        new Interruption(),
                        "generate",
                        symbol,
                        "--ticks",
                        "60000",
                        "--seed",
                        Integer.toString(seed),
                        "--price",
                        price);
        assertThat(exit).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }

    @AfterAll
    void closeWindow() {
        window().close();
    }

    @Test
    @Order(1)
    void shouldAskAtTheFieldForTheOtherInstrument() {
        fx(() -> {
            workbench().form().choose("pairs-reversion");
            workbench().settle();
        });
        assertThat(problem("also")).contains("trades 2 instruments together; name the other one here");
        assertThat(message()).contains("name the other one here");

        type("also", "SYN.NOTHING");
        assertThat(problem("also")).startsWith("no ticks of SYN.NOTHING are stored");
        type("also", "SYN.EURUSD");
        assertThat(problem("also")).startsWith("SYN.EURUSD is the instrument of the chart already");
        type("currency", "dollars");
        type("also", "SYN.GBPUSD");
        assertThat(problem("also")).isEmpty();
        assertThat(problem("currency")).contains("'dollars'");
        type("currency", "");
    }

    @Test
    @Order(2)
    void shouldRunOnBothAndShowEachInTablesAndFigures() {
        fx(() -> {
            StrategyForm form = workbench().form();
            Map.of("timeframe", "1m", "quantity", "5000", "period", "30")
                    .forEach((name, value) ->
                            form.text(form.strategy().get(), name).set(value));
        });
        type("leverage", "20");
        await("a run on both", () -> portfolio() != null && !result().trades().isEmpty());

        BacktestResult result = result();
        assertThat(symbols(result)).containsExactly("SYN.EURUSD", "SYN.GBPUSD");
        assertThat(fx(() -> window().<Label>here("result-of").getText()))
                .isEqualTo("pairs-reversion on SYN.EURUSD (synthetic), SYN.GBPUSD (synthetic)");
        assertThat(fx(() -> workbench().mainOfRun()).instrument().symbol()).isEqualTo("SYN.EURUSD");

        TradesTable trades = window().node("trades");
        TableColumn<?, ?> symbol = column(trades, "Symbol");
        assertThat(symbol.isVisible()).isTrue();
        fx(() -> trades.getSelectionModel().select(0));
        assertThat(fx(trades::selectionAsText))
                .contains("\t"
                        + result.instrumentOf(result.trades().getFirst().ticket())
                                .symbol() + "\t");

        int places =
                TradeMarkers.places(result, "SYN.EURUSD").length + TradeMarkers.places(result, "SYN.GBPUSD").length;
        assertThat(places).isEqualTo(result.trades().size());
    }

    @Test
    @Order(3)
    void shouldShowTheFiguresOfEachAndOfAll() {
        StatisticsPane pane = fx(() -> {
            StatisticsPane made = new StatisticsPane();
            made.show(workbench().result().get());
            return made;
        });
        ComboBox<String> of = fx(() -> child(pane, "statistics-of"));
        assertThat(fx(() -> List.copyOf(of.getItems()))).containsExactly("All instruments", "SYN.EURUSD", "SYN.GBPUSD");
        Portfolio portfolio = Objects.requireNonNull(portfolio());
        String all = fx(() -> figure(pane, "Trades"));
        fx(() -> {
            of.setValue("SYN.GBPUSD");
            of.fireEvent(new ActionEvent());
        });
        String one = fx(() -> figure(pane, "Trades"));
        assertThat(all).isEqualTo(Integer.toString(result().trades().size()));
        assertThat(one).isEqualTo(Integer.toString(TradeMarkers.places(result(), "SYN.GBPUSD").length));
        assertThat(portfolio.instruments()).hasSize(2);
    }

    @Test
    @Order(4)
    void shouldKeepTheResultAndTheMainInstrumentOnAChartOfTheOther() {
        BacktestResult before = result();
        fx(() -> workbench().charts().active().get().open(stored("SYN.GBPUSD")));
        await(
                "the other chart",
                () -> "SYN.GBPUSD"
                        .equals(Objects.requireNonNull(workbench().symbol().get())
                                .instrument()
                                .symbol()));

        assertThat(fx(() -> workbench().result().get())).isSameAs(before);
        int place = TradeMarkers.places(before, "SYN.GBPUSD")[0];
        PriceChart chart = window().node("chart");
        await("its trades on the chart", () -> {
            workbench().selectedTrade().set(-1);
            workbench().selectedTrade().set(place);
            return chart.selectedTrade() == 0;
        });
        fx(() -> workbench().selectedTrade().set(TradeMarkers.places(before, "SYN.EURUSD")[0]));
        assertThat(fx(chart::selectedTrade)).isEqualTo(-1);

        Slider period = window().node("slider-period");
        fx(() -> period.setValue(period.getValue() + 4));
        fx(() -> workbench().settle());
        await("a run by the slider", () -> !result().resultHash().equals(before.resultHash()));
        assertThat(symbols(result())).containsExactly("SYN.EURUSD", "SYN.GBPUSD");
        assertThat(result().resultHash()).isNotEqualTo(before.resultHash());
    }

    @Test
    @Order(5)
    void shouldAskForARateAtTheFieldAndConvertAtOneThatIsStated() {
        type("also", "SYN.GBPUSD");
        type("currency", "CHF");
        assertThat(problem("rates"))
                .contains("SYN.EURUSD is priced in USD and the account is in CHF")
                .endsWith("or state it here, as CHFUSD=…");
        BacktestResult before = result();
        type("rates", "CHFUSD=1.1");
        await("a run in francs", () -> !result().resultHash().equals(before.resultHash()));
        assertThat(problem("rates")).isEmpty();
        assertThat(result().currency()).isEqualTo("CHF");
        type("rates", "");
        type("cash", "2000000");
        type("currency", "JPY");
        await("a run in yen at stored rates", () -> "JPY".equals(result().currency()));
        assertThat(Objects.requireNonNull(portfolio()).rates().stream()
                        .map(rate -> rate.instrument().symbol())
                        .toList())
                .containsExactly("SYN.USDJPY");
    }

    @Test
    @Order(6)
    void shouldReportExplainKeepAndOpenAgain() throws IOException {
        BacktestResult before = result();
        AtomicReference<Path> page = new AtomicReference<>();
        AtomicReference<String> explained = new AtomicReference<>("");
        fx(() -> workbench().shown().report(page::set));
        await("a report", () -> page.get() != null);
        assertThat(Files.readString(page.get())).contains("By instrument", "SYN.GBPUSD");
        fx(() -> workbench().shown().explain(TradeMarkers.places(before, "SYN.GBPUSD")[0], explained::set));
        await("an explanation", () -> !explained.get().isEmpty());
        assertThat(explained.get()).contains("the same price, time and slippage");

        fx(() -> workbench().pinned().set(before)); // which keeps it
        AtomicReference<List<StoredRun>> kept = new AtomicReference<>(List.of());
        await("the run kept", () -> {
            kept.set(window().workspace().store().runs().list(null, null));
            return !kept.get().isEmpty();
        });
        type("currency", "");
        type("also", "");
        fx(() -> workbench().form().choose("ema-cross"));
        fx(() -> workbench().settle());
        await("a run on one", () -> here() != null && portfolio() == null);
        fx(() -> workbench().open(kept.get().getFirst()));
        await("the kept run", () -> portfolio() != null);
        assertThat(result().resultHash()).isEqualTo(before.resultHash());
        assertThat(fx(() -> workbench().form().portfolio().also().get())).isEqualTo("SYN.GBPUSD");
        assertThat(fx(() -> workbench().form().portfolio().currency().get())).isEqualTo("JPY");
    }

    @Test
    @Order(7)
    void shouldChooseInstrumentsFromAListAndRememberThem() {
        MenuButton choose = window().node("choose-also");
        fx(choose::show);
        assertThat(fx(() ->
                        choose.getItems().stream().map(item -> item.getText()).toList()))
                .contains("SYN.GBPUSD", "SYN.USDJPY");
        fx(() -> choose.getItems().stream()
                .filter(item -> "SYN.GBPUSD".equals(item.getText()))
                .forEach(item -> item.fire()));
        assertThat(fx(() -> workbench().form().portfolio().also().get())).isEmpty();
        fx(choose::hide);
        type("also", "SYN.USDJPY");
        StrategySettings typed = fx(() -> workbench().form().typed());
        assertThat(Objects.requireNonNull(typed.portfolio()).also()).isEqualTo("SYN.USDJPY");
    }

    @Test
    @Order(8)
    void shouldRefuseAReplayInOneLine() {
        fx(() -> workbench().startReplay("2014-01-01"));
        assertThat(message()).startsWith("A replay plays one instrument in its own currency; clear 'Trade also'");
    }

    private TestWindow window() {
        return Objects.requireNonNull(opened);
    }

    private Workbench workbench() {
        return window().workbench();
    }

    private BacktestResult result() {
        return Objects.requireNonNull(here());
    }

    private @Nullable BacktestResult here() {
        return Platform.isFxApplicationThread()
                ? workbench().result().get()
                : fx(() -> workbench().result().get());
    }

    private @Nullable Portfolio portfolio() {
        BacktestResult result = here();
        return result == null ? null : result.portfolio();
    }

    private static List<String> symbols(BacktestResult result) {
        return Objects.requireNonNull(result.portfolio()).instruments().stream()
                .map(traded -> traded.instrument().symbol())
                .toList();
    }

    private StoredData stored(String symbol) {
        return workbench().symbols().stream()
                .filter(data -> data.instrument().symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private TextField text(String field) {
        return window().here("field-" + field);
    }

    private void type(String field, String text) {
        fx(() -> {
            text(field).setText(text);
            workbench().settle();
        });
    }

    private String problem(String field) {
        return fx(() -> window().<Label>here("problem-field-" + field).getText());
    }

    private String message() {
        return fx(() -> window().<Label>here("message").getText());
    }

    private static TableColumn<?, ?> column(TableView<?> table, String title) {
        return fx(() -> table.getColumns().stream()
                .filter(one -> title.equals(one.getText()))
                .findFirst()
                .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> child(StatisticsPane pane, String id) {
        return (ComboBox<String>) pane.getContent().lookup("#" + id);
    }

    /// Returns what is said of the figure of that title.
    private static String figure(StatisticsPane pane, String title) {
        return pane.getContent().lookupAll(".figure").stream()
                .map(line -> (GridPane) line)
                .filter(line ->
                        ((Label) line.getChildren().getFirst()).getText().equals(title))
                .map(line -> ((Label) line.getChildren().get(1)).getText())
                .findFirst()
                .orElseThrow();
    }
}
