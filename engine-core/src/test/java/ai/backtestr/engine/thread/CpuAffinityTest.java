package ai.backtestr.engine.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CpuAffinityTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldKeepTheThreadOnOneProcessorUntilDone() {
        String before = allowed();
        int first = Integer.parseInt(before.split("[-,]", -1)[0]);
        List<String> during = new ArrayList<>();
        CpuAffinity.runOn(first, () -> during.add(allowed()));
        assertThat(during).containsExactly(String.valueOf(first));
        assertThat(allowed()).isEqualTo(before);
    }

    @Test
    void shouldGoOnWithoutAProcessorThatIsNotThere() {
        List<String> ran = new ArrayList<>();
        CpuAffinity.runOn(100_000, () -> ran.add("ran"));
        assertThat(ran).containsExactly("ran");
    }

    /// What the kernel says of this thread.
    private static String allowed() {
        List<String> lines;
        try {
            lines = Files.readAllLines(Path.of("/proc/thread-self/status"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.stream()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseThrow();
    }
}
