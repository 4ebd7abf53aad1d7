package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The run that was on screen at the end of a session is there at the beginning of the next.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ShownAgainWindowTest {
    @TempDir
    private Path home;

    @BeforeEach
    void fill() throws IOException {
        OpenWindow.fill(home);
    }

    private static StoredRun keep(OpenWindow open, String fast) {
        BacktestSpec spec = BacktestSpec.of(
                BuiltInStrategies.named("ema-cross"), Map.of("fast", fast, "slow", "30", "timeframe", "5m"));
        BacktestRequest request = new BacktestRequest("EURUSD", TimeRange.ALL, spec);
        return new RunHistory(open.workspace())
                .keep(request, open.workspace().backtest(request).run(), Instant.EPOCH, List.of(), "");
    }

    private static boolean shows(OpenWindow open, StoredRun run) {
        BacktestResult result = open.workbench().result().get();
        return result != null && result.resultHash().equals(run.run().resultHash());
    }

    private static String typed(OpenWindow open, String parameter) {
        return fx(() -> open.workbench().form().typed().parameters().get(parameter));
    }

    @Test
    void shouldShowAnOlderRunAgainThatWasOpened() {
        StoredRun older;
        try (OpenWindow open = new OpenWindow(home)) {
            older = keep(open, "5");
            StoredRun newer = keep(open, "8");
            assertThat(newer.run().resultHash()).isNotEqualTo(older.run().resultHash());
            fx(() -> open.workbench().open(older));
            await("the older run", () -> shows(open, older));
        }
        try (OpenWindow open = new OpenWindow(home)) {
            await("the older run again", () -> shows(open, older));
            assertThat(typed(open, "fast")).isEqualTo("5");
        }
    }

    @Test
    void shouldShowItBesideWhatWasTypedAfterIt() {
        StoredRun older;
        try (OpenWindow open = new OpenWindow(home)) {
            older = keep(open, "5");
            keep(open, "8");
            fx(() -> open.workbench().runOnChange().set(false));
            fx(() -> open.workbench().open(older));
            await("the older run", () -> shows(open, older));
            StrategyForm form = open.workbench().form();
            fx(() -> form.text(form.strategy().get(), "fast").set("13"));
        }
        try (OpenWindow open = new OpenWindow(home)) {
            await("the older run again", () -> shows(open, older));
            assertThat(typed(open, "fast")).isEqualTo("13");
        }
    }

    @Test
    void shouldShowAgainWhatAReplayCameTo() {
        String hash;
        try (OpenWindow open = new OpenWindow(home)) {
            await("the chart", () -> open.workbench().tickHistory().get() != null);
            fx(() -> open.workbench().runOnChange().set(false));
            fx(() -> open.workbench().startReplay("2014-05-01 14:00"));
            await(
                    "a replay",
                    () -> open.workbench().replay().session().get() != null
                            && open.<Button>node("replay-buy").isVisible());
            fx(() -> open.<TextField>node("replay-quantity").setText("1000"));
            fx(() -> open.<Button>node("replay-buy").fire());
            fx(() -> open.<Button>node("replay-tick").fire());
            fx(() -> open.<Button>node("replay-tick").fire());
            fx(() -> open.<Button>node("replay-end").fire());
            await("what came of it", () -> open.workbench().result().get() != null);
            hash = fx(() -> open.workbench().shownHash());
            await(
                    "it is kept",
                    () -> open.workspace().store().runs().list(null, null).stream()
                            .anyMatch(run -> run.run().resultHash().equals(hash)));
            keep(open, "8"); // meanwhile, on the command line
        }
        try (OpenWindow open = new OpenWindow(home)) {
            await("the replay's result", () -> hash.equals(open.workbench().shownHash()));
        }
    }
}
