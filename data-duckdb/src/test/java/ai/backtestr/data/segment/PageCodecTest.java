package ai.backtestr.data.segment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCodecTest {
    private static final int CAPACITY = 5_000;
    private final PageEncoder encoder = new PageEncoder(CAPACITY);
    private final PageDecoder decoder = new PageDecoder();
    private final ByteBuffer buffer = encoder.newBuffer();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 1023, 1024, 1025, 2048, 4999, 5000})
    void shouldGiveBackQuotes(int count) {
        try (TickPage page = new TickPage(CAPACITY)) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            long timeNs = 1_400_000_000_000_000_000L;
            for (int i = 0; i < count; i++) {
                timeNs += random.nextInt(50) == 0
                        ? random.nextLong(86_400_000_000_000L)
                        : random.nextInt(3000) * 1_000_000L;
                page.appendQuote(timeNs, 138_000 + random.nextInt(100), 138_000 + random.nextInt(110), 0, 0);
            }
            requireSame(page, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 255, 256, 257, 2000})
    void shouldGiveBackSizesOfFewValues(int distinct) {
        try (TickPage page = new TickPage(CAPACITY)) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            long[] sizes =
                    random.longs(distinct, 1, 1L << random.nextInt(1, 63)).toArray();
            sizes[0] = random.nextBoolean() ? Long.MAX_VALUE : 0;
            for (int i = 0; i < CAPACITY; i++) {
                // Some values are far more frequent than others, as those of dealers are.
                int bid = (int) (distinct * Math.pow(random.nextDouble(), 4));
                int ask = (int) (distinct * Math.pow(random.nextDouble(), 4));
                page.appendQuote(i * 1_000_000_000L, 100, 101, sizes[bid], sizes[ask]);
            }
            requireSame(page, "seed " + seed);
        }
    }

    @Test
    void shouldGiveBackTrades() {
        try (TickPage page = new TickPage(CAPACITY)) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            for (int i = 0; i < CAPACITY; i++) {
                byte side = random.nextBoolean() ? TickFlags.AGGRESSOR_BUY : TickFlags.AGGRESSOR_SELL;
                page.appendTrade(i / 3 * 1_000_000_000L, 80_000 + random.nextInt(50), random.nextLong(1L << 40), side);
            }
            requireSame(page, "seed " + seed);
        }
    }

    @Test
    void shouldGiveBackAnyNumbersWhatever() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            try (TickPage page = new TickPage(CAPACITY)) {
                int count = 1 + random.nextInt(1000);
                int shift = random.nextInt(64);
                for (int i = 0; i < count; i++) {
                    page.append(
                            random.nextLong() >> shift,
                            random.nextLong() >> random.nextInt(64),
                            random.nextLong() >> shift,
                            random.nextInt(3) == 0 ? random.nextLong() : 7,
                            random.nextLong() >>> shift,
                            (byte) random.nextInt());
                }
                requireSame(page, "seed " + seed + " round " + round);
            }
        }
    }

    @Test
    void shouldGiveBackTheExtremesOfLong() {
        try (TickPage page = new TickPage(CAPACITY)) {
            long[] extremes = {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1, Long.MIN_VALUE + 1};
            for (long one : extremes) {
                for (long other : extremes) {
                    page.append(one, other, one, other, one, (byte) other);
                }
            }
            requireSame(page, "extremes");
        }
    }

    private void requireSame(TickPage page, String what) {
        encoder.encode(page, buffer, new TickCell());
        try (TickPage decoded = new TickPage(CAPACITY)) {
            decode(MemorySegment.ofBuffer(buffer), page.count(), decoded);
            assertThat(decoded.count()).isEqualTo(page.count());
            for (int i = 0; i < page.count(); i++) {
                assertThat(text(decoded, i)).as("%s, tick %d", what, i).isEqualTo(text(page, i));
            }
        }
    }

    private void decode(MemorySegment bytes, int ticks, TickPage into) {
        for (int group = 0, from = 0; from < ticks; group++, from += PageTable.GROUP) {
            MemorySegment encoded =
                    bytes.asSlice(PageTable.groupOffset(bytes, group), PageTable.groupBytes(bytes, group));
            decoder.decode(encoded, Math.min(PageTable.GROUP, ticks - from), into, from);
        }
        into.setCount(ticks);
    }

    private static String text(TickPage page, int i) {
        return page.timeNs(i) + " " + page.bidPrice(i) + " " + page.askPrice(i) + " " + page.bidQuantity(i) + " "
                + page.askQuantity(i) + " " + page.flagBits(i);
    }
}
