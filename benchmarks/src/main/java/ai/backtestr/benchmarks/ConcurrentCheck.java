package ai.backtestr.benchmarks;

import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.ConcurrentBacktests;
import ai.backtestr.engine.tick.DecodedTicks;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a second processor is worth: backtests on ticks over the same pages, one after the other and two at once, by
/// turns, so that both meet the machine in the same state, held against the target of 1.8 times. Beside it, in the
/// same rounds, the limit: plain arithmetic in registers, which is worth less than twice too where the machine does
/// not give both processors whole.
public final class ConcurrentCheck {
    private static final double TARGET = 1.8;
    private static final int AT_ONCE = 2;
    private static final int BACKTESTS = 8;
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 41;
    private static final long STEPS = 300_000_000;

    /// The work of one round, in millions of its units a second.
    private record Round(double alone, double both) {
        double times() {
            return both / alone;
        }
    }

    private ConcurrentCheck() {}

    /// Runs for a minute or so and exits with 1 if the target is missed.
    public static void main(String[] arguments) {
        List<Round> backtests;
        List<Round> arithmetic;
        try (DecodedTicks ticks = SyntheticTicks.decoded(EngineState.PAGES, SyntheticTicks.BURSTS)) {
            IntStream.range(0, WARM_UP).forEach(_ -> round(threads -> backtests(ticks, threads)));
            List<Round[]> rounds = Stream.generate(() ->
                            new Round[] {round(threads -> backtests(ticks, threads)), round(ConcurrentCheck::arithmetic)
                            })
                    .limit(ROUNDS)
                    .toList();
            backtests = rounds.stream().map(round -> round[0]).toList();
            arithmetic = rounds.stream().map(round -> round[1]).toList();
        }
        print("backtests, million ticks a second", backtests);
        print("arithmetic, million steps a second", arithmetic);
        double times = median(backtests.stream().mapToDouble(Round::times));
        System.out.printf(
                Locale.ROOT, "target %.1f times, median round: %s%n", TARGET, times >= TARGET ? "met" : "missed");
        System.exit(times >= TARGET ? 0 : 1);
    }

    private static Round round(IntToLongFunction work) {
        return new Round(rate(work, 1), rate(work, AT_ONCE));
    }

    private static double rate(IntToLongFunction work, int threads) {
        long startNs = System.nanoTime();
        return work.applyAsLong(threads) * 1e3 / (System.nanoTime() - startNs);
    }

    private static long backtests(DecodedTicks ticks, int threads) {
        BacktestSpec spec = BacktestSpec.of(Scalper.DEFINITION, Map.of()).withChartTimeframes(EngineState.EIGHT);
        ConcurrentBacktests all = new ConcurrentBacktests(ticks, Collections.nCopies(BACKTESTS, spec), threads);
        return all.run().stream()
                .mapToLong(result -> result.orElseThrow().ticks())
                .sum();
    }

    private static long arithmetic(int threads) {
        List<Thread> running = IntStream.range(0, threads)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> xorShift(STEPS / threads)))
                .toList();
        for (Thread thread : running) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return STEPS;
    }

    private static void xorShift(long steps) {
        long x = 1;
        for (long i = 0; i < steps; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        if (x == 0) {
            throw new IllegalStateException("xorshift never comes to 0");
        }
    }

    private static void print(String what, List<Round> rounds) {
        System.out.printf(
                Locale.ROOT,
                "%s: alone %.1f, both together %.1f; times by round %s%n",
                what,
                median(rounds.stream().mapToDouble(Round::alone)),
                median(rounds.stream().mapToDouble(Round::both)),
                spread(rounds.stream().mapToDouble(Round::times)));
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String spread(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int last = sorted.length - 1;
        return String.format(
                Locale.ROOT,
                "%.2f median (quarters %.2f and %.2f, lowest %.2f, highest %.2f)",
                sorted[sorted.length / 2],
                sorted[last / 4],
                sorted[last * 3 / 4],
                sorted[0],
                sorted[last]);
    }
}
