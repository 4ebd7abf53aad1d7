package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 240, unit = TimeUnit.SECONDS)
class HeadlinesTest {
    private static String hash(OpenWindow open) {
        return Objects.requireNonNull(open.workbench().result().get()).resultHash();
    }

    @Test
    void shouldKeepTheKeyboardOnAFigureWhileRunsFollowEachOther(@TempDir Path home) throws IOException {
        OpenWindow.fill(home);
        try (OpenWindow open = new OpenWindow(home)) {
            open.run();
            Node card = fx(() -> open.<Label>node("figure-trades").getParent());
            fx(card::requestFocus);
            String before = fx(() -> hash(open));

            fx(() -> {
                open.<TextField>node("field-fast").setText("7");
                open.workbench().run();
            });
            await("another result", () -> !hash(open).equals(before));

            assertThat(fx(() -> open.window().scene().getFocusOwner())).isSameAs(card);
            assertThat(fx(card::getAccessibleText))
                    .isEqualTo("Trades "
                            + fx(() -> open.<Label>node("figure-trades").getText()));
        }
    }
}
