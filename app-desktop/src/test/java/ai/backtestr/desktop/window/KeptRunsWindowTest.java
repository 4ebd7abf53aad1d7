package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.fixture.Nodes;
import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.engine.instrument.ContractTerms;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is done with kept runs in their list: run again, exported, tagged, deleted and brought back.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class KeptRunsWindowTest {
    @TempDir
    private Path home;

    private OpenWindow open;

    @BeforeEach
    void openTheList() throws IOException {
        OpenWindow.fill(home);
        open = new OpenWindow(home);
        keep("5");
        keep("7");
        fx(() -> open.window().actions().get("kept.show").perform());
        await("the list", () -> Nodes.find("runs-table") != null && shown().equals(List.of(2, 1)));
    }

    @AfterEach
    void close() {
        fx(() -> Nodes.<DialogPane>node("runs-dialog")
                .lookupButton(ButtonType.CLOSE)
                .fireEvent(new ActionEvent()));
        open.close();
    }

    private void keep(String fast) {
        BacktestSpec spec = BacktestSpec.of(BuiltInStrategies.named("ema-cross"), Map.of("fast", fast));
        BacktestRequest request = new BacktestRequest("EURUSD", TimeRange.ALL, spec);
        new RunHistory(open.workspace())
                .keep(request, open.workspace().backtest(request).run(), Instant.EPOCH, List.of(), "");
    }

    private static TableView<StoredRun> table() {
        return Nodes.node("runs-table");
    }

    private static List<Integer> shown() {
        return table().getItems().stream().map(StoredRun::id).toList();
    }

    private static void select(int... ids) {
        fx(() -> {
            table().getSelectionModel().clearSelection();
            for (int id : ids) {
                table().getSelectionModel().select(shown().indexOf(id));
            }
        });
    }

    private static void fire(String id) {
        fx(() -> Nodes.<Button>node(id).fire());
    }

    private static String headline() {
        return Nodes.<Label>node("runs-headline").getText();
    }

    private String told() {
        return fx(() -> open.workbench().tasks().message().get());
    }

    private StoredRun kept(int id) {
        return open.workspace().store().runs().find(id).orElseThrow();
    }

    @Test
    void shouldTagTheRunSelectedByButtonAndByEnter() {
        assertThat(fx(() -> Nodes.<Button>node("runs-tag").isDisabled())).isTrue();
        select(1);
        fx(() -> Nodes.<TextField>node("runs-tags").setText(" good, idea good"));
        fire("runs-tag");
        await("the tags", () -> shownTags(1).equals(List.of("good", "idea")));
        assertThat(kept(2).tags()).isEmpty();

        select(2);
        assertThat(fx(() -> Nodes.<TextField>node("runs-tags").getText())).isEmpty();
        select(1);
        assertThat(fx(() -> Nodes.<TextField>node("runs-tags").getText())).isEqualTo("good idea");
        fx(() -> Nodes.<TextField>node("runs-tags").setText("bad"));
        fx(() -> Nodes.<TextField>node("runs-tags").fireEvent(new ActionEvent()));
        await("the other tag", () -> shownTags(1).equals(List.of("bad")));
        select(1, 2);
        assertThat(fx(() -> Nodes.<Button>node("runs-tag").isDisabled())).isTrue();
    }

    private static List<String> shownTags(int id) {
        return table().getItems().stream()
                .filter(run -> run.id() == id)
                .findFirst()
                .orElseThrow()
                .tags();
    }

    @Test
    void shouldDeleteTheRunsSelectedAndBringThemBackOneDeletionAfterTheOther() {
        open.workspace().store().runs().describe(1, List.of("good"), "keep me");
        keep("9");
        await("the third", () -> shown().equals(List.of(3, 2, 1)));
        assertThat(fx(() -> Nodes.<Button>node("runs-undo").isDisabled())).isTrue();
        select(1, 3);
        fire("runs-delete");
        await("one is left", () -> shown().equals(List.of(2)));
        select(2);
        fire("runs-delete");
        await("none is left", () -> shown().isEmpty());
        assertThat(open.workspace().store().runs().list(null, null)).isEmpty();

        fire("runs-undo");
        await("the last one deleted", () -> shown().equals(List.of(2)));
        fire("runs-undo");
        await("all of them", () -> shown().equals(List.of(3, 2, 1)));
        assertThat(kept(1).tags()).containsExactly("good");
        assertThat(kept(1).note()).isEqualTo("keep me");
        assertThat(fx(() -> Nodes.<Button>node("runs-undo").isDisabled())).isTrue();
    }

    @Test
    void shouldRunAgainAndTellThatTheResultIsTheSame() {
        assertThat(fx(() -> Nodes.<Button>node("runs-again").isDisabled())).isTrue();
        select(1, 2);
        fire("runs-again");
        await("the answer", () -> headline().contains("the same result"));
        assertThat(fx(() -> headline())).isEqualTo("Again: run 2, run 1 come to the same result, to the last fill.");
        assertThat(told()).isEqualTo(fx(() -> headline()));
        assertThat(fx(() ->
                        Nodes.<TableView<?>>node("runs-differences").getItems().size()))
                .isZero();
        assertThat(fx(() -> Nodes.node("runs-overlay").getAccessibleText())).contains("run 1", "run 2");
    }

    @Test
    void shouldRunAgainAndTellWhatHasChangedWhereTheResultDiffers() {
        Instrument instrument = open.data("EURUSD").instrument();
        ContractTerms terms = instrument.contract();
        open.workspace()
                .store()
                .changeInstrument(instrument.withContract(new ContractTerms(
                        terms.baseCurrency(),
                        terms.tickSize(),
                        terms.quantityStep(),
                        terms.minQuantity(),
                        terms.lotSize(),
                        BigDecimal.TWO)));
        select(1);
        fire("runs-again");
        await("the answer", () -> headline().contains("another result"));
        assertThat(fx(() -> headline())).isEqualTo("Again: run 1 comes to another result now than was kept.");
        TableView<?> differences = fx(() -> Nodes.<TableView<?>>node("runs-differences"));
        assertThat(fx(() -> differences.getColumns().stream()
                        .map(column -> column.getText())
                        .toList()))
                .containsExactly("differs", "run 1 kept", "run 1 now");
        assertThat(fx(() -> differences.getItems().toString()))
                .contains("contract-size", "resultHash")
                .doesNotContain("startEquity");
    }

    @Test
    void shouldExportEachRunWithItsReportToAFolderOfItsOwn(@TempDir Path place) throws IOException {
        assertThat(fx(() -> Nodes.<MenuButton>node("runs-export").isDisabled())).isTrue();
        select(1, 2);
        assertThat(fx(() -> Nodes.<MenuButton>node("runs-export").isDisabled())).isFalse();
        fx(() -> open.workbench().kept().export(List.of(kept(2), kept(1)), place));
        await("both", () -> open.workbench().tasks().message().get().contains("exported"));
        assertThat(told()).isEqualTo("2 runs are exported to " + place + ".");
        assertThat(names(place)).containsExactly("EURUSD-ema-cross-run1", "EURUSD-ema-cross-run2");
        Path first = place.resolve("EURUSD-ema-cross-run1");
        assertThat(names(first))
                .containsExactly(
                        "chart.png",
                        "equity.csv",
                        "fills.csv",
                        "manifest.json",
                        "orders.csv",
                        "report.html",
                        "result.json",
                        "times.csv",
                        "trades.csv");
        JsonNode manifest = JsonText.MAPPER.readTree(Files.readString(first.resolve("manifest.json")));
        assertThat(manifest).isEqualTo(JsonText.MAPPER.readTree(kept(1).run().manifest()));
        assertThat(first.resolve("report.html")).content().contains("EURUSD", "ema-cross");
    }

    @Test
    void shouldLeaveNothingOfAReportThatCannotBeWritten(@TempDir Path place) throws IOException {
        Files.writeString(place.resolve("EURUSD-ema-cross-run1"), "a file in the way");
        fx(() -> open.workbench().kept().export(List.of(kept(2), kept(1)), place));
        await("the error", () -> open.workbench().tasks().failed().get());
        assertThat(told()).contains("EURUSD-ema-cross-run1 is a file");
        assertThat(names(place)).containsExactly("EURUSD-ema-cross-run1", "EURUSD-ema-cross-run2");
        assertThat(place.resolve("EURUSD-ema-cross-run1")).hasContent("a file in the way");
    }

    @Test
    void shouldWriteTheListAsCsvAndAsJson(@TempDir Path place) throws IOException {
        open.workspace().store().runs().describe(1, List.of("good", "idea"), "a \"note\", with a comma");
        List<StoredRun> both = List.of(kept(2), kept(1));
        Path csv = place.resolve("runs.csv");
        fx(() -> open.workbench().kept().list(both, csv));
        await("the table", () -> open.workbench().tasks().message().get().equals("2 runs are in " + csv + "."));
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.getFirst()).startsWith("run,started,symbol,strategy,parameters,netProfit,currency,");
        assertThat(lines.get(2))
                .startsWith("1,1970-01-01T00:00:00")
                .contains("EURUSD,ema-cross,fast=5 ")
                .endsWith("good idea,\"a \"\"note\"\", with a comma\","
                        + kept(1).run().resultHash());

        Path json = place.resolve("runs.json");
        fx(() -> open.workbench().kept().list(both, json));
        await("the document", () -> open.workbench().tasks().message().get().equals("2 runs are in " + json + "."));
        JsonNode runs = JsonText.MAPPER.readTree(Files.readString(json));
        assertThat(runs.size()).isEqualTo(2);
        assertThat(runs.get(1).get("id").asInt()).isEqualTo(1);
        assertThat(runs.get(1).get("manifest"))
                .isEqualTo(JsonText.MAPPER.readTree(kept(1).run().manifest()));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
