package ai.backtestr.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.imports.ImportProgress;
import ai.backtestr.data.imports.TickImporter;
import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which runs of the window are kept.
class RunKeeperTest {
    @TempDir
    Path folder;

    private final HandPause rest = new HandPause();
    private final Tasks tasks = new Tasks(Runnable::run, Runnable::run);
    private Workspace workspace;
    private RunKeeper keeper;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(new HomeFolder(folder.resolve("home")));
        Path file =
                Files.writeString(folder.resolve("f.csv"), "time,price,size\n1385337600,800.01,1\n1385337660,801,2\n");
        new TickImporter(workspace.store()).importFile("BTCUSD", file, ImportProgress.NONE);
        keeper = new RunKeeper(new RunHistory(workspace), tasks, rest);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void finish(String fast) {
        BacktestSpec spec = BacktestSpec.of(BuiltInStrategies.named("ema-cross"), Map.of("fast", fast));
        BacktestRequest request = new BacktestRequest("BTCUSD", TimeRange.ALL, spec);
        keeper.finished(request, workspace.backtest(request).run());
    }

    private List<String> kept() {
        return workspace.store().runs().list(null, null).stream()
                .map(StoredRun::run)
                .map(run -> run.parameters().get("fast"))
                .toList();
    }

    @Test
    void shouldKeepOnlyWhatStandsForAWhile() {
        finish("3");
        finish("4");
        assertThat(kept()).isEmpty();

        rest.pass();

        assertThat(kept()).containsExactly("4");
        assertThat(tasks.message().get()).startsWith("Kept as run ");
    }

    @Test
    void shouldKeepAtOnceWhatIsPinnedAndNotOnceMoreLater() {
        finish("3");
        keeper.keep();
        assertThat(kept()).containsExactly("3");

        rest.pass();
        keeper.keep();
        finish("3");
        rest.pass();

        assertThat(kept()).containsExactly("3");
    }

    @Test
    void shouldKeepTheNextOneToo() {
        finish("3");
        rest.pass();
        finish("4");
        rest.pass();

        assertThat(kept()).containsExactly("4", "3");
    }
}
