package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.runs.RunSetting;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.time.Times;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The period and the models of a run in the real window, without a display.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class RunRowsWindowTest {
    @Test
    void shouldRunThePeriodAndTheModelsThatAreTyped(@TempDir Path home) {
        try (TestWindow window = new TestWindow(home).started()) {
            BacktestResult all = result(window);
            long middle = all.firstNs() + (all.lastNs() - all.firstNs()) / 2;
            String day = Times.format(middle).substring(0, "2013-11-25".length());
            TimeRange half = new TimeRange(Times.parse(day), Long.MAX_VALUE);
            BacktestRequest plain = new BacktestRequest("BTCUSD", half, all.spec());

            type(window, "run-from", day);
            awaitHash(window, plain);
            assertThat(result(window).firstNs()).isGreaterThanOrEqualTo(half.fromNs());

            double width = fx(() -> widthOfPanel(window));
            fx(() -> window.<TitledPane>here("models").setExpanded(true));
            type(window, "run-slippage", "fixed:0.5");
            type(window, "run-latency", "2s");
            Map<RunSetting, String> models = Map.of(RunSetting.SLIPPAGE, "fixed:0.5", RunSetting.LATENCY, "2s");
            BacktestRequest whole = plain.withSpec(RunSetting.apply(models, all.spec(), all.instrument()));
            awaitHash(window, whole);
            assertThat(fx(() -> window.<TitledPane>here("models").getText()))
                    .isEqualTo("Models: slippage fixed:0.5, latency 2s");

            assertThat(fx(() -> widthOfPanel(window))).isEqualTo(width);

            type(window, "run-to", "2000-01-01");
            await(
                    "what is wrong",
                    () -> window.<Label>here("problem-field-run-to").getText().contains("not after"));
            assertThat(result(window).resultHash()).isEqualTo(hash(window, whole));
        }
    }

    /// What the rows need at least, or have if there is more room.
    private static double widthOfPanel(TestWindow window) {
        ScrollPane panel = (ScrollPane) window.<BorderPane>here("strategy").getCenter();
        panel.layout();
        return panel.getContent().getLayoutBounds().getWidth();
    }

    private static BacktestResult result(TestWindow window) {
        return fx(() -> Objects.requireNonNull(window.workbench().result().get()));
    }

    private static String hash(TestWindow window, BacktestRequest request) {
        return window.workspace().backtest(request).run().resultHash();
    }

    private static void awaitHash(TestWindow window, BacktestRequest request) {
        String expected = hash(window, request);
        await(
                "the run of what is typed",
                () -> Objects.requireNonNull(window.workbench().result().get())
                        .resultHash()
                        .equals(expected));
    }

    private static void type(TestWindow window, String field, String text) {
        fx(() -> window.<TextField>here("field-" + field).setText(text));
    }
}
