package ai.backtestr.data.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadSoonTest {
    private static final int BYTES = 100_001;

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 100001", "4096, 4096", "4095, 2", "100000, 1", "12345, 0"})
    void shouldLeaveMappedBytesAsTheyAre(long offset, long bytes, @TempDir Path folder) throws IOException {
        byte[] expected = new byte[BYTES];
        new Random(7).nextBytes(expected);
        Path file = Files.write(folder.resolve("mapped"), expected);
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, BYTES, arena);

            ReadSoon.read(mapped, offset, bytes);

            assertThat(mapped.toArray(ValueLayout.JAVA_BYTE)).isEqualTo(expected);
        }
    }

    @Test
    void shouldTellTheSystemWhereItCan() {
        String system = System.getProperty("os.name");

        assertThat(ReadSoon.isPossible()).isEqualTo(system.equals("Linux") || system.startsWith("Mac"));
    }
}
