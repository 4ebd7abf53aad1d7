package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// Files that stop an import, and imports that are stopped: nothing is left behind.
class RefusedFilesTest extends ImportTest {
    @Test
    void shouldRefuseWhatIsNoFileOfTicks() throws IOException {
        assertRefused("empty.csv", "", "empty.csv is empty");
        assertRefused(Path.of("/dev/zero"), "/dev/zero is no file but a pipe or device");
        assertRefused("blank.csv", "\n\n", "blank.csv holds blank lines only");
        assertRefused("feed.txt", "1723161254 {\"a\":\"b\"}\n".repeat(2000), "feed.txt ");
        assertRefused("header.csv", "time,price,size\n", "header.csv has a header and no rows");
        assertRefused("words.csv", "to be\nor not\n", "words.csv has no columns of ticks", "add a header line");
        assertRefused(
                "bars.csv", "Date,Open,High,Low,Close,Volume\n2013-11-25,1,2,1,2,5\n", "names neither time, price");
        assertRefused("wide.csv", "1385337600,1,2,3,4,5,6\n", "its 7 columns cannot be told", "add a header line");
        assertRefused("none.csv", "time,price,size\n1385337600,0,1\n", "none of its 1 rows is a tick", "not positive");
        assertRefused("quote.csv", "time,price,size\n1385337600,\"800,1\n1385337601,800,1\n", "quote.csv");
        assertRefused(Files.createDirectory(files.resolve("none")), "none is a folder without files of ticks");
        assertRefused(files.resolve("missing.csv"), "missing.csv does not exist");
    }

    @Test
    void shouldRefuseBinaryFile() throws IOException {
        Path file = Files.write(files.resolve("f.bin"), new byte[] {'E', 'L', 'F', 4, 0, 0, 1, 2});

        assertRefused(file, "f.bin is a binary file");
    }

    private static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void shouldRefuseTruncatedGzipWhereverItIsCut() throws IOException {
        byte[] whole = gzip(manyTrades(100_000));
        for (int length : new int[] {5, 100, whole.length / 2, whole.length - 9, whole.length - 1}) {
            Path file = Files.write(files.resolve("f.csv.gz"), Arrays.copyOf(whole, length));

            assertRefused(file, "f.csv.gz: the gzip data is cut off or damaged", "get the file again");
        }
    }

    @Test
    void shouldRefuseDamagedGzip() throws IOException {
        byte[] whole = gzip(manyTrades(100_000));
        Arrays.fill(whole, whole.length / 2, whole.length / 2 + 50, (byte) 0x55);

        assertRefused(Files.write(files.resolve("f.csv.gz"), whole), "f.csv.gz: the gzip data is cut off or damaged");
    }

    @Test
    void shouldLeaveNothingWhenCancelledInEitherPass() throws IOException {
        Path file = Files.writeString(files.resolve("f.csv"), manyTrades(200_000));
        for (double share : new double[] {0, 0.3, 0.9}) {
            ImportProgress stop = new StopAt(share);

            assertThatThrownBy(() -> new TickImporter(store).importFile("BTCUSD", file, stop))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("the import was cancelled; nothing was imported");
            assertNothingStored();
        }
        assertThat(load("BTCUSD", file).stored().tally().accepted()).isEqualTo(200_000);
    }

    @Test
    void shouldLeaveNothingWhenInterrupted() throws IOException {
        Path file = Files.writeString(files.resolve("f.csv"), manyTrades(10_000));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> load("BTCUSD", file)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertNothingStored();
    }

    @Test
    void shouldReportProgressUpToTheEnd() throws IOException {
        Path file = Files.writeString(files.resolve("f.csv"), manyTrades(50_000));
        StopAt never = new StopAt(2);

        new TickImporter(store).importFile("BTCUSD", file, never);

        assertThat(never.bytesRead).isEqualTo(never.totalBytes).isEqualTo(2 * Files.size(file));
        assertThat(never.rows).isEqualTo(50_000L);
    }

    /// Asks to stop once that share of the bytes is read.
    static final class StopAt implements ImportProgress {
        private final double share;
        private long bytesRead;
        private long totalBytes;
        private long rows;

        StopAt(double share) {
            this.share = share;
        }

        @Override
        public void update(long bytesRead, long totalBytes, long rows) {
            assertThat(bytesRead).isGreaterThanOrEqualTo(this.bytesRead);
            assertThat(rows).isGreaterThanOrEqualTo(this.rows);
            this.bytesRead = bytesRead;
            this.totalBytes = totalBytes;
            this.rows = rows;
        }

        @Override
        public boolean cancelled() {
            return bytesRead >= share * totalBytes;
        }
    }
}
