package ai.backtestr.data.cache;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.segment.SegmentCache;
import ai.backtestr.data.segment.SegmentFile;
import ai.backtestr.data.segment.SegmentOrigin;
import ai.backtestr.data.segment.SegmentWriter;
import ai.backtestr.engine.tick.TickPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedPartTest {
    private static final long LONG_NS = Long.MAX_VALUE;

    private final AtomicInteger tries = new AtomicInteger();

    @TempDir
    Path folder;

    @BeforeEach
    void writeSegment() throws IOException {
        try (SegmentWriter writer = new SegmentCache(folder).create(1, "stamp");
                TickPage page = new TickPage(10)) {
            for (int i = 0; i < 10; i++) {
                page.appendQuote(i, 100, 101, 0, 0);
            }
            writer.add(page);
            writer.finish();
        }
    }

    /// Cannot make the segment again the first time.
    private final class FailingOnce implements SegmentOrigin {
        @Override
        public String stamp() {
            return "stamp";
        }

        @Override
        public SegmentFile open() {
            return new SegmentCache(folder).open(1, "stamp").orElseThrow();
        }

        @Override
        public void read(long firstTick, int count, long firstNs, long lastNs, TickPage into) {
            throw new UnsupportedOperationException("nothing is damaged");
        }

        @Override
        public SegmentFile remake(BooleanSupplier cancelled) {
            if (tries.getAndIncrement() == 0) {
                throw new IllegalStateException("the disk is full");
            }
            return open();
        }
    }

    @Test
    void shouldMakeASegmentAgainAfterThatHasFailed() {
        try (CachedPart part = new CachedPart(new FailingOnce(), 0, 0)) {
            SegmentFile before = part.segment();
            part.remakeOnce();
            part.awaitRemaking();
            assertThat(part.segment()).isSameAs(before);

            part.remakeOnce();
            part.awaitRemaking();

            assertThat(part.segment()).isNotSameAs(before);
            part.remakeOnce();
            assertThat(tries).hasValue(2);
        }
    }

    @Test
    void shouldNotTryAgainAtOnce() {
        try (CachedPart part = new CachedPart(new FailingOnce(), 0, LONG_NS)) {
            part.remakeOnce();
            part.awaitRemaking();
            part.remakeOnce();
            part.awaitRemaking();

            assertThat(tries).hasValue(1);
        }
    }
}
