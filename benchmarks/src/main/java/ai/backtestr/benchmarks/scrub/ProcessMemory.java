package ai.backtestr.benchmarks.scrub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The memory of this process as Linux tells it, in bytes.
///
/// @param residentBytes all that is in memory
/// @param peakBytes the most that ever was
/// @param anonymousBytes heap, pages and the database's own
/// @param fileBytes mapped files, above all segments, which the system can take back at once
public record ProcessMemory(long residentBytes, long peakBytes, long anonymousBytes, long fileBytes) {
    private static final Path STATUS = Path.of("/proc/self/status");

    /// Reads it; empty on other systems.
    public static Optional<ProcessMemory> now() {
        if (!Files.isReadable(STATUS)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(STATUS, StandardCharsets.US_ASCII);
            return Optional.of(new ProcessMemory(
                    bytes(lines, "VmRSS:"),
                    bytes(lines, "VmHWM:"),
                    bytes(lines, "RssAnon:"),
                    bytes(lines, "RssFile:") + bytes(lines, "RssShmem:")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long bytes(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}
