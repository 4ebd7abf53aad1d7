package ai.backtestr.engine.tick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TickBlockTest {
    private final TickBlock block = new TickBlock();

    /// Pages of every kind of fault, whole and cut anywhere: what is known of a page from before is what one would
    /// find by looking at each tick.
    @Test
    void shouldFindTheSameInAPageThatWasCheckedAsTickByTick() {
        long seed = System.nanoTime();
        System.out.println("TickBlockTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            try (TickPage page = randomPage(random)) {
                page.check(new TickBlock());
                loadAll(page, random);
            }
        }
    }

    private void loadAll(TickPage page, Random random) {
        int to;
        for (int from = 0; from < page.count(); from = to) {
            to = TickBlock.end(from, Math.min(page.count(), from + 1 + random.nextInt(1500)));
            boolean sound = block.load(page, from, to, Long.MIN_VALUE);
            int start = from - from % 1024; // a block is sound or not as a whole
            int end = Math.min(page.count(), start + 1024);
            assertThat(sound).isEqualTo(isSound(page, start, end));
            if (sound) {
                assertThat(block.hasTrades()).isEqualTo(TickFlags.isTrade(page.flagBits(from)));
                assertColumns(page, from, to);
            }
        }
    }

    private void assertColumns(TickPage page, int from, int to) {
        assertThat(block.count()).isEqualTo(to - from);
        for (int i = from; i < to; i++) {
            assertThat(block.times()[i - from]).isEqualTo(page.timeNs(i));
            assertThat(block.bids()[i - from]).isEqualTo(page.bidPrice(i));
            assertThat(block.asks()[i - from]).isEqualTo(page.askPrice(i));
            assertThat(block.lowers()[i - from]).isEqualTo(Math.min(page.bidPrice(i), page.askPrice(i)));
            assertThat(block.highers()[i - from]).isEqualTo(Math.max(page.bidPrice(i), page.askPrice(i)));
        }
    }

    private static boolean isSound(TickPage page, int from, int to) {
        boolean trades = TickFlags.isTrade(page.flagBits(from));
        for (int i = from; i < to; i++) {
            boolean back = i > from && page.timeNs(i) < page.timeNs(i - 1);
            boolean other = TickFlags.isTrade(page.flagBits(i)) != trades;
            if (back || other || page.bidPrice(i) <= 0 || page.askPrice(i) <= 0) {
                return false;
            }
        }
        return true;
    }

    /// A page of up to three blocks, most of them sound, some with one fault or with crossed quotes.
    private static TickPage randomPage(Random random) {
        int count = 1 + random.nextInt(3000);
        TickPage page = new TickPage(count);
        boolean trades = random.nextBoolean();
        int fault = random.nextInt(2 * count);
        int kind = random.nextInt(4);
        long timeNs = 1000;
        for (int i = 0; i < count; i++) {
            timeNs += random.nextInt(3);
            long bid = 100L + random.nextInt(50);
            boolean faulty = i == fault;
            boolean trade = trades ^ (faulty && kind == 0);
            long at = faulty && kind == 1 ? timeNs - 500L : timeNs;
            long price = faulty && kind == 2 ? 0 : bid;
            if (trade) {
                page.appendTrade(at, price, 1, TickFlags.AGGRESSOR_BUY);
            } else {
                page.appendQuote(at, price, faulty && kind == 3 ? bid - 20 : bid + random.nextInt(3), 1, 1);
            }
        }
        return page;
    }

    @Test
    void shouldForgetWhatItKnewOfAPageThatIsWrittenToAgain() {
        try (TickPage page = new TickPage(2048)) {
            page.appendQuote(1, 100, 101, 0, 0);
            page.check(block);
            page.appendQuote(2, -1, 101, 0, 0);
            assertThat(block.load(page, 0, 2, 0)).isFalse();
            page.check(block);
            page.clear();
            page.appendQuote(3, 100, 101, 0, 0);
            assertThat(block.load(page, 0, 1, 0)).isTrue();
            page.check(block);
            page.bid().setAtIndex(java.lang.foreign.ValueLayout.JAVA_LONG, 0, 0);
            page.setCount(1);
            assertThat(block.load(page, 0, 1, 0)).isFalse();
        }
    }

    @Test
    void shouldNotTakeTicksEarlierThanTheLastOfTheBlockBefore() {
        try (TickPage page = new TickPage(8)) {
            page.appendQuote(5, 100, 101, 0, 0);
            page.check(block);
            assertThat(block.load(page, 0, 1, 6)).isFalse();
            assertThat(block.load(page, 0, 1, 5)).isTrue();
        }
    }
}
