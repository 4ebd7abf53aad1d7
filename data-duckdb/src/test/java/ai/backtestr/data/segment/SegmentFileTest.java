package ai.backtestr.data.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.engine.tick.TickPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentFileTest {
    private static final int PAGES = 3;

    @TempDir
    Path folder;

    @Test
    void shouldGiveBackWhatWasWritten() throws Exception {
        List<String> written = write("a copy of part 1");
        try (SegmentFile segment = new SegmentFile(file());
                TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY)) {
            assertThat(segment.key()).isEqualTo("a copy of part 1");
            assertThat(segment.pageCount()).isEqualTo(PAGES);
            assertThat(segment.tickCount()).isEqualTo(written.size());
            List<String> read = new ArrayList<>();
            TickDigest digest = new TickDigest();
            for (int i = 0; i < PAGES; i++) {
                segment.cursor().decode(i, page);
                assertThat(segment.firstNs(i)).isEqualTo(page.timeNs(0));
                assertThat(segment.lastNs(i)).isEqualTo(page.timeNs(page.count() - 1));
                addTexts(page, read);
                digest.add(page, 0, page.count());
            }
            assertThat(read).isEqualTo(written);
            TickDigest ofPages = new TickDigest();
            for (int i = 0; i < PAGES; i++) {
                ofPages.add(segment.digest(i));
            }
            assertThat(ofPages.text(5, 2)).isEqualTo(digest.text(5, 2));
        }
        assertThat(filesIn(folder)).hasSize(1);
    }

    @Test
    void shouldFindThePageOfATime() throws Exception {
        write("key");
        try (SegmentFile segment = new SegmentFile(file())) {
            assertThat(segment.firstPageFrom(Long.MIN_VALUE)).isZero();
            assertThat(segment.firstPageFrom(segment.firstNs(1))).isEqualTo(1);
            assertThat(segment.firstPageFrom(segment.lastNs(1))).isEqualTo(1);
            assertThat(segment.firstPageFrom(segment.lastNs(1) + 1)).isEqualTo(2);
            assertThat(segment.firstPageFrom(Long.MAX_VALUE)).isEqualTo(PAGES);
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenNotFinished() throws IOException {
        try (SegmentWriter writer = new SegmentWriter(file(), "key");
                TickPage page = randomPage(new Random(1), 0)) {
            writer.add(page);
        }
        assertThat(filesIn(folder)).isEmpty();
    }

    @Test
    void shouldNeverHandOutADamagedPage() throws Exception {
        List<String> written = write("key");
        byte[] whole = Files.readAllBytes(file());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), damaged);
            assertThat(readOrDamaged()).as("seed %d round %d", seed, round).isIn(List.of(), written);
        }
    }

    @Test
    void shouldRefuseATruncatedFile() throws Exception {
        write("key");
        byte[] whole = Files.readAllBytes(file());
        for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 1}) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> new SegmentFile(file()))
                    .isInstanceOf(SegmentDamagedException.class)
                    .hasMessageContaining(file().toString());
        }
    }

    @Test
    void shouldDigestAlikeHoweverTicksAreSplit() {
        try (TickPage page = randomPage(new Random(5), 0)) {
            TickDigest whole = new TickDigest();
            whole.add(page, 0, page.count());
            for (int cut : new int[] {0, 1, 77, page.count() - 1, page.count()}) {
                TickDigest left = new TickDigest();
                left.add(page, 0, cut);
                TickDigest right = new TickDigest();
                right.add(page, cut, page.count());
                left.add(right);
                assertThat(left.text(5, 2)).isEqualTo(whole.text(5, 2));
            }
            TickDigest shorter = new TickDigest();
            shorter.add(page, 0, page.count() - 1);
            assertThat(shorter.text(5, 2)).isNotEqualTo(whole.text(5, 2));
            assertThat(whole.text(5, 3)).isNotEqualTo(whole.text(5, 2));
        }
    }

    @Test
    void shouldDigestSwappedAndChangedTicksDifferently() {
        List<String> digests = new ArrayList<>();
        long[][] variants = {
            {1, 10, 11, 5, 6}, {1, 11, 10, 5, 6}, {1, 10, 11, 6, 5}, {2, 10, 11, 5, 6}, {1, 10, 11, 5, 7}
        };
        for (long[] first : variants) {
            for (long[] second : variants) {
                try (TickPage page = new TickPage(2)) {
                    page.append(first[0], first[1], first[2], first[3], first[4], (byte) 0);
                    page.append(second[0], second[1], second[2], second[3], second[4], (byte) 0);
                    TickDigest digest = new TickDigest();
                    digest.add(page, 0, 2);
                    digests.add(digest.text(0, 0));
                }
            }
        }
        assertThat(digests).doesNotHaveDuplicates();
    }

    private List<String> readOrDamaged() throws IOException {
        List<String> read = new ArrayList<>();
        try (SegmentFile segment = new SegmentFile(file());
                TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY)) {
            for (int i = 0; i < segment.pageCount(); i++) {
                segment.cursor().decode(i, page);
                addTexts(page, read);
            }
            return read;
        } catch (SegmentDamagedException e) {
            return List.of();
        }
    }

    private List<String> write(String key) throws IOException {
        List<String> written = new ArrayList<>();
        Random random = new Random(3);
        try (SegmentWriter writer = new SegmentWriter(file(), key)) {
            for (int i = 0; i < PAGES; i++) {
                try (TickPage page = randomPage(random, i * 10_000_000_000_000L)) {
                    writer.add(page);
                    addTexts(page, written);
                }
            }
            writer.finish();
        }
        return written;
    }

    private static TickPage randomPage(Random random, long startNs) {
        TickPage page = new TickPage(2_000);
        long timeNs = startNs;
        while (!page.isFull()) {
            timeNs += random.nextInt(1000) * 1_000_000L;
            page.appendQuote(timeNs, 1000 + random.nextInt(50), 1000 + random.nextInt(60), random.nextInt(9), 3);
        }
        return page;
    }

    private static void addTexts(TickPage page, List<String> into) {
        for (int i = 0; i < page.count(); i++) {
            into.add(page.timeNs(i) + " " + page.bidPrice(i) + " " + page.askPrice(i) + " " + page.bidQuantity(i) + " "
                    + page.askQuantity(i) + " " + page.flagBits(i));
        }
    }

    private Path file() {
        return folder.resolve("part-1.segment");
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
