package ai.backtestr.data.cache;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// How short of memory the machine is, from 0 (all free) to 100 (none left): the worse of what the process's
/// control group may use and what the system has. Memory that the system could take back at once, such as
/// cached files, counts as free.
///
/// Control groups are read in both versions, with the limits of their parents; the system from `/proc/meminfo`,
/// or where there is none from the JVM. Any thread.
public final class MemoryPressure {
    private static final int ALL = 100;
    private static final double NO_LIMIT = Math.pow(2, 60);

    private final Path root;

    /// Reads the files of a Linux system under `root`, which is `/` but in tests.
    MemoryPressure(Path root) {
        this.root = root;
    }

    /// Returns the pressure of this machine.
    public static MemoryPressure ofThisMachine() {
        return new MemoryPressure(Path.of("/"));
    }

    /// Returns the pressure at this moment, 0 to 100.
    public int percent() {
        double used = Stream.of(system(), controlGroup())
                .flatMapToDouble(OptionalDouble::stream)
                .max()
                .orElse(0);
        return Math.clamp(Math.round(used * ALL), 0, ALL);
    }

    private OptionalDouble system() {
        List<String> lines = lines(root.resolve("proc/meminfo"));
        double total = field(lines, "MemTotal:");
        double available = field(lines, "MemAvailable:");
        if (total > 0 && available >= 0) {
            return OptionalDouble.of(1 - available / total);
        }
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? OptionalDouble.of(1 - (double) system.getFreeMemorySize() / system.getTotalMemorySize())
                : OptionalDouble.empty();
    }

    private OptionalDouble controlGroup() {
        return lines(root.resolve("proc/self/cgroup")).stream()
                .flatMap(this::limits)
                .mapToDouble(Double::doubleValue)
                .max();
    }

    /// Returns how full the groups are that a line `number:controllers:path` names, the process's own and its
    /// parents.
    private Stream<Double> limits(String line) {
        String[] fields = line.split(":", 3);
        boolean isSecondVersion = fields.length == 3 && fields[1].isEmpty();
        if (!isSecondVersion
                && (fields.length < 3 || !List.of(fields[1].split(",")).contains("memory"))) {
            return Stream.empty();
        }
        Path mount = root.resolve(isSecondVersion ? "sys/fs/cgroup" : "sys/fs/cgroup/memory");
        Path own = mount.resolve(fields[2].substring(1)).normalize();
        // Within a container the path is often that of the host, and the container's own group is the mount itself.
        Path first = Files.isDirectory(own) && own.startsWith(mount) ? own : mount;
        return Stream.iterate(first, group -> group.startsWith(mount), Path::getParent)
                .map(group -> isSecondVersion
                        ? used(group, "memory.current", "memory.max", "inactive_file")
                        : used(group, "memory.usage_in_bytes", "memory.limit_in_bytes", "total_inactive_file"))
                .filter(used -> used >= 0);
    }

    private static double used(Path group, String usage, String limit, String reclaimable) {
        double most = number(lines(group.resolve(limit)));
        double now = number(lines(group.resolve(usage)));
        if (most <= 0 || most >= NO_LIMIT || now < 0) {
            return -1;
        }
        double cached = Math.max(0, field(lines(group.resolve("memory.stat")), reclaimable));
        return Math.max(0, now - cached) / most;
    }

    /// Returns the number after that name, -1 where there is none.
    private static double field(List<String> lines, String name) {
        return lines.stream()
                .map(line -> line.trim().split("\\s+"))
                .filter(words -> words.length > 1 && words[0].equals(name))
                .mapToDouble(words -> number(List.of(words[1])))
                .findFirst()
                .orElse(-1);
    }

    private static double number(List<String> lines) {
        boolean isNumber = !lines.isEmpty() && lines.getFirst().trim().matches("\\d+");
        return isNumber ? Double.parseDouble(lines.getFirst().trim()) : -1;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file, StandardCharsets.US_ASCII) : List.of();
        } catch (IOException e) {
            return List.of(); // a group may be gone by now; what cannot be read sets no limit
        }
    }
}
