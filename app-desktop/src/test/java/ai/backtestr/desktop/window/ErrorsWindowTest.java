package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.layout.DefaultLayout;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.tasklist.TaskEntry;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the user is told of errors, expected ones and others.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ErrorsWindowTest {
    @TempDir
    private Path home;

    private TestWindow window;
    private UnexpectedErrors errors;

    @BeforeEach
    void open() {
        window = new TestWindow(home);
        errors = UnexpectedErrors.tellTo(window.workbench().tasks());
    }

    @AfterEach
    void close() {
        errors.close();
        window.close();
    }

    private String told() {
        return fx(() -> window.<Label>here("message").getText());
    }

    private boolean hasDetails() {
        return window.<Hyperlink>here("message-details").isVisible();
    }

    private void closeDetails() {
        fx(() -> window.<DialogPane>here("error-dialog")
                .lookupButton(ButtonType.CLOSE)
                .fireEvent(new ActionEvent()));
    }

    @Test
    void shouldTellOfAnErrorOfTheToolkitsThreadWithoutTakingTheFocus() {
        fx(() -> window.here("instrument-list").requestFocus());
        Node before = fx(() -> window.stage().getScene().getFocusOwner());
        Platform.runLater(() -> {
            throw new IllegalStateException("by nothing");
        });
        await("the error", this::hasDetails);
        assertThat(told())
                .isEqualTo("Something in the program failed: java.lang.IllegalStateException: by nothing. What was"
                        + " done last may not be complete.");
        assertThat(fx(() -> window.stage().getScene().getFocusOwner())).isEqualTo(before);
        assertThat(fx(() -> window.isOpen("error-dialog"))).isFalse();
        assertThat(fx(() ->
                        window.workbench().tasks().list().entries().getFirst().state()))
                .isEqualTo(TaskEntry.State.FAILED);
        assertThat(home.resolve("logs/backtestr.log")).content().contains("unexpected error in thread", "by nothing");
    }

    @Test
    void shouldShowTheStackOnDemandToBeCopiedAndLeadToTheLog() throws InterruptedException {
        Thread broken = Thread.ofPlatform().name("somewhere").start(() -> {
            throw new IllegalArgumentException("no such thing");
        });
        broken.join();
        await("the error", this::hasDetails);
        fx(() -> window.<Hyperlink>here("message-details").fire());
        Stage dialog = (Stage) fx(() -> window.here("error-dialog").getScene().getWindow());
        assertThat(dialog.getModality()).isEqualTo(Modality.NONE);
        TextArea details = window.node("error-details");
        assertThat(details.isEditable()).isFalse();
        assertThat(fx(() -> details.getText()))
                .contains("IllegalArgumentException: no such thing")
                .contains("at ai.backtestr.desktop.window.ErrorsWindowTest");
        fx(() -> window.<Button>here("error-copy").fire());
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(fx(() -> details.getText()));
        fx(() -> window.<Button>here("error-log").fire());
        await("the log", () -> window.isOpen("log-lines"));
        assertThat(fx(() -> window.window().docks().active().get())).isEqualTo(DefaultLayout.LOG);
        closeDetails();
    }

    @Test
    void shouldHaveDetailsOfWorkThatFailsAndOfWhatIsRefusedUntilSomethingElseIsTold() {
        Tasks tasks = window.workbench().tasks();
        assertThat(fx(this::hasDetails)).isFalse();
        BackgroundTask<String> broken = new BackgroundTask<>("Dividing", control -> {
            throw new IllegalStateException("by nothing");
        });
        fx(() -> tasks.startBeside(broken, done -> {}));
        await("the failure", this::hasDetails);
        assertThat(fx(tasks::details)).contains("Dividing failed", "\tat ai.backtestr.desktop.");
        fx(() -> tasks.tell("Something else."));
        assertThat(fx(this::hasDetails)).isFalse();

        fx(() -> tasks.tellError("That does not fit."));
        assertThat(fx(this::hasDetails)).isTrue();
        fx(() -> window.window().actions().get("error.details").perform());
        assertThat(fx(() -> window.<TextArea>here("error-details").getText())).isEqualTo("That does not fit.");
        assertThat(home.resolve("logs/backtestr.log")).content().contains("That does not fit.");
        closeDetails();
    }

    @Test
    void shouldTellOnceOfWhatHappensInEachFrame() {
        AtomicLong clock = new AtomicLong();
        Tasks tasks = window.workbench().tasks();
        UnexpectedErrors each = new UnexpectedErrors(tasks, clock::get);
        for (int i = 0; i < 50; i++) {
            each.uncaughtException(Thread.currentThread(), again());
        }
        assertThat(listed()).isOne();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(10));
        each.uncaughtException(Thread.currentThread(), again());
        assertThat(listed()).isEqualTo(2);
        each.uncaughtException(Thread.currentThread(), new IllegalStateException("another"));
        assertThat(listed()).isEqualTo(3);
    }

    private static RuntimeException again() {
        return new UnsupportedOperationException("in each frame");
    }

    private int listed() {
        return fx(() -> window.workbench().tasks().list().entries().size());
    }
}
