package ai.backtestr.benchmarks;

import ai.backtestr.engine.tick.DecodedTicks;
import ai.backtestr.engine.tick.TickPage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder that is gone after the benchmark, with a CSV file of made-up quotes in it.
final class QuoteFile implements AutoCloseable {
    static final int PAGES = 16;
    static final int ROWS = PAGES * TickPage.DEFAULT_CAPACITY;

    private final int pages;
    private final Path folder;
    private final Path file;

    /// Writes about a million quotes.
    QuoteFile() {
        this(PAGES);
    }

    /// Writes that many pages of quotes.
    QuoteFile(int pages) {
        this.pages = pages;
        try {
            folder = Files.createTempDirectory("backtestr-benchmark");
            file = folder.resolve("eurusd.csv");
            write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException {
        try (DecodedTicks ticks = SyntheticTicks.decoded(pages, SyntheticTicks.EVEN);
                PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.US_ASCII)) {
            out.println("time,bid,ask");
            for (TickPage page : ticks.pages()) {
                for (int i = 0; i < page.count(); i++) {
                    out.println(
                            page.timeNs(i) / 1_000_000 + "," + price(page.bidPrice(i)) + "," + price(page.askPrice(i)));
                }
            }
        }
    }

    private static String price(long price) {
        return SyntheticTicks.EURUSD.formatPrice(price);
    }

    Path file() {
        return file;
    }

    /// Returns a folder inside that does not exist yet.
    Path fresh(String name) {
        return folder.resolve(name + System.nanoTime());
    }

    @Override
    public void close() {
        delete(folder);
    }

    static void delete(Path tree) {
        try (Stream<Path> paths = Files.walk(tree)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
