package ai.backtestr.desktop.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacedFileTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void shouldRemoveWhatKilledProcessesLeft() throws Exception {
        long gone = pidOfEndedProcess();
        Path file = old(Files.write(folder.resolve(".partial-" + gone + "-a"), CONTENT));
        Path tree = Files.createDirectory(folder.resolve(".partial-" + gone + "-b"));
        Files.write(tree.resolve("report.html"), CONTENT);
        old(tree);

        PlacedFile.write(folder.resolve("out"), CONTENT);

        assertThat(file).doesNotExist();
        assertThat(tree).doesNotExist();
        assertThat(folder.resolve("out")).hasBinaryContent(CONTENT);
    }

    @Test
    void shouldLeaveWhatOthersMayStillWrite() throws Exception {
        Path ofLiving = old(
                Files.write(folder.resolve(".partial-" + ProcessHandle.current().pid() + "-a"), CONTENT));
        Path fresh = Files.write(folder.resolve(".partial-" + pidOfEndedProcess() + "-a"), CONTENT);
        Path ofOthers = old(Files.write(folder.resolve(".partial-download"), CONTENT));

        PlacedFile.fill(folder.resolve("out"), partial -> partial);

        assertThat(ofLiving).exists();
        assertThat(fresh).exists();
        assertThat(ofOthers).exists();
    }

    private static long pidOfEndedProcess() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "--version")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
        return process.pid();
    }

    private static Path old(Path path) throws IOException {
        return Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }
}
