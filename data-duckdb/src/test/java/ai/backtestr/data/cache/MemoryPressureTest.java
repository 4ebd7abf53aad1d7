package ai.backtestr.data.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryPressureTest {
    @TempDir
    Path root;

    @BeforeEach
    void leaveThreeQuartersFree() throws IOException {
        write("proc/meminfo", "MemTotal:       1000 kB\nMemFree:         100 kB\nMemAvailable:    750 kB\n");
    }

    @Test
    void shouldTellWhatTheSystemHasLeft() {
        assertThat(percent()).isEqualTo(25);
    }

    @Test
    void shouldReadTheSecondVersionOfControlGroups() throws IOException {
        write("proc/self/cgroup", "0::/user/app\n");
        write("sys/fs/cgroup/user/app/memory.current", "900\n");
        write("sys/fs/cgroup/user/app/memory.max", "1000\n");
        write("sys/fs/cgroup/user/app/memory.stat", "anon 500\ninactive_file 300\n");
        assertThat(percent()).isEqualTo(60);
    }

    @Test
    void shouldHeedTheLimitOfAParentGroup() throws IOException {
        write("proc/self/cgroup", "0::/user/app\n");
        write("sys/fs/cgroup/user/app/memory.current", "900\n");
        write("sys/fs/cgroup/user/app/memory.max", "max\n");
        write("sys/fs/cgroup/user/memory.current", "950\n");
        write("sys/fs/cgroup/user/memory.max", "1000\n");
        assertThat(percent()).isEqualTo(95);
    }

    @Test
    void shouldReadTheFirstVersionOfControlGroups() throws IOException {
        write("proc/self/cgroup", "12:cpu,cpuacct:/x\n5:memory:/docker/abc\n1:name=systemd:/x\n");
        // Within a container the group itself is mounted, its path is that of the host.
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", "700\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "1000\n");
        write("sys/fs/cgroup/memory/memory.stat", "total_inactive_file 100\n");
        assertThat(percent()).isEqualTo(60);
    }

    @Test
    void shouldTakeNoLimitForNone() throws IOException {
        write("proc/self/cgroup", "5:memory:/\n");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", "700\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        assertThat(percent()).isEqualTo(25);
    }

    @Test
    void shouldAskTheJvmWhereThereAreNoSuchFiles() throws IOException {
        Files.delete(root.resolve("proc/meminfo"));
        assertThat(percent()).isBetween(0, 100);
        assertThat(MemoryPressure.ofThisMachine().percent()).isBetween(0, 100);
    }

    private int percent() {
        return new MemoryPressure(root).percent();
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
