package ai.backtestr.data.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.tick.TickPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a cursor tells of any run of ticks equals what is found by looking at each of them.
class SegmentCursorTest {
    private static final int PAGES = 90; // more than 8 * 8, so that there are three levels above the pages
    private static final int LARGEST_PAGE = 12_000; // more than eight groups

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<long[]> ticks = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeEach
    void writeSegment() throws IOException {
        long timeNs = -5_000_000;
        try (SegmentWriter writer = new SegmentWriter(file(), "key")) {
            for (int i = 0; i < PAGES; i++) {
                try (TickPage page = new TickPage(1 + random.nextInt(i % 9 == 0 ? LARGEST_PAGE : 1500))) {
                    while (!page.isFull()) {
                        timeNs += random.nextInt(4); // a quarter share the time of the tick before
                        long bid = 100_000L + random.nextInt(5000);
                        long ask = bid + random.nextInt(12) - 2;
                        if (random.nextInt(10) == 0) {
                            page.appendTrade(timeNs, bid, 5, (byte) 0);
                            ask = bid;
                        } else {
                            page.appendQuote(timeNs, bid, ask, 0, 0);
                        }
                        ticks.add(new long[] {timeNs, bid, ask});
                    }
                    writer.add(page);
                }
            }
            writer.finish();
        }
    }

    @Test
    void shouldSumUpAnyRunOfTicks() throws Exception {
        try (SegmentFile segment = new SegmentFile(file());
                SegmentCursor cursor = segment.cursor()) {
            for (int round = 0; round < 2000; round++) {
                int from = random.nextInt(ticks.size());
                int length = 1 << random.nextInt(17);
                int to = Math.min(from + 1 + random.nextInt(length), ticks.size());
                TickCell cell = new TickCell();
                cursor.add(from, to, cell);
                assertThat(text(cell)).as("seed %d, %d to %d", seed, from, to).isEqualTo(slowly(from, to));
            }
            TickCell all = new TickCell();
            cursor.add(0, ticks.size(), all);
            assertThat(text(all)).isEqualTo(slowly(0, ticks.size()));
        }
    }

    @Test
    void shouldReadFewCellsForALongRun() throws Exception {
        try (SegmentFile segment = new SegmentFile(file());
                SegmentCursor cursor = segment.cursor()) {
            cursor.add(1, ticks.size() - 1, new TickCell());
            // Up to seven cells of each of five levels, on the way up and on the way down.
            assertThat(cursor.cellsRead()).as("seed %d", seed).isLessThanOrEqualTo(2 * 5 * 7);
            assertThat(cursor.groupsDecoded()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void shouldFindTheFirstTickFromATimeOn() throws Exception {
        try (SegmentFile segment = new SegmentFile(file());
                SegmentCursor cursor = segment.cursor()) {
            long lastNs = ticks.getLast()[0];
            for (int round = 0; round < 3000; round++) {
                long timeNs = -5_000_010 + random.nextLong(lastNs + 5_000_030);
                assertThat(cursor.indexOf(timeNs))
                        .as("seed %d, time %d", seed, timeNs)
                        .isEqualTo(slowIndexOf(timeNs));
                int tick = random.nextInt(ticks.size());
                assertThat(cursor.timeNs(tick))
                        .as("seed %d, tick %d", seed, tick)
                        .isEqualTo(ticks.get(tick)[0]);
            }
            assertThat(cursor.indexOf(Long.MIN_VALUE)).isZero();
            assertThat(cursor.indexOf(Long.MAX_VALUE)).isEqualTo(ticks.size());
        }
    }

    @Test
    void shouldSumUpRightlyOrNotAtAllWhenDamaged() throws Exception {
        byte[] whole = Files.readAllBytes(file());
        int refused = 0;
        for (int round = 0; round < 100; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), damaged);
            for (int run = 0; run < 20; run++) {
                int from = random.nextInt(ticks.size());
                int to = from + random.nextInt(ticks.size() - from);
                TickCell cell = new TickCell();
                try (SegmentFile segment = new SegmentFile(file());
                        SegmentCursor cursor = segment.cursor()) {
                    cursor.add(from, to, cell);
                    assertThat(text(cell)).as("seed %d round %d", seed, round).isEqualTo(slowly(from, to));
                } catch (SegmentDamagedException e) {
                    refused++;
                }
            }
        }
        assertThat(refused).as("seed %d", seed).isPositive();
    }

    @Test
    void shouldRefuseASegmentOfTheFormatBefore() throws IOException {
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length - 1] = '1'; // the last letter of the mark at the end is the format's number
        Files.write(file(), bytes);
        assertThatThrownBy(() -> new SegmentFile(file())).isInstanceOf(SegmentDamagedException.class);
    }

    private String slowly(int from, int to) {
        if (from == to) {
            return "none";
        }
        List<long[]> run = ticks.subList(from, to);
        StringBuilder text = new StringBuilder().append(to - from);
        for (int column = 0; column < 3; column++) {
            int of = column;
            text.append(' ').append(run.getFirst()[of]);
            text.append(' ')
                    .append(run.stream().mapToLong(tick -> tick[of]).min().orElseThrow());
            text.append(' ')
                    .append(run.stream().mapToLong(tick -> tick[of]).max().orElseThrow());
            text.append(' ').append(run.getLast()[of]);
        }
        return text.toString();
    }

    private static String text(TickCell cell) {
        return cell.count() == 0
                ? "none"
                : cell.count() + " " + cell.firstNs() + " " + cell.firstNs() + " " + cell.lastNs() + " "
                        + cell.lastNs() + " " + cell.firstBid() + " " + cell.lowBid() + " " + cell.highBid() + " "
                        + cell.lastBid() + " " + cell.firstAsk() + " " + cell.lowAsk() + " " + cell.highAsk() + " "
                        + cell.lastAsk();
    }

    private long slowIndexOf(long timeNs) {
        int index = 0;
        while (index < ticks.size() && ticks.get(index)[0] < timeNs) {
            index++;
        }
        return index;
    }

    private Path file() {
        return folder.resolve("part-1.segment");
    }
}
