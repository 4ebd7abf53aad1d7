package ai.backtestr.data.segment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.engine.tick.TickPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentCacheTest {
    private static final int PAGES = 3;
    private static final int TICKS_A_PAGE = 10;

    @TempDir
    Path home;

    private Path folder = Path.of("");
    private SegmentCache cache = new SegmentCache(folder);

    @BeforeEach
    void makeCache() {
        folder = home.resolve("segments");
        cache = new SegmentCache(folder);
    }

    /// Ticks stand at 0, 1, 2 ... 29, ten a page.
    @ParameterizedTest
    @CsvSource({"0, 30", "-5, 99", "0, 10", "10, 20", "5, 6", "9, 11", "3, 27", "29, 30", "30, 40", "12, 12"})
    void shouldHandOutTheTicksOfAStretch(long fromNs, long toNs) throws Exception {
        write(1, "digest");
        List<Long> times = new ArrayList<>();
        TickDigest digest = new TickDigest();
        try (SegmentTicks ticks = new SegmentTicks(cache.open(1, "digest").orElseThrow(), fromNs, toNs, digest);
                TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY)) {
            while (ticks.fill(page)) {
                for (int i = 0; i < page.count(); i++) {
                    times.add(page.timeNs(i));
                }
            }
        }
        List<Long> expected = new ArrayList<>();
        for (long time = Math.max(0, fromNs); time < Math.min(30, toNs); time++) {
            expected.add(time);
        }
        assertThat(times).isEqualTo(expected);
        assertThat(digest.text(0, 0)).isEqualTo(digestOf(expected));
    }

    @Test
    void shouldForgetASegmentOfOtherTicks() throws IOException {
        write(1, "before");
        assertThat(cache.open(1, "after")).isEmpty();
        assertThat(cache.open(1, "before")).isEmpty();
    }

    @Test
    void shouldForgetADamagedSegment() throws IOException {
        write(1, "digest");
        Path file = folder.resolve("part-1.segment");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 20]++;
        Files.write(file, bytes);
        assertThat(cache.open(1, "digest")).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void shouldKeepOnlyTheSegmentsOfLiveParts() throws IOException {
        write(1, "a");
        write(2, "b");
        Files.writeString(folder.resolve("part-3.segment123.tmp"), "left by an interrupted writer");
        cache.keepOnly(Set.of(2));
        assertThat(folder).isDirectoryNotContaining("glob:**/part-1*").isDirectoryNotContaining("glob:**/*.tmp");
        cache.open(2, "b").orElseThrow().close();
    }

    @Test
    void shouldBeEmptyWithoutAFolder() {
        assertThat(cache.open(1, "digest")).isEmpty();
        cache.keepOnly(Set.of());
        cache.discard(1);
    }

    private void write(int part, String digest) throws IOException {
        try (SegmentWriter writer = cache.create(part, digest)) {
            for (int i = 0; i < PAGES; i++) {
                try (TickPage page = new TickPage(TICKS_A_PAGE)) {
                    for (int tick = 0; tick < TICKS_A_PAGE; tick++) {
                        append(page, i * TICKS_A_PAGE + tick);
                    }
                    writer.add(page);
                }
            }
            writer.finish();
        }
    }

    private static String digestOf(List<Long> times) {
        TickDigest digest = new TickDigest();
        try (TickPage page = new TickPage(PAGES * TICKS_A_PAGE)) {
            times.forEach(time -> append(page, time));
            digest.add(page, 0, page.count());
        }
        return digest.text(0, 0);
    }

    private static void append(TickPage page, long timeNs) {
        page.appendQuote(timeNs, 100 + timeNs % 3, 101 + timeNs % 5, 0, 0);
    }
}
