package ai.backtestr.benchmarks;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.replay.DecodedReplayTicks;
import ai.backtestr.engine.replay.Replay;
import ai.backtestr.engine.replay.Step;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.tick.DecodedTicks;
import ai.backtestr.engine.tick.TickPage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How long a step back takes at the end of 30 million ticks, with a strategy on bars and with one on ticks: with
/// checkpoints in their places, with none, and one after the other without a rest.
public final class StepBackCheck {
    private static final int TICKS = 30_000_000;
    private static final int STEPS = 9;

    private StepBackCheck() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (DecodedTicks ticks =
                SyntheticTicks.decoded(TICKS / TickPage.DEFAULT_CAPACITY + 1, SyntheticTicks.BURSTS)) {
            check("strategy on bars", BacktestSpec.of(TrendFollower.DEFINITION, Map.of()), ticks);
            check("strategy on ticks", BacktestSpec.of(Scalper.DEFINITION, Map.of()), ticks);
        }
    }

    private static void check(String what, BacktestSpec spec, DecodedTicks ticks) throws InterruptedException {
        BacktestSpec charted = spec.withChartTimeframes(EngineState.EIGHT);
        try (Replay replay = new Replay(charted, new DecodedReplayTicks(ticks))) {
            print(what + ", straight to the end", once(replay, new Step.Position(ticks.tickCount())));
            print(what + ", a tick back at once, no checkpoint ready", once(replay, new Step.Ticks(-1)));
            rested(what + ", a tick back", replay, new Step.Ticks(-1));
            rested(what + ", a bar of an hour back", replay, new Step.Bars(Timeframe.ONE_HOUR, -1));
            rested(what + ", a day back", replay, new Step.Bars(Timeframe.ONE_DAY, -1));
            TimeUnit.SECONDS.sleep(10);
            long startNs = System.nanoTime();
            for (int i = 0; i < STEPS; i++) {
                replay.step(new Step.Ticks(-1));
            }
            print(what + ", a tick back, mean of nine without a rest", (System.nanoTime() - startNs) / STEPS);
        }
    }

    private static void rested(String what, Replay replay, Step step) throws InterruptedException {
        long[] took = new long[STEPS];
        for (int i = 0; i < STEPS; i++) {
            TimeUnit.SECONDS.sleep(3);
            took[i] = once(replay, step);
        }
        Arrays.sort(took);
        print(what + ", median of nine", took[STEPS / 2]);
        print(what + ", longest", took[STEPS - 1]);
    }

    private static long once(Replay replay, Step step) {
        long startNs = System.nanoTime();
        replay.step(step);
        return System.nanoTime() - startNs;
    }

    private static void print(String what, long nanoseconds) {
        System.out.printf(Locale.ROOT, "%s: %.2f ms%n", what, nanoseconds / 1e6);
    }
}
