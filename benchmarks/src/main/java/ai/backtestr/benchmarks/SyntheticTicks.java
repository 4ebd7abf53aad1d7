package ai.backtestr.benchmarks;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Decoded pages of made-up EURUSD quotes, handed out again and again: a source that costs one copy of the columns,
/// so that the engine is measured and not the reading. Half a second between ticks on average; seed 1.
final class SyntheticTicks implements TickSource {
    static final Instrument EURUSD = new Instrument("EURUSD", 5, 2, "USD", TradingCalendar.FOREX);

    private final List<TickPage> pages = new ArrayList<>();
    private final int ticks;
    private int next;

    SyntheticTicks(int pageCount) {
        Random random = new Random(1);
        long timeNs = 1_400_000_000_000_000_000L;
        long bid = 138_000;
        for (int i = 0; i < pageCount; i++) {
            TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);
            while (!page.isFull()) {
                timeNs += random.nextLong(1_000_000_000L);
                bid = Math.max(1000, bid + random.nextInt(7) - 3);
                page.appendQuote(timeNs, bid, bid + 1 + random.nextInt(5), 100, 100);
            }
            pages.add(page);
        }
        ticks = pageCount * TickPage.DEFAULT_CAPACITY;
    }

    List<TickPage> pages() {
        return pages;
    }

    void rewind() {
        next = 0;
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
        return ticks;
    }

    @Override
    public boolean fill(TickPage page) {
        page.clear();
        if (next == pages.size()) {
            return false;
        }
        TickPage from = pages.get(next++);
        copy(from.time(), page.time());
        copy(from.bid(), page.bid());
        copy(from.ask(), page.ask());
        copy(from.bidSize(), page.bidSize());
        copy(from.askSize(), page.askSize());
        copy(from.flags(), page.flags());
        page.setCount(from.count());
        return true;
    }

    private static void copy(MemorySegment from, MemorySegment to) {
        MemorySegment.copy(from, 0, to, 0, from.byteSize());
    }

    @Override
    public void close() {
        pages.forEach(TickPage::close);
    }
}
