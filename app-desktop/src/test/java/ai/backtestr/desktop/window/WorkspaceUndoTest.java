package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.layout.DefaultLayout;
import ai.backtestr.desktop.layout.LayoutFile;
import ai.backtestr.desktop.layout.WorkspaceLayout;
import ai.backtestr.desktop.settings.WindowSettings;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.render.chart.PaneKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is done with workspaces is taken back and done again.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class WorkspaceUndoTest {
    private static void press(OpenWindow open, KeyCode code) {
        fx(() -> open.node("instrument-list").requestFocus()); // no text has the keyboard
        open.press(code, false, true, false);
    }

    private static List<String> names(OpenWindow open) {
        return fx(() -> open.window().desk().now().all().stream()
                .map(WorkspaceLayout::name)
                .toList());
    }

    private static String current(OpenWindow open) {
        return fx(() -> open.window().desk().now().current());
    }

    private static String told(OpenWindow open) {
        return fx(() -> open.<Label>node("message").getText());
    }

    @Test
    void shouldBringADeletedWorkspaceBackAsItWas(@TempDir Path home) throws IOException {
        OpenWindow.fill(home);
        try (OpenWindow open = new OpenWindow(home)) {
            // The first time that an instrument is shown chooses its timeframe.
            await("a chart", () -> open.workbench().tickHistory().get() != null);
            fx(() -> {
                open.window().desk().saveAs("Wide");
                open.window().boards().arrange(2);
                open.window().docks().close(DefaultLayout.FILLS);
            });
            fx(() -> open.workbench().charts().all().getLast().timeframe().set(Timeframe.parse("30m")));
            fx(() -> open.window().chart().chart().panes().show(PaneKind.DRAWDOWN, true));
            fx(() -> open.window().desk().delete());
            assertThat(names(open)).containsExactly("Default");
            assertThat(fx(() -> open.workbench().charts().all())).hasSize(1);

            press(open, KeyCode.Z);
            assertThat(told(open)).isEqualTo("Undone: workspace 'Wide' deleted.");
            assertThat(names(open)).containsExactly("Default", "Wide");
            assertThat(current(open)).isEqualTo("Wide");
            assertThat(fx(() -> open.window().docks().isOpen(DefaultLayout.FILLS)))
                    .isFalse();
            assertThat(fx(() -> open.workbench().charts().all().stream()
                            .map(chart -> chart.timeframe().get().toString())
                            .toList()))
                    .hasSize(2)
                    .last()
                    .isEqualTo("30m");
            assertThat(fx(() -> open.window().chart().chart().panes().titles())).contains("Drawdown");
            LayoutFile file = new LayoutFile(open.workspace().home().settings());
            await(
                    "the file",
                    () -> file.load(WindowSettings.DEFAULTS).workspaces().all().size() == 2);

            press(open, KeyCode.Y);
            assertThat(told(open)).isEqualTo("Done again: workspace 'Wide' deleted.");
            assertThat(names(open)).containsExactly("Default");
            press(open, KeyCode.Z);
            assertThat(current(open)).isEqualTo("Wide");
        }
    }

    @Test
    void shouldTakeBackSavingRenamingAndResetting(@TempDir Path home) throws IOException {
        OpenWindow.fill(home);
        try (OpenWindow open = new OpenWindow(home)) {
            fx(() -> open.window().desk().saveAs("Wide"));
            fx(() -> open.window().desk().rename("Wider"));
            fx(() -> open.window().docks().close(DefaultLayout.FILLS));
            fx(() -> open.window().desk().reset());
            assertThat(fx(() -> open.window().docks().isOpen(DefaultLayout.FILLS)))
                    .isTrue();
            press(open, KeyCode.Z);
            assertThat(told(open)).isEqualTo("Undone: workspace 'Wider' reset.");
            assertThat(fx(() -> open.window().docks().isOpen(DefaultLayout.FILLS)))
                    .isFalse();
            press(open, KeyCode.Z);
            assertThat(told(open)).isEqualTo("Undone: layout.");
            press(open, KeyCode.Z);
            assertThat(names(open)).containsExactly("Default", "Wide");
            press(open, KeyCode.Z);
            assertThat(told(open)).isEqualTo("Undone: workspace 'Wide' saved.");
            assertThat(names(open)).containsExactly("Default");
        }
    }
}
