package ai.backtestr.benchmarks;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.tick.DecodedTicks;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.util.Random;

/// Made-up quotes of EURUSD, seed 1.
///
/// Two ways of coming: [#BURSTS], as recorded quotes of EURUSD do, 100 000 a day of which one in four begins a
/// second of its own and one in eighty a minute (FXCM, May 2014: 88 000 a day, 18 % to 42 % and 0.9 % to 6.8 %);
/// and [#EVEN], half a second apart on average, of which five in eight begin a second: the worst case for bars of a
/// second.
final class SyntheticTicks implements TickSource {
    static final String BURSTS = "bursts";
    static final String EVEN = "even";
    static final Instrument EURUSD = new Instrument("EURUSD", 5, 2, "USD", TradingCalendar.FOREX);

    private final Random random = new Random(1);
    private final boolean bursts;
    private final int pages;
    private int filled;
    private long timeNs = 1_400_000_000_000_000_000L;
    private long bid = 138_000;

    private SyntheticTicks(int pages, String way) {
        this.pages = pages;
        this.bursts = way.equals(BURSTS);
    }

    /// Returns `pages` full pages of them, to be closed by the caller.
    static DecodedTicks decoded(int pages, String way) {
        try (TickSource ticks = source(pages, way)) {
            return DecodedTicks.of(ticks);
        }
    }

    /// Returns as many, to be read once.
    static TickSource source(int pages, String way) {
        return new SyntheticTicks(pages, way);
    }

    @Override
    public Instrument instrument() {
        return EURUSD;
    }

    @Override
    public boolean hasTrades() {
        return false;
    }

    @Override
    public String dataDigest() {
        return "synthetic";
    }

    @Override
    public long tickCount() {
        return (long) pages * TickPage.DEFAULT_CAPACITY;
    }

    @Override
    public boolean fill(TickPage page) {
        page.clear();
        if (filled == pages) {
            return false;
        }
        filled++;
        while (!page.isFull()) {
            timeNs += gapNs();
            bid = Math.max(1000, bid + random.nextInt(7) - 3);
            page.appendQuote(timeNs, bid, bid + 1 + random.nextInt(5), 100, 100);
        }
        return true;
    }

    private long gapNs() {
        if (!bursts) {
            return random.nextLong(1_000_000_000L);
        }
        return random.nextInt(5) > 0
                ? random.nextLong(150_000_000L)
                : (long) (-4e9 * Math.log(1 - random.nextDouble()));
    }

    @Override
    public void close() {}
}
