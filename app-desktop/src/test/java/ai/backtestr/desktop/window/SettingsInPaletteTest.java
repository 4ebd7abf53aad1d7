package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.action.PaletteEntry;
import ai.backtestr.desktop.fixture.Nodes;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Settings found in the palette.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SettingsInPaletteTest {
    @TempDir
    private Path home;

    private static void choose(TestWindow window, String words) {
        fx(() -> window.window().showPalette());
        fx(() -> {}); // what is offered a moment later
        TextField typed = (TextField) fx(() -> window.window().palette().root().lookup("#palette-field"));
        fx(() -> typed.setText(words));
        TestWindow.press(typed, KeyCode.ENTER);
    }

    private static void assertAt(TestWindow window, String id, String tab) {
        await(id, () -> {
            Node owner = window.here("preferences").getScene().getFocusOwner();
            return owner != null && id.equals(owner.getId());
        });
        TabPane tabs = (TabPane) fx(() -> window.<DialogPane>here("preferences").getContent());
        assertThat(fx(() -> tabs.getSelectionModel().getSelectedItem().getText()))
                .isEqualTo(tab);
    }

    @Test
    void shouldOpenTheSettingsAtTheOneChosen() {
        try (TestWindow window = new TestWindow(home)) {
            choose(window, "size of text");
            assertAt(window, "preference-font", "Appearance");
            choose(window, "leverage");
            assertAt(window, "preference-leverage", "Account");
            choose(window, "database memory");
            assertAt(window, "preference-database-memory", "Runs and memory");
            choose(window, "folder of your own strategies");
            assertAt(window, "preference-strategies-choose", "Charts and files");
            fx(() -> window.<DialogPane>here("preferences")
                    .lookupButton(ButtonType.CLOSE)
                    .fireEvent(new ActionEvent()));
            assertThat(fx(() -> Nodes.find("preferences") == null)).isTrue();
        }
    }

    @Test
    void shouldOfferEverySettingOfTheForms() {
        try (TestWindow window = new TestWindow(home)) {
            PreferencesDialog dialog = fx(() -> new PreferencesDialog(window.stage(), window.workbench()));
            List<PaletteEntry> entries = fx(() -> dialog.entries());
            assertThat(entries)
                    .extracting(PaletteEntry::title)
                    .containsExactly(
                            "Theme",
                            "Colours",
                            "Size of text",
                            "Times",
                            "Cash",
                            "Currency",
                            "Leverage",
                            "Commission",
                            "Positions",
                            "Threads wait",
                            "Engine on processor",
                            "Reader on processor",
                            "Memory for ticks, MB",
                            "Memory of the database, MB",
                            "Bars at first",
                            "Folder of your own strategies");
            assertThat(entries)
                    .allMatch(entry ->
                            entry.kind().equals("Setting") && !entry.detail().isBlank());
        }
    }
}
