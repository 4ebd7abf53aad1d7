package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.userstrategy.SourceProblem;
import ai.backtestr.engine.run.BacktestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/// Writes a strategy in the real window, with a mistake in it, and mends it.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CodePaneTest extends OneWindow {
    private Path file() {
        return window().workspace().strategies().folder().resolve("MyCross.java");
    }

    @Test
    @Order(1)
    void shouldWriteAndRunANewStrategy() throws IOException {
        fx(() -> {
            window().workbench().newStrategy("my-cross");
            window().window().editSource("my-cross");
        });
        await("its source", () -> code().getText().contains("class MyCross"));
        await("its run", () -> strategyRun().equals("my-cross"));
        assertThat(fx(code()::getText)).isEqualTo(Files.readString(file()));
        assertThat(problems()).isEmpty();
    }

    @Test
    @Order(2)
    void shouldTellOfAMistakeWhileItIsTyped() {
        replace("return;", "retrun;");
        await("the problem", () -> !problems().isEmpty());
        assertThat(fx(() -> problems().getFirst().toString())).startsWith("MyCross.java:");
        assertThat(fx(() -> label("code-title").getText())).contains("not saved");
        fx(() -> {
            code().select(TextPos.ZERO);
            ListView<SourceProblem> list = window().here("code-problems");
            list.getSelectionModel().selectFirst();
        });
        TestWindow.press(window().node("code-problems"), KeyCode.ENTER);
        SourceProblem problem = fx(() -> problems().getFirst());
        assertThat(fx(() -> code().getCaretPosition()))
                .isEqualTo(TextPos.ofLeading((int) problem.line() - 1, (int) problem.column() - 1));
    }

    @Test
    @Order(3)
    void shouldSaveAMistakeAndKeepTheLastResult() throws IOException {
        BacktestResult before = window().workbench().result().get();
        window().press("Shortcut+S");
        await("it is saved", () -> !label("code-title").getText().contains("not saved"));
        assertThat(Files.readString(file())).contains("retrun;");
        await(
                "the problem at the choice",
                () -> label("problem-strategy-choice").getText().startsWith("MyCross.java:"));
        assertThat(window().workbench().result().get()).isSameAs(before);
    }

    @Test
    @Order(4)
    void shouldMendItRunAndLetUndoBringItBack() {
        String before = fx(this::digestRun);
        replace("retrun;", "return;");
        replace("period\", \"Bars in the average.\", 20", "period\", \"Bars in the average.\", 33");
        window().press("Shortcut+S");
        await("the other result", () -> !digestRun().equals(before));
        assertThat(strategyRun()).isEqualTo("my-cross");
        await("no problem", () -> problems().isEmpty());
        fire("code-undo");
        assertThat(fx(code()::getText)).contains("average.\", 20");
        fire("code-redo");
        assertThat(fx(code()::getText)).contains("average.\", 33");
    }

    @Test
    @Order(5)
    void shouldIndentAndFindAndReplaceAll() {
        fx(() -> {
            int line = lineOf("if (!average.isReady()) {");
            code().select(TextPos.ofLeading(line, code().getPlainText(line).length()));
            code().insertLineBreak();
        });
        int line = fx(() -> lineOf("if (!average.isReady()) {"));
        assertThat(fx(() -> code().getPlainText(line + 1))).isEqualTo(" ".repeat(12));
        fx(code()::undo);
        fx(() -> button("code-find-open").fire());
        fx(() -> {
            field("code-find").setText("average");
            field("code-replace").setText("mean");
        });
        String before = fx(code()::getText);
        int count = before.split("(?i)average", -1).length - 1;
        assertThat(fx(() -> label("code-found").getText())).isIn(count + "", "1 of " + count);
        fire("code-replace-all");
        assertThat(fx(code()::getText)).isEqualTo(before.replaceAll("(?i)average", "mean"));
        fx(code()::undo);
        assertThat(fx(code()::getText)).isEqualTo(before);
        fire("code-find-close");
    }

    @Test
    @Order(6)
    void shouldNoticeWhatAnotherProgramWrites() throws IOException {
        window().press("Shortcut+S");
        await("it is saved", () -> !label("code-title").getText().contains("not saved"));
        String text = Files.readString(file());
        Files.writeString(file(), text + "// from outside\n");
        await("the other text", () -> code().getText().endsWith("// from outside\n"));
        replace("// from outside", "// mine");
        Files.writeString(file(), text + "// once more\n");
        await("the question", () -> label("code-outside").getText().contains("another program"));
        assertThat(fx(code()::getText)).endsWith("// mine\n");
        fire("code-take");
        await("theirs", () -> code().getText().endsWith("// once more\n"));
        assertThat(fx(() -> label("code-outside").getText())).isEmpty();
    }

    @Test
    @Order(7)
    void shouldKeepWhatIsNotSavedWhenAnotherSourceIsShown() {
        replace("// once more", "// not saved");
        fx(() -> window().window().editSource("ema-cross"));
        await("a source to read", () -> code().getText().contains("class EmaCross"));
        assertThat(fx(() -> code().isEditable())).isFalse();
        fx(() -> window().window().editSource("my-cross"));
        await("mine", () -> code().getText().endsWith("// not saved\n"));
    }

    @Test
    @Order(8)
    void shouldAskBeforeTheWindowLosesIt() {
        Thread answer = Thread.ofPlatform()
                .start(() -> fx(() -> {
                    window().stage().fireEvent(new WindowEvent(window().stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
                }));
        await("the question", () -> window().isOpen("unsaved-dialog"));
        fx(() -> window().cancelDialog("unsaved-dialog"));
        try {
            answer.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(fx(() -> window().stage().isShowing())).isTrue();
        assertThat(fx(code()::getText)).endsWith("// not saved\n");
    }

    private String strategyRun() {
        BacktestResult now = window().workbench().result().get();
        return now == null ? "" : now.spec().strategy().name();
    }

    private String digestRun() {
        BacktestResult now = window().workbench().result().get();
        return now == null ? "" : now.spec().strategy().sourceDigest();
    }

    private void replace(String what, String with) {
        fx(() -> {
            code().requestFocus();
            int line = lineOf(what);
            int from = code().getPlainText(line).indexOf(what);
            code().select(TextPos.ofLeading(line, from));
            code().replaceText(TextPos.ofLeading(line, from), TextPos.ofLeading(line, from + what.length()), with);
        });
    }

    private int lineOf(String what) {
        for (int i = 0; i < code().getParagraphCount(); i++) {
            if (code().getPlainText(i).contains(what)) {
                return i;
            }
        }
        throw new AssertionError(what + " is not in the source");
    }

    private List<SourceProblem> problems() {
        return window().<ListView<SourceProblem>>here("code-problems").getItems();
    }

    private CodeArea code() {
        return window().here("code");
    }

    private Label label(String id) {
        return window().here(id);
    }

    private TextField field(String id) {
        return window().here(id);
    }

    private Button button(String id) {
        return window().here(id);
    }

    private void fire(String id) {
        fx(() -> button(id).fire());
    }
}
