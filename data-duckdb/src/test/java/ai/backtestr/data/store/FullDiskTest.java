package ai.backtestr.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.backtestr.data.Ticks;
import ai.backtestr.data.imports.ImportProgress;
import ai.backtestr.data.imports.TickImporter;
import ai.backtestr.data.synthetic.GenerationProgress;
import ai.backtestr.data.synthetic.TickGenerator;
import ai.backtestr.engine.synthetic.SyntheticMarket;
import ai.backtestr.engine.time.Times;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Work that the disk has no room for ends with the file and the reason, and the store holds what it held before.
///
/// A process of its own works in a file system of memory of a few megabytes, mounted for it alone, and another
/// under a limit of the size of any file.
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
    private static final int DISK_MB = 10;

    private static final String NO_LIMIT = "cannot limit itself";

    @TempDir
    Path folder;

    @Test
    void shouldNameFileAndReasonAndKeepTheStoreWhenTheDiskIsFull() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        // A user namespace lets anybody mount, for this process and its children only; it ends with them.
        String mounted = "mount -t tmpfs -o size=" + DISK_MB + "m none " + disk + " && exec " + java(disk);
        List<String> output = run("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mounted);
        assumeTrue(
                output.stream().anyMatch(line -> line.startsWith("begun")), () -> "mounting is not allowed: " + output);

        assertTold(output, disk, "No space left on device");
    }

    @Test
    void shouldNameFileAndReasonAndKeepTheStoreWhenAFileMayNotGrow() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("limited"));
        List<String> output = run("sh", "-c", "exec " + java(disk) + " limited");
        assumeTrue(!output.contains(NO_LIMIT), "no prlimit, so no limit");

        assertTold(output, disk, "File too large");
    }

    private static void assertTold(List<String> output, Path disk, String reason) {
        assertThat(output)
                .as(String.join("\n", output))
                .contains("begun", "ended")
                .contains("import: held before", "generate: held before", "export: held before")
                .contains("keep: still open", "keep: held before")
                .contains("bars: held before");
        for (String work : List.of("import", "generate", "export", "keep", "bars")) {
            assertThat(output)
                    .anySatisfy(line -> assertThat(line)
                            .startsWith(work + ": ")
                            .contains(disk.toString(), reason)
                            .doesNotContain("\\n"));
        }
    }

    /// The file to import lies elsewhere: what is to be too large is the store.
    private String java(Path disk) throws IOException {
        Path large = folder.resolve("large.csv");
        writeQuotes(large);
        return Path.of(System.getProperty("java.home"), "bin", "java") + " -XX:-UsePerfData"
                + " --enable-native-access=ALL-UNNAMED -cp '" + System.getProperty("java.class.path") + "' "
                + FullDiskTest.class.getName() + " " + disk + " " + large;
    }

    private List<String> run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        return Files.readAllLines(output);
    }

    /// The child: works in the folder until it is full, again and again, and looks at the store after each.
    public static void main(String[] args) throws IOException {
        Path disk = Path.of(args[0]);
        System.out.println("begun");
        Path small = Files.writeString(disk.resolve("small.csv"), "time,bid,ask\n1385337600,1.1,1.2\n");
        try (TickStore store = TickStore.open(disk.resolve("home"))) {
            new TickImporter(store).importFile("SMALL", small, ImportProgress.NONE);
        }
        if (args.length > 2) {
            limitFiles();
        }
        Path large = Path.of(args[1]);
        tryOut("import", disk, store -> new TickImporter(store).importFile("LARGE", large, ImportProgress.NONE));
        SyntheticMarket market = SyntheticMarket.ofTicks(1, Times.parse("2014-01-01"), 4_000_000, 115_000, 110_000, 8);
        tryOut("generate", disk, store -> new TickGenerator(store).generate("X", market, GenerationProgress.NONE));
        Path out = disk.resolve("out.csv");
        String rows = "SELECT range AS a, hash(range) AS b FROM range(10000000)";
        tryOut("export", disk, store -> {
            try (FileExport export = store.exporter().query(rows, new ExportFile(out, ExportFormat.CSV, out))) {
                export.run();
            }
        });
        tryOut("keep", disk, store -> keep(store, rows));
        tryOut("bars", disk, _ -> spoolForEver(disk));
        System.out.println("ended");
    }

    /// Rows to look at are worth less than anything: the open store goes on without them.
    private static void keep(TickStore store, String rows) {
        try (RowKeeping keeping = store.keeping(rows)) {
            keeping.run().close();
        } finally {
            if (Ticks.all(store, "SMALL").equals(List.of("1385337600000000000 1.1 1.2 0 0"))) {
                System.out.println("keep: still open");
            }
        }
    }

    private static void spoolForEver(Path disk) {
        try (BarSpool bars = new BarSpool(disk.resolve("home").resolve("temp"))) {
            RolledBar bar = new RolledBar(false);
            while (true) {
                bars.add(bar);
            }
        }
    }

    /// Once the database's driver has unpacked itself, no file may be larger than the disk.
    private static void limitFiles() throws IOException {
        long bytes = DISK_MB * 1024L * 1024;
        String pid = Long.toString(ProcessHandle.current().pid());
        try {
            int failed = new ProcessBuilder("prlimit", "--pid", pid, "--fsize=" + bytes + ":" + bytes)
                    .inheritIO()
                    .start()
                    .waitFor();
            System.out.println(failed == 0 ? "limited" : NO_LIMIT);
        } catch (IOException | InterruptedException e) {
            System.out.println(NO_LIMIT);
        }
    }

    private static void writeQuotes(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("time,bid,ask,bid_size,ask_size\n");
            long mixed = 1;
            // A million rows of noise, which no compression makes small.
            for (int i = 0; i < 1_000_000; i++) {
                mixed = mixed * 0x5851F42D4C957F2DL + 0x14057B7EF767814FL;
                long noise = mixed >>> 20;
                out.write((1385337600000L + i) + "," + (1 + noise % 9_000_000) + ".5," + (2 + noise % 9_000_000) + ".5,"
                        + noise % 999_983 + "," + noise % 999_979 + "\n");
            }
        }
    }

    private interface Work {
        void on(TickStore store);
    }

    private static void tryOut(String name, Path disk, Work work) throws IOException {
        Path home = disk.resolve("home");
        try (TickStore store = TickStore.open(home)) {
            work.on(store);
            System.out.println(name + ": did not fail");
        } catch (StoreException e) {
            System.out.println(name + ": " + String.valueOf(e.getMessage()).replace("\n", "\\n"));
        }
        Files.deleteIfExists(disk.resolve("out.csv"));
        try (TickStore store = TickStore.open(home)) {
            boolean same = Ticks.all(store, "SMALL").equals(List.of("1385337600000000000 1.1 1.2 0 0"))
                    && store.symbols().size() == 1
                    && Ticks.query(store, "SELECT count(*) FROM tick").equals(List.of("1"));
            System.out.println(name + (same ? ": held before" : ": holds something else"));
        }
    }
}
