package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.bar.Timeframe;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A timeframe that is typed while the chart has the keyboard, in the real window.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class TimeframeKeysTest extends OneWindow {
    private enum Held {
        NOTHING,
        CONTROL,
        ALT,
        META
    }

    @BeforeEach
    void giveTheChartTheKeyboard() {
        fx(() -> {
            window().window().boards().show();
            window().workbench().timeframe().set(Timeframe.ONE_MINUTE);
            window().workbench().timeframe().set(Timeframe.parse("90m"));
            chart().requestFocus();
        });
        assertThat(text()).isEqualTo("90m");
    }

    private Node chart() {
        return window().window().chart().chart();
    }

    private TextField field() {
        return window().here("timeframe-typed");
    }

    private Node focused() {
        return Objects.requireNonNull(window().stage().getScene().getFocusOwner());
    }

    private Node owner() {
        return fx(this::focused);
    }

    private String text() {
        return fx(() -> field().getText());
    }

    private Timeframe timeframe() {
        return fx(() -> window().workbench().timeframe().get());
    }

    /// Presses, types and releases a key, each where the keyboard is then.
    private void key(KeyCode code, String character, Held held) {
        fire(KeyEvent.KEY_PRESSED, code, "", held);
        fire(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, character, held);
        fire(KeyEvent.KEY_RELEASED, code, "", held);
    }

    private void fire(EventType<KeyEvent> type, KeyCode code, String character, Held held) {
        fx(() -> focused()
                .fireEvent(new KeyEvent(
                        type, character, "", code, false, held == Held.CONTROL, held == Held.ALT, held == Held.META)));
    }

    private void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            String character = text.substring(i, i + 1);
            boolean isDigit = Character.isDigit(text.charAt(i));
            key(
                    KeyCode.valueOf((isDigit ? "DIGIT" : "") + character.toUpperCase(Locale.ROOT)),
                    character,
                    Held.NOTHING);
        }
    }

    @Test
    void shouldMoveTheKeyboardToTheFieldWithTheDigit() {
        type("5");
        assertThat(owner()).isSameAs(window().node("timeframe-typed"));
        assertThat(text()).isEqualTo("5");
        assertThat(fx(() -> field().getCaretPosition())).isEqualTo(1);
        assertThat(fx(() -> field().getSelection().getLength())).isZero();
        assertThat(timeframe()).isEqualTo(Timeframe.parse("90m"));
    }

    @ParameterizedTest
    @CsvSource({"5, 5m, ''", "60, 1h, ''", "7, 7m, 7m", "1440, 1d, ''", "750t, 750t, 750t", "2h, 2h, 2h"})
    void shouldTakeItWithEnter(String typed, String chosen, String shown) {
        type(typed);
        key(KeyCode.ENTER, "\r", Held.NOTHING);
        assertThat(timeframe()).isEqualTo(Timeframe.parse(chosen));
        assertThat(text()).isEqualTo(shown);
        assertThat(owner()).isSameAs(chart());
    }

    @Test
    void shouldLeaveItWithEscape() {
        type("75");
        key(KeyCode.ESCAPE, "\u001b", Held.NOTHING);
        assertThat(text()).isEqualTo("90m");
        assertThat(timeframe()).isEqualTo(Timeframe.parse("90m"));
        assertThat(owner()).isSameAs(chart());
    }

    @Test
    void shouldKeepTheKeyboardWhileItDoesNotFit() {
        type("1441");
        key(KeyCode.ENTER, "\r", Held.NOTHING);
        assertThat(fx(() -> window().<Label>here("message").getText())).contains("1441m is longer than 1d");
        assertThat(text()).isEqualTo("1441");
        assertThat(owner()).isSameAs(window().node("timeframe-typed"));
        assertThat(timeframe()).isEqualTo(Timeframe.parse("90m"));
    }

    @Test
    void shouldLeaveShortcutsAndLettersAlone() {
        key(KeyCode.DIGIT2, "2", Held.ALT); // to the part with the chart
        assertThat(text()).isEqualTo("90m");
        fx(chart()::requestFocus);
        for (Held held : List.of(Held.ALT, Held.CONTROL, Held.META)) {
            fire(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, "2", held);
        }
        type("x");
        assertThat(text()).isEqualTo("90m");
        assertThat(owner()).isSameAs(chart());
    }

    @Test
    void shouldLeaveDigitsToATextFieldThatHasTheKeyboard() {
        TextField other = window().node("field-fast");
        fx(() -> {
            other.requestFocus();
            other.selectAll();
        });
        String before = fx(() -> other.getText());
        type("7");
        assertThat(fx(() -> other.getText())).isEqualTo("7").isNotEqualTo(before);
        assertThat(owner()).isSameAs(other);
        assertThat(text()).isEqualTo("90m");
    }
}
