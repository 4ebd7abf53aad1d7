package ai.backtestr.desktop.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class ActionRegistryTest {
    private final ActionRegistry actions = new ActionRegistry();

    @Test
    void shouldRefuseKeysThatAreTaken() {
        actions.add(action("run.backtest", "Run").on("Shortcut+R"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> actions.add(action("result.report", "Report").on("F9", "Ctrl+R")))
                .withMessage("Ctrl+R of result.report belongs to run.backtest");
    }

    @Test
    void shouldRefuseAnIdThatIsTaken() {
        actions.add(action("run.backtest", "Run"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> actions.add(action("run.backtest", "Again")))
                .withMessage("run.backtest is there already");
    }

    @Test
    void shouldDoNothingWhileItCannotBeDone() {
        List<String> done = new ArrayList<>();
        SimpleBooleanProperty enabled = new SimpleBooleanProperty();
        UserAction action = UserAction.of("a.b", ActionGroup.RUN, "Run", "", () -> done.add("run"))
                .when(enabled);
        action.perform();
        assertThat(done).isEmpty();
        enabled.set(true);
        action.perform();
        assertThat(done).containsExactly("run");
    }

    @Test
    void shouldListEveryKeyOnceOnTheSheet() {
        actions.add(
                action("run.backtest", "Run backtest").on("F5"),
                action("help.keys", "Shortcuts…").on("F1", "Shortcut+Slash"),
                action("run.pin", "Pin"));
        actions.addLocal(List.of(LocalKey.of("chart", "Shift+Left", "back <all> of it")));
        assertThat(ShortcutPage.lines(actions))
                .containsEntry(
                        "Run",
                        List.of(
                                new ShortcutPage.Line("F5", "Run backtest"),
                                new ShortcutPage.Line("F1 or Ctrl+/", "Shortcuts")))
                .containsEntry("In the chart", List.of(new ShortcutPage.Line("Shift+←", "back <all> of it")))
                .hasSize(2);
        assertThat(ShortcutPage.html(actions))
                .contains("<tr><td><kbd>F5</kbd></td><td>Run backtest</td></tr>")
                .contains("back &lt;all&gt; of it");
    }

    private static UserAction action(String id, String title) {
        return UserAction.of(id, ActionGroup.RUN, title, "", () -> {});
    }
}
