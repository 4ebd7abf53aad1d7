package ai.backtestr.benchmarks;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.Side;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What MAE and MFE cost where they cost most: on each single tick while a position is held, beside the marking of the
/// position to that tick that is needed without them. Stretches of quiet ticks take them in once a stretch. One
/// operation is one tick; the score is nanoseconds.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExcursionBenchmark {
    private static final int TICKS = 65_536;

    private final long[] bids = new long[TICKS];
    private final Market market = new Market();
    private final Account account = new Account(SyntheticTicks.EURUSD, Money.parse("100000000"));
    private final EquityCurve curve = new EquityCurve(SyntheticTicks.EURUSD.calendar(), Money.parse("100000000"));

    public ExcursionBenchmark() {
        Random random = new Random(1);
        long bid = 110_000;
        for (int i = 0; i < TICKS; i++) {
            bid += random.nextInt(-3, 4);
            bids[i] = bid;
        }
        account.book(new Fill(0, 1, Side.BUY, 100_000, bids[0], 0));
    }

    @Benchmark
    @OperationsPerInvocation(TICKS)
    public long marked() {
        for (int i = 0; i < TICKS; i++) {
            market.onTick(i, bids[i], bids[i] + 2, false);
            curve.onEquity(account.equity(market));
        }
        return curve.last();
    }

    @Benchmark
    @OperationsPerInvocation(TICKS)
    public long markedWithExcursions() {
        for (int i = 0; i < TICKS; i++) {
            market.onTick(i, bids[i], bids[i] + 2, false);
            account.onMark(market);
            curve.onEquity(account.equity(market));
        }
        return curve.last();
    }
}
