package ai.backtestr.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.backtestr.data.segment.SegmentCursor;
import ai.backtestr.data.segment.SegmentDamagedException;
import ai.backtestr.data.segment.SegmentFile;
import ai.backtestr.data.segment.SegmentWriter;
import ai.backtestr.engine.tick.DecodedTicks;
import ai.backtestr.engine.tick.TickPage;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How many ticks a second one core decodes from a memory-mapped segment into pages, checksums included, and how
/// many it encodes, beside the plain writing of the same columns: the limit that memory sets. One operation is one
/// tick; the score is million ticks a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 7, time = 2)
public class SegmentBenchmark {
    private final QuoteFile quotes = new QuoteFile();
    private final Path file = quotes.fresh("segment");
    private final DecodedTicks ticks = SyntheticTicks.decoded(QuoteFile.PAGES, SyntheticTicks.EVEN);
    private final TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);
    private final SegmentFile segment;
    private final SegmentCursor cursor;

    public SegmentBenchmark() {
        try {
            write(file, ticks);
            segment = new SegmentFile(file);
            cursor = segment.cursor();
        } catch (IOException | SegmentDamagedException e) {
            throw new IllegalStateException(e);
        }
    }

    @TearDown
    public void close() {
        page.close();
        segment.close();
        ticks.close();
        quotes.close();
    }

    @Benchmark
    @OperationsPerInvocation(QuoteFile.ROWS)
    public int decode() throws SegmentDamagedException {
        int count = 0;
        for (int i = 0; i < segment.pageCount(); i++) {
            cursor.decode(i, page);
            count += page.count();
        }
        return count;
    }

    @Benchmark
    @OperationsPerInvocation(QuoteFile.ROWS)
    public void encode() throws IOException {
        write(file, ticks);
    }

    private static void write(Path file, DecodedTicks ticks) throws IOException {
        try (SegmentWriter writer = new SegmentWriter(file, "benchmark")) {
            for (TickPage encoded : ticks.pages()) {
                writer.add(encoded);
            }
            writer.finish();
        }
    }

    /// Writes the five columns of numbers, over and over into one page as decoding does.
    @Benchmark
    @OperationsPerInvocation(QuoteFile.ROWS)
    public void plainWriteOfColumns() {
        for (int pages = 0; pages < QuoteFile.PAGES; pages++) {
            fill(page.time(), pages);
            fill(page.bid(), pages);
            fill(page.ask(), pages);
            fill(page.bidSize(), pages);
            fill(page.askSize(), pages);
        }
    }

    private static void fill(MemorySegment column, long value) {
        for (int i = 0; i < TickPage.DEFAULT_CAPACITY; i++) {
            column.setAtIndex(JAVA_LONG, i, value + i);
        }
    }
}
