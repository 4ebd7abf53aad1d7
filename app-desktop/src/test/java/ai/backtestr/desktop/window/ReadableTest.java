package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything can be read where the window is small.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ReadableTest extends OneWindow {
    @BeforeAll
    void makeSmall() {
        fx(() -> {
            window().stage().setWidth(1280);
            window().stage().setHeight(720);
        });
        await("its size", () -> window().stage().getScene().getHeight() <= 720);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void shouldCutNoTextOfThePart(String part) {
        fx(() -> window().window().docks().open(part));
        assertThat(cut(window().stage().getScene().getRoot())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6})
    void shouldCutNoTextAboveSeveralCharts(int charts) {
        fx(() -> window().window().boards().arrange(charts));
        List<String> cut = new ArrayList<>(cut(window().stage().getScene().getRoot()));
        cut.addAll(fx(this::outsideOfBars));
        fx(() -> window().window().boards().arrange(1));
        assertThat(cut).isEmpty();
    }

    private List<String> outsideOfBars() {
        return window().stage().getScene().getRoot().lookupAll(".chart-bar").stream()
                .map(HBox.class::cast)
                .flatMap(bar -> bar.getChildren().stream()
                        .filter(part -> part.isVisible()
                                && part.getBoundsInParent().getMaxX()
                                        > bar.getParent().getLayoutBounds().getWidth())
                        .map(part -> part + " reaches over its chart"))
                .toList();
    }

    @Test
    void shouldCutNoTextWhileARunIsPinned() {
        fx(() -> window().workbench().pinned().set(window().workbench().result().get()));
        assertThat(cut(window().stage().getScene().getRoot())).isEmpty();
        fx(() -> window().workbench().pinned().set(null));
    }

    @Test
    void shouldShowAllOfEachOfFourCharts() {
        fx(() -> {
            window().window().boards().show();
            window().window().boards().arrange(4);
        });
        await("four charts", () -> charts().size() == 4);
        List<String> wrong = fx(() -> {
            Parent root = window().stage().getScene().getRoot();
            root.applyCss();
            root.layout();
            return charts().stream()
                    .filter(ReadableTest::leavesItsPanel)
                    .map(String::valueOf)
                    .toList();
        });
        fx(() -> window().window().boards().arrange(1));
        assertThat(wrong).isEmpty();
    }

    private Set<Node> charts() {
        return window().stage().getScene().getRoot().lookupAll("#chart");
    }

    private static boolean leavesItsPanel(Node chart) {
        Node panel = chart;
        while (!"chart-panel".equals(panel.getId())) {
            panel = Objects.requireNonNull(panel.getParent());
        }
        Bounds all = panel.localToScene(panel.getLayoutBounds());
        Bounds shown = chart.localToScene(chart.getLayoutBounds());
        return shown.getMinX() < all.getMinX() - 1 || shown.getMaxX() > all.getMaxX() + 1;
    }

    @Test
    void shouldCutNoTextOfTheDialogs() {
        List<String> cut = new ArrayList<>();
        cut.addAll(ofDialog("preferences", () -> window().window().showPreferences()));
        cut.addAll(ofDialog("runs-dialog", () -> window().window().showRuns()));
        cut.addAll(ofDialog("shortcuts", () -> window().window().showShortcuts()));
        cut.addAll(ofDialog("instrument-dialog", () -> window().window().editInstrument()));
        cut.addAll(ofDialog("replay-dialog", () -> window().window().askForReplay()));
        assertThat(cut).isEmpty();
    }

    private List<String> ofDialog(String id, Runnable open) {
        Platform.runLater(open);
        await(id, () -> window().isOpen(id));
        DialogPane pane = window().node(id);
        List<String> cut = new ArrayList<>(cut(pane));
        Stage stage = (Stage) fx(() -> pane.getScene().getWindow());
        if (stage.getWidth() > 1280 || stage.getHeight() > 720) {
            cut.add(id + " takes " + stage.getWidth() + " x " + stage.getHeight());
        }
        fx(stage::close);
        await("it is closed", () -> !window().isOpen(id));
        return cut;
    }

    private static List<String> cut(Parent root) {
        return fx(() -> {
            root.applyCss();
            root.layout();
            return CutTexts.in(root);
        });
    }
}
