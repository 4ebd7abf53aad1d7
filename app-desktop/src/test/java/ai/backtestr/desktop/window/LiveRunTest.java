package ai.backtestr.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.sample.Sample;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.RunWatch;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Threads are queues that the test empties by hand, and a run is what the test says it is.
class LiveRunTest {
    @TempDir
    private Path home;

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> fxThread = new ArrayDeque<>();
    private final Tasks tasks = new Tasks(background::add, fxThread::add);
    private final HandPause young = new HandPause();
    private final List<String> begun = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private Script script = (watch, control) -> {};
    private Workspace workspace;
    private ShownRun shown;
    private LiveRun live;
    private StoredData data;
    private BacktestRequest plain;
    private BacktestResult result;

    /// What happens in the middle of a run.
    private interface Script {
        void play(RunWatch watch, TaskControl control);
    }

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void run() {
        workspace = Workspace.open(new HomeFolder(home));
        plain = Sample.backtest(Sample.loadInto(workspace).run());
        data = workspace.stored().getFirst();
        result = workspace.backtest(plain).run();
        shown = new ShownRun(workspace, tasks, new SimpleObjectProperty<>());
        shown.seen().subscribe(now -> seen.add(name(now)));
        seen.clear();
        live = new LiveRun(this::task, tasks, shown, young);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /// A run comes to the sample's result, with its range for a name.
    private BackgroundTask<BacktestResult> task(BacktestRequest request, RunWatch watch) {
        return new BackgroundTask<>("run", control -> {
            begun.add(request.range().toString());
            script.play(watch, control);
            control.throwIfCancelled();
            return of(result.trades().size());
        });
    }

    private BacktestRequest request(int number) {
        return plain.withRange(new TimeRange(number, Long.MAX_VALUE));
    }

    private static String begunAs(BacktestRequest request) {
        return request.range().toString();
    }

    /// The result as if it had no more trades than that.
    private BacktestResult of(int trades) {
        return new BacktestResult(
                result.spec(),
                result.instrument(),
                result.dataDigest(),
                result.ticks(),
                0,
                "",
                result.firstNs(),
                result.lastNs(),
                1,
                result.fills(),
                result.trades().subList(0, trades),
                result.orders(),
                result.rejections(),
                result.marginEvents(),
                0,
                result.equity(),
                result.statistics(),
                List.of(),
                "",
                result.gaps(),
                null,
                null);
    }

    private static String name(@Nullable BacktestResult now) {
        return now == null ? "nothing" : now.trades().size() + " trades";
    }

    private String whole() {
        return name(result);
    }

    private void start(BacktestRequest request) {
        live.start(request, data, done -> {});
    }

    private void runAll() {
        while (!background.isEmpty() || !fxThread.isEmpty()) {
            (background.isEmpty() ? fxThread : background).remove().run();
        }
    }

    private void showWaiting() {
        while (!fxThread.isEmpty()) {
            fxThread.remove().run();
        }
    }

    /// Tells parts of those numbers of trades, each once the one before is on screen.
    private void tellParts(RunWatch watch, int... trades) {
        List<Consumer<BacktestResult>> takers = new ArrayList<>();
        watch.begin((atNanos, taker) -> takers.add(taker));
        for (int count : trades) {
            assertThat(takers).as("one wish at a time").hasSize(1);
            takers.removeFirst().accept(of(count));
            showWaiting();
        }
    }

    @Test
    void shouldShowPartsAndThenTheWhole() {
        script = (watch, control) -> {
            tellParts(watch, 1, 4);
            assertThat(shown.isPart()).isTrue();
            assertThat(shown.result().get()).as("what can be pinned").isNull();
            assertThat(shown.requestOf(of(4))).isEqualTo(request(1));
            assertThat(shown.untilNs()).isEqualTo(data.lastNs());
            shown.selectedTrade().set(2);
        };
        start(request(1));
        runAll();
        assertThat(seen).containsExactly("1 trades", "4 trades", whole());
        assertThat(shown.isPart()).isFalse();
        assertThat(shown.result().get()).isSameAs(shown.seen().get());
        assertThat(shown.selectedTrade().get()).as("trade of the same run").isEqualTo(2);
    }

    @Test
    void shouldPinAndReportNothingThatIsPart() {
        start(request(1));
        runAll();
        script = (watch, control) -> {
            tellParts(watch, 1);
            shown.pinOrUnpin();
            shown.report(page -> assertThat(page).as("a report").isNull());
            assertThat(tasks.message().get()).contains("still goes on");
        };
        start(request(2));
        runAll();
        assertThat(begun).hasSize(2);
    }

    @Test
    void shouldShowTheLastResultAgainAfterAFailure() {
        start(request(1));
        runAll();
        seen.clear();
        script = (watch, control) -> {
            tellParts(watch, 1);
            throw new ProblemException("the strategy failed");
        };
        start(request(2));
        runAll();
        assertThat(seen).containsExactly("1 trades", whole());
        assertThat(shown.requestOf(result)).isEqualTo(request(1));
        assertThat(tasks.message().get()).contains("the strategy failed");
    }

    @Test
    void shouldShowTheLastResultAgainAfterCancellation() {
        start(request(1));
        runAll();
        seen.clear();
        script = (watch, control) -> {
            tellParts(watch, 3);
            live.cancel();
            throw new CancellationException();
        };
        start(request(2));
        runAll();
        assertThat(seen).containsExactly("3 trades", whole());
    }

    @Test
    void shouldShowTheLastResultAgainWhereTheCancelledRunWasAtItsEnd() {
        start(request(1));
        runAll();
        seen.clear();
        script = (watch, control) -> tellParts(watch, 3);
        start(request(2));
        background.remove().run();
        live.cancel();
        runAll();
        assertThat(seen).containsExactly("3 trades", whole());
    }

    @Test
    void shouldGiveARunTheTimeForItsFirstPart() {
        start(request(1));
        start(request(2));
        start(request(3));
        assertThat(background).hasSize(1);
        script = (watch, control) -> {
            tellParts(watch, 1);
            young.pass();
            showWaiting();
            tellNobody(watch);
            control.throwIfCancelled();
        };
        background.remove().run();
        script = (watch, control) -> {};
        runAll();
        assertThat(begun).containsExactly(begunAs(request(1)), begunAs(request(3)));
        assertThat(seen).containsExactly("1 trades", whole());
    }

    private void tellNobody(RunWatch watch) {
        watch.begin((atNanos, taker) -> taker.accept(of(5)));
        showWaiting();
    }

    @Test
    void shouldMakeTheRunThatWaitsAsSoonAsAShortOneHasEnded() {
        start(request(1));
        start(request(2));
        runAll();
        assertThat(begun).containsExactly(begunAs(request(1)), begunAs(request(2)));
        young.pass();
        runAll();
        assertThat(begun).hasSize(2);
    }

    @Test
    void shouldMakeNothingThatWaitsAfterCancellation() {
        start(request(1));
        start(request(2));
        live.cancel();
        young.pass();
        runAll();
        assertThat(begun).isEmpty();
        assertThat(seen).isEmpty();
    }
}
