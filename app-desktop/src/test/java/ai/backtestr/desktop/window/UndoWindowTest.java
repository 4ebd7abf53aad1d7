package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.dock.DockSide;
import ai.backtestr.desktop.dock.DockTarget;
import ai.backtestr.desktop.layout.DefaultLayout;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.render.chart.PaneKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 240, unit = TimeUnit.SECONDS)
class UndoWindowTest {
    private static void undo(OpenWindow open) {
        open.press(KeyCode.Z, false, true, false);
    }

    private static void redo(OpenWindow open) {
        open.press(KeyCode.Y, false, true, false);
    }

    private static String told(OpenWindow open) {
        return fx(() -> open.<Label>node("message").getText());
    }

    private static void focusOnList(OpenWindow open) {
        fx(() -> open.node("instrument-list").requestFocus()); // no text has the keyboard
    }

    @Test
    void shouldUndoParametersPanesLayoutAndDeletionsAndSayWhat(@TempDir Path home) throws IOException {
        OpenWindow.fill(home);
        try (OpenWindow open = new OpenWindow(home)) {
            open.run();
            BacktestResult first =
                    Objects.requireNonNull(fx(() -> open.workbench().result().get()));
            focusOnList(open);

            String slow = fx(() -> open.<TextField>node("field-slow").getText());
            fx(() -> open.<Slider>node("slider-slow").setValue(31));
            await("another result", () -> !hash(open).equals(first.resultHash()));
            undo(open);
            assertThat(fx(() -> open.<TextField>node("field-slow").getText())).isEqualTo(slow);
            await("the first result", () -> hash(open).equals(first.resultHash()));
            redo(open);
            assertThat(fx(() -> open.<TextField>node("field-slow").getText())).isEqualTo("31");
            await("the other result", () -> !hash(open).equals(first.resultHash()));

            fx(() -> open.window().chart().chart().panes().show(PaneKind.DRAWDOWN, true));
            List<String> panes = fx(() -> open.window().chart().chart().panes().titles());
            focusOnList(open);
            undo(open);
            assertThat(told(open)).isEqualTo("Undone: panes and indicators.");
            assertThat(fx(() -> open.window().chart().chart().panes().titles()))
                    .hasSize(panes.size() - 1)
                    .doesNotContain("Drawdown");
            redo(open);
            assertThat(told(open)).isEqualTo("Done again: panes and indicators.");
            assertThat(fx(() -> open.window().chart().chart().panes().titles())).isEqualTo(panes);

            fx(() -> open.window().docks().move(DefaultLayout.SQL, new DockTarget.Edge(DockSide.RIGHT)));
            focusOnList(open);
            undo(open);
            assertThat(told(open)).isEqualTo("Undone: layout.");
            assertThat(fx(() -> open.window()
                            .docks()
                            .layout()
                            .groupOf(DefaultLayout.SQL)
                            .orElseThrow()
                            .panes()))
                    .contains(DefaultLayout.TRADES);
            fx(() -> open.window().docks().close(DefaultLayout.SQL));
            focusOnList(open);
            undo(open);
            assertThat(fx(() -> open.window().docks().isOpen(DefaultLayout.SQL)))
                    .isTrue();

            fx(() -> open.workbench().pinned().set(open.workbench().result().get())); // which keeps it
            RunHistory history = new RunHistory(open.workbench().workspace());
            await("a run written", () -> !history.archive().list(null, null).isEmpty());
            fx(() -> open.workbench().kept().reload());
            await("a kept run", () -> !open.workbench().kept().found().isEmpty());
            int kept = fx(() -> open.workbench().kept().found().size());
            fx(() -> open.workbench()
                    .kept()
                    .remove(List.of(open.workbench().kept().found().getFirst())));
            await("one less", () -> open.workbench().kept().found().size() == kept - 1);
            undo(open);
            await("it is back", () -> open.workbench().kept().found().size() == kept);
        }
    }

    private static String hash(OpenWindow open) {
        BacktestResult result = open.workbench().result().get();
        return result == null ? "" : result.resultHash();
    }
}
