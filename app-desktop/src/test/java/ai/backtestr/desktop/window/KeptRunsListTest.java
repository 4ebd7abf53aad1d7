package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.fixture.Nodes;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The list of kept runs in the real window, which follows what is kept.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class KeptRunsListTest {
    @Test
    void shouldListWhatIsKeptMeanwhileAndLeaveTheSelection(@TempDir Path home) throws Exception {
        OpenWindow.fill(home);
        try (OpenWindow open = new OpenWindow(home)) {
            fx(() -> open.workbench().runOnChange().set(false));
            open.run();
            fx(() -> open.<ToggleButton>node("pin").fire()); // keeps it
            await("a run kept", () -> ids(open).equals(List.of(1)));
            fx(() -> open.window().actions().get("kept.show").perform());
            await("the list", () -> Nodes.find("runs-table") != null && shown().equals(List.of(1)));
            fx(() -> table().getSelectionModel().select(0));

            keep(open, "5");
            await("the second", () -> shown().equals(List.of(2, 1)));
            keep(open, "7");
            await("the third", () -> shown().equals(List.of(3, 2, 1)));
            assertThat(fx(() -> table().getSelectionModel().getSelectedItem().id()))
                    .isEqualTo(1);

            open.workspace().store().runs().remove(2);
            await("what is left", () -> shown().equals(List.of(3, 1)));

            closeList();
            assertThat(fx(() -> Nodes.find("runs-table") == null)).isTrue();
        }
    }

    @Test
    void shouldSetTheNoteOfTheRunsSelectedAndLeaveTheirTags(@TempDir Path home) throws Exception {
        OpenWindow.fill(home);
        try (OpenWindow open = new OpenWindow(home)) {
            keep(open, "5");
            keep(open, "7");
            keep(open, "9");
            open.workspace().store().runs().describe(1, List.of("good", "idea"), "");
            fx(() -> open.window().actions().get("kept.show").perform());
            await("the list", () -> Nodes.find("runs-table") != null && shown().containsAll(List.of(3, 2, 1)));
            assertThat(fx(() -> Nodes.<Button>node("runs-set-note").isDisabled()))
                    .isTrue();

            fx(() -> table().getSelectionModel().selectIndices(shown().indexOf(3), shown().indexOf(1)));
            fx(() -> Nodes.<TextField>node("runs-note").setText("  too few trades "));
            fx(() -> Nodes.<TextField>node("runs-note").fireEvent(new ActionEvent()));
            await("the notes", () -> shownNotes().equals(Map.of(1, "too few trades", 2, "", 3, "too few trades")));
            assertThat(tags(open, 1)).containsExactly("good", "idea");

            fx(() -> table().getSelectionModel().clearAndSelect(shown().indexOf(1)));
            assertThat(fx(() -> Nodes.<TextField>node("runs-note").getText())).isEqualTo("too few trades");
            fx(() -> Nodes.<TextField>node("runs-note").clear());
            fx(() -> Nodes.<Button>node("runs-set-note").fire());
            await("one note less", () -> shownNotes().equals(Map.of(1, "", 2, "", 3, "too few trades")));
            assertThat(tags(open, 1)).containsExactly("good", "idea");
            closeList();
        }
    }

    private static void closeList() {
        fx(() -> Nodes.<DialogPane>node("runs-dialog")
                .lookupButton(ButtonType.CLOSE)
                .fireEvent(new ActionEvent()));
    }

    private static Map<Integer, String> shownNotes() {
        return table().getItems().stream()
                .filter(run -> run.id() <= 3)
                .collect(Collectors.toMap(StoredRun::id, StoredRun::note));
    }

    private static List<String> tags(OpenWindow open, int id) {
        return open.workspace().store().runs().find(id).orElseThrow().tags();
    }

    private static void keep(OpenWindow open, String fast) {
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

    private static List<Integer> ids(OpenWindow open) {
        return open.workspace().store().runs().list(null, null).stream()
                .map(StoredRun::id)
                .toList();
    }
}
