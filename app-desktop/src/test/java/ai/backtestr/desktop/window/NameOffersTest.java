package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.userstrategy.Completion.Offer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
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

/// Has names offered while a strategy is written in the real window.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class NameOffersTest {
    private @Nullable TestWindow opened;

    @BeforeAll
    void open(@TempDir Path home) {
        opened = new TestWindow(home).started();
        fx(() -> {
            window().workbench().newStrategy("my-names");
            window().window().editSource("my-names");
        });
        await("its source", () -> code().getText().contains("class MyNames"));
    }

    @AfterAll
    void close() {
        window().close();
    }

    private TestWindow window() {
        return Objects.requireNonNull(opened);
    }

    private CodeArea code() {
        return window().here("code");
    }

    @Test
    @Order(1)
    void shouldWriteTheMethodChosenAndStandBetweenItsBrackets() {
        type("context.bu");
        window().press("Ctrl+Space");
        await("names", this::isOffered);
        assertThat(fx(() -> offers().getItems().getFirst().name())).isEqualTo("buy");
        assertThat(fx(() -> window().<Label>here("code-offer-words").getText())).isNotBlank();
        window().press("Enter");
        assertThat(fx(() -> line())).isEqualTo("        context.buy()");
        assertThat(fx(() -> code().getCaretPosition().offset())).isEqualTo("        context.buy(".length());
        assertThat(fx(this::isOffered)).isFalse();
    }

    @Test
    @Order(2)
    void shouldNarrowNamesDownWhileTypingGoesOnAndLeaveThemWithEscape() {
        type("context.");
        window().press("Ctrl+Space");
        await("names", this::isOffered);
        int all = fx(() -> offers().getItems().size());
        fx(() -> insert("clo"));
        assertThat(fx(() -> offers().getItems().size())).isLessThan(all);
        assertThat(fx(() -> offers().getItems().getFirst().name())).isEqualTo("closeAll");
        TestWindow.press(window().node("code"), KeyCode.ESCAPE);
        assertThat(fx(this::isOffered)).isFalse();
    }

    @Test
    @Order(3)
    void shouldImportATypeThatIsTaken() {
        type("Object range = new Atr");
        window().press("Ctrl+Space");
        await("names", this::isOffered);
        window().press("Tab");
        assertThat(fx(() -> code().getText())).contains("import ai.backtestr.engine.indicator.Atr;\n");
        assertThat(fx(() -> line())).startsWith("        Object range = new Atr");
    }

    /// Puts a line at the beginning of `onBar`, the caret at its end.
    private void type(String text) {
        fx(() -> {
            code().requestFocus();
            int line = 0;
            while (!code().getPlainText(line).contains("public void onBar")) {
                line++;
            }
            TextPos end = TextPos.ofLeading(line, code().getPlainText(line).length());
            code().select(code().replaceText(end, end, "\n        " + text));
        });
    }

    private void insert(String text) {
        TextPos caret = code().getCaretPosition();
        code().select(code().replaceText(caret, caret, text));
    }

    private String line() {
        return code().getPlainText(code().getCaretPosition().index());
    }

    private ListView<Offer> offers() {
        return window().here("code-offers");
    }

    private boolean isOffered() {
        return window().isOpen("code-offers");
    }
}
