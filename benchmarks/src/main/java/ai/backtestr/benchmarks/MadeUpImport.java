package ai.backtestr.benchmarks;

import ai.backtestr.data.store.IncomingTicks;
import ai.backtestr.data.store.Origin;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.Tally;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickPage;
import java.util.List;
import java.util.Random;

/// Made-up EURUSD quotes on their way into a store without a file: a second apart on average, times in whole
/// milliseconds, seed 1.
final class MadeUpImport implements IncomingTicks {
    private final long ticks;
    private final Random random = new Random(1);
    private long made;
    private long timeNs = 1_400_000_000_000_000_000L;
    private long bid = 138_000;

    MadeUpImport(long ticks) {
        this.ticks = ticks;
    }

    @Override
    public Instrument instrument() {
        return SyntheticTicks.EURUSD;
    }

    @Override
    public Origin origin() {
        return new Origin(List.of("made up"), "made up", "made-up");
    }

    @Override
    public boolean inTimeOrder() {
        return true;
    }

    @Override
    public boolean fill(TickPage page) {
        page.clear();
        for (; made < ticks && !page.isFull(); made++) {
            timeNs += random.nextInt(2000) * 1_000_000L;
            bid = Math.max(1000, bid + random.nextInt(7) - 3);
            page.appendQuote(timeNs, bid, bid + 1 + random.nextInt(5), 0, 0);
        }
        return page.count() > 0;
    }

    @Override
    public Tally tally() {
        return new Tally(made, made, 0, 0, 0);
    }

    @Override
    public List<Rejection> rejections() {
        return List.of();
    }
}
