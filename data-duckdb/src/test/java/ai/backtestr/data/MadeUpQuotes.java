package ai.backtestr.data;

import ai.backtestr.data.store.IncomingTicks;
import ai.backtestr.data.store.Origin;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.Tally;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.tick.TickPage;
import java.util.List;
import java.util.Random;

/// Random quotes of EURUSD with gaps, and many ticks to one time, on their way into a store. Remembers them.
public final class MadeUpQuotes implements IncomingTicks {
    /// The symbol they are stored under.
    public static final String SYMBOL = "EURUSD";

    private final long[] times;
    private final long[] bids;
    private final long[] asks;
    private int next;

    /// Makes `count` quotes from `firstNs` on, half of them at the time of the one before.
    public MadeUpQuotes(long firstNs, int count, long seed) {
        Random random = new Random(seed);
        times = new long[count];
        bids = new long[count];
        asks = new long[count];
        long timeNs = firstNs;
        for (int i = 0; i < count; i++) {
            times[i] = timeNs;
            bids[i] = 100_000L + random.nextInt(5000);
            asks[i] = bids[i] + random.nextInt(9) - 1;
            boolean gap = random.nextInt(20_000) == 0;
            timeNs += gap ? random.nextLong(86_400_000_000_000L) : random.nextInt(2) * random.nextLong(9_000_000_000L);
        }
    }

    /// Returns how many there are.
    public int count() {
        return times.length;
    }

    /// Returns the time of a quote.
    public long timeNs(int index) {
        return times[index];
    }

    /// Returns the bid of a quote.
    public long bid(int index) {
        return bids[index];
    }

    /// Returns the ask of a quote.
    public long ask(int index) {
        return asks[index];
    }

    @Override
    public Instrument instrument() {
        return new Instrument(SYMBOL, 5, 0, "USD", TradingCalendar.FOREX);
    }

    @Override
    public Origin origin() {
        return new Origin(List.of("made-up"), "made up", "made-up-" + times[0]);
    }

    @Override
    public boolean inTimeOrder() {
        return true;
    }

    @Override
    public boolean fill(TickPage page) {
        page.clear();
        for (; next < times.length && !page.isFull(); next++) {
            page.appendQuote(times[next], bids[next], asks[next], 0, 0);
        }
        return page.count() > 0;
    }

    @Override
    public Tally tally() {
        long crossed = 0;
        for (int i = 0; i < times.length; i++) {
            crossed += asks[i] < bids[i] ? 1 : 0;
        }
        return new Tally(times.length, times.length, 0, 0, crossed);
    }

    @Override
    public List<Rejection> rejections() {
        return List.of();
    }
}
