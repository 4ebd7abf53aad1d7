package ai.backtestr.desktop.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.runs.RunComparison;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.runs.RunManifest;
import ai.backtestr.desktop.sample.Sample;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.replay.HandOrder;
import ai.backtestr.engine.replay.HandTraded;
import ai.backtestr.engine.replay.ReplayFrame;
import ai.backtestr.engine.replay.Step;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.builtin.EmaCross;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Replays of the sample: 100 000 recorded trades.
class ReplaySessionTest {
    private static final TimeRange LAST_DAYS = new TimeRange(Times.parse("2013-11-28"), Times.parse("2013-12-01"));

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void load() {
        workspace = Workspace.open(new HomeFolder(folder));
        Sample.loadInto(workspace).run();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static BacktestRequest request(StrategyDefinition strategy, TimeRange range) {
        return new BacktestRequest(
                Sample.SYMBOL,
                range,
                BacktestSpec.of(strategy, Map.of()).withCash(10_000_000_000_000L, BigDecimal.TEN));
    }

    private ReplaySession open(BacktestRequest request) {
        return ReplaySession.opening(workspace, request).run();
    }

    @Test
    void shouldComeToTheResultOfTheRun() {
        BacktestRequest request = request(EmaCross.DEFINITION, LAST_DAYS);
        BacktestResult run = workspace.backtest(request).run();
        try (ReplaySession session = open(request)) {
            assertThat(session.clock().frame().count()).isEqualTo(run.ticks());
            session.clock()
                    .step(new Step.Moment(Times.parse("2013-11-29T12:00")))
                    .join();
            session.clock().step(new Step.Ticks(-1)).join();
            session.clock().step(new Step.Moment(Long.MAX_VALUE)).join();
            ReplaySession.Outcome outcome = session.ending().run();
            assertThat(outcome.result().resultHash()).isEqualTo(run.resultHash());
            assertThat(outcome.request().range()).isEqualTo(LAST_DAYS);
        }
    }

    @Test
    void shouldKeepASessionByHandAsARunThatCanBeMadeAgain() {
        ReplaySession.Outcome outcome;
        try (ReplaySession session = open(request(HandTraded.NOTHING, TimeRange.ALL))) {
            session.clock()
                    .step(new Step.Moment(Times.parse("2013-11-26T12:00")))
                    .join();
            session.clock().trade(HandOrder.buy(100_000_000)).join();
            session.clock().step(new Step.Time(3 * 3_600_000_000_000L)).join();
            ReplayFrame held = session.clock().trade(HandOrder.close()).join();
            assertThat(held.state().position()).isEqualTo(100_000_000);
            session.clock().step(new Step.Ticks(50)).join();
            outcome = session.ending().run();
        }
        assertThat(outcome.result().trades()).hasSize(1);
        assertThat(outcome.result().position()).isZero();
        assertThat(outcome.result().spec().strategy().title()).isEqualTo("By hand");
        RunHistory history = new RunHistory(workspace);
        int id = history.keep(outcome.request(), outcome.result(), Instant.EPOCH, List.of(), "")
                .id();
        RunManifest manifest = history.manifest(Integer.toString(id));
        assertThat(manifest.strategy()).startsWith("by-hand-");
        RunComparison again = history.rerun(manifest).run();
        assertThat(again.isSameResult()).isTrue();
    }

    @Test
    void shouldTellThatNothingHasComeOfAReplayBeforeItsFirstTick() {
        try (ReplaySession session = open(request(HandTraded.NOTHING, TimeRange.ALL))) {
            assertThatThrownBy(() -> session.ending().run())
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("first tick");
            assertThatThrownBy(() -> session.clock().trade(HandOrder.buy(1)).join())
                    .hasMessageContaining("there is no price yet");
        }
    }
}
