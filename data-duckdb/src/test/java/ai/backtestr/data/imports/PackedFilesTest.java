package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.Overlap;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// Files that hold files: gzip, Zstandard, zip and folders, and several files as one import.
class PackedFilesTest extends ImportTest {
    private static final String HEADER = "time,price,size\n";
    private static final String EARLY = HEADER + "1385337600,800,1\n1385337601,801,1\n";
    private static final String LATE = HEADER + "1385337602,802,1\n1385337603,803,1\n";
    private static final List<String> ALL = IntStream.range(0, 4)
            .mapToObj(i -> (1385337600 + i) + S + " " + (800 + i) + " 1")
            .toList();

    private Path zip(String name, String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return Files.write(files.resolve(name), bytes.toByteArray());
    }

    private static byte[] zstd(String content) {
        return Zstd.compress(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldReadZstandardByItsContent() throws IOException {
        load("BTCUSD", Files.write(files.resolve("f.csv"), zstd(EARLY)));

        assertThat(Ticks.all(store, "BTCUSD")).isEqualTo(ALL.subList(0, 2));
    }

    @Test
    void shouldRefuseTruncatedZstandardWhereverItIsCut() throws IOException {
        byte[] whole = zstd(manyTrades(50_000));
        for (int length : new int[] {6, 100, whole.length / 2, whole.length - 1}) {
            assertRefused(
                    Files.write(files.resolve("f.csv.zst"), Arrays.copyOf(whole, length)),
                    "f.csv.zst",
                    "the zstd data is cut off or damaged");
        }
    }

    @Test
    void shouldReadAllEntriesOfAZipInTheOrderOfTheirTimes() throws IOException {
        ImportReport report = load("BTCUSD", zip("t.zip", "a/late.csv", LATE, "b/early.csv", EARLY, "LICENSE", "free"));

        assertThat(report.stored().origin().files()).containsExactly("t.zip/b/early.csv", "t.zip/a/late.csv");
        assertThat(report.leftOut()).containsExactly("t.zip/LICENSE");
        assertThat(report.stored().tally().outOfOrder()).isZero();
        assertThat(Ticks.all(store, "BTCUSD")).isEqualTo(ALL);
    }

    @Test
    void shouldRefuseDamagedZip() throws IOException {
        byte[] whole = Files.readAllBytes(zip("t.zip", "a.csv", manyTrades(10_000)));
        assertRefused(
                Files.write(files.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2)),
                "cut.zip: the zip data is cut off or damaged");
        Arrays.fill(whole, whole.length / 2, whole.length / 2 + 20, (byte) 0x55);
        assertRefused(Files.write(files.resolve("bad.zip"), whole), "bad.zip/a.csv: the packed data is cut off or");
        assertRefused(zip("none.zip", "a.doc", "x", "b.doc", "y"), "none.zip is a zip file without files of ticks");
    }

    @Test
    void shouldReadAFolderWithPackedFilesAsOneImport() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(LATE.getBytes(StandardCharsets.UTF_8));
        }
        Path folder = files.resolve("folder");
        Files.createDirectories(folder.resolve("deep"));
        Files.write(folder.resolve("1.csv.gz"), gzip.toByteArray());
        Files.write(folder.resolve("deep/2.csv.zst"), zstd(EARLY));
        Files.writeString(folder.resolve("README.md"), "about");
        Files.createSymbolicLink(folder.resolve("dead.csv"), Path.of("nowhere.csv"));
        ImportReport report = load("BTCUSD", folder);

        assertThat(report.stored().origin().files()).containsExactly("deep/2.csv.zst", "1.csv.gz");
        assertThat(report.leftOut()).containsExactly("README.md", "dead.csv");
        assertThat(Ticks.all(store, "BTCUSD")).isEqualTo(ALL);
        assertThat(Ticks.query(store, "SELECT count(*) FROM imports")).containsExactly("1");
    }

    @Test
    void shouldImportNoneOfSeveralFilesIfOneCannotBe() throws IOException {
        Path good = write("good.csv", EARLY);
        Path bad = write("bad.csv", HEADER + "1385337602,none,1\n");

        assertThatThrownBy(() -> load("BTCUSD", ImportOptions.DEFAULT, good, bad))
                .hasMessageContaining("bad.csv: none of its 1 rows is a tick (the first: bad.csv:2: price none");
        assertNothingStored();
    }

    @Test
    void shouldNameTheFileOfEachRejectedRow() throws IOException {
        Path one = write("one.csv", EARLY + "1385337602,none,1\n");
        Path two = write("two.csv", LATE + "1385337602,-1,1\n");

        assertThat(reasons(load("BTCUSD", ImportOptions.DEFAULT, two, one)))
                .containsExactly(
                        "one.csv:4: price none is not a number; rejected",
                        "two.csv:4: price -1 is not positive; rejected");
    }

    @Test
    void shouldKnowTheSameFilesAgainWhateverTheirNamesAndOrder() throws IOException {
        load("BTCUSD", ImportOptions.DEFAULT, write("a.csv", EARLY), write("b.csv", LATE));

        assertThat(load("BTCUSD", zip("t.zip", "x.csv", LATE, "y.csv", EARLY)).alreadyImported())
                .isTrue();
        assertThat(Ticks.all(store, "BTCUSD")).isEqualTo(ALL);
    }

    @Test
    void shouldReportProgressOfAllFilesUpToTheEnd() throws IOException {
        Path zip = zip("t.zip", "a.csv", manyTrades(50_000), "b.csv", LATE);
        Path plain = write("p.csv", EARLY.replace("13853", "12853"));
        long[] last = new long[2];
        new TickImporter(store)
                .importFiles(
                        "BTCUSD",
                        List.of(zip, plain),
                        ImportOptions.DEFAULT.withOverlap(Overlap.MERGE),
                        (read, total, rows) -> {
                            assertThat(read).isBetween(last[0], total);
                            last[0] = read;
                            last[1] = total;
                        });

        assertThat(last[0]).isBetween(last[1] * 99 / 100, last[1]);
    }
}
