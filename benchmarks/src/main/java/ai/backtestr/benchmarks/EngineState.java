package ai.backtestr.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.tick.DecodedTicks;
import ai.backtestr.engine.tick.TickPage;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;

/// What the benchmarks of the engine have in common.
final class EngineState {
    static final int PAGES = 128;
    static final int TICKS = PAGES * TickPage.DEFAULT_CAPACITY;

    /// As charts have them.
    static final List<Timeframe> EIGHT = timeframes("1m 5m 15m 30m 1h 4h 8h 1d");

    /// The same with bars of a second, which are what costs most: most of them hold one to four ticks.
    static final List<Timeframe> EIGHT_FROM_A_SECOND = timeframes("1s 1m 5m 15m 30m 1h 4h 1d");

    private static final List<Timeframe> TWENTY =
            timeframes("1m 2m 3m 4m 5m 6m 8m 10m 12m 15m 20m 30m 40m 1h 2h 3h 4h 6h 8h 1d");

    private EngineState() {}

    private static List<Timeframe> timeframes(String texts) {
        return Stream.of(texts.split(" ")).map(Timeframe::parse).toList();
    }

    /// Returns that many timeframes, each of which is made of bars of a minute or is one.
    static List<Timeframe> timeframes(int count) {
        return count == EIGHT.size() ? EIGHT : TWENTY.subList(0, count);
    }

    /// Reads time, bid and ask of every tick and adds them up: the limit that memory sets.
    static long scan(DecodedTicks ticks) {
        long sum = 0;
        for (TickPage page : ticks.pages()) {
            MemorySegment time = page.time();
            MemorySegment bid = page.bid();
            MemorySegment ask = page.ask();
            for (int i = 0; i < page.count(); i++) {
                sum += time.getAtIndex(JAVA_LONG, i) + bid.getAtIndex(JAVA_LONG, i) + ask.getAtIndex(JAVA_LONG, i);
            }
        }
        return sum;
    }
}
