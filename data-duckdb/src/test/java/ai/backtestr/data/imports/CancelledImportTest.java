package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The wish to stop arrives as such, whatever the import is at, and never as a complaint about a file.
class CancelledImportTest extends ImportTest {
    private static final ImportProgress CANCELLED = new ImportProgress() {
        @Override
        public void update(long bytesRead, long totalBytes, long rows) {
            assertThat(bytesRead).as("nothing is to be read").isZero();
        }

        @Override
        public boolean cancelled() {
            return true;
        }
    };

    @AfterEach
    void clearInterrupt() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void shouldStopBeforeTheFormatOfAFileIsFoundOut() throws IOException {
        Path file = write("a.csv", "this is no file of ticks");

        assertThatThrownBy(() ->
                        new TickImporter(store).importFiles("EURUSD", List.of(file), ImportOptions.DEFAULT, CANCELLED))
                .isInstanceOf(CancellationException.class);
        assertNothingStored();
    }

    @Test
    void shouldTakeAnInterruptionForAWishToStop() throws IOException {
        Path file = write("a.csv", manyTrades(10));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> load("EURUSD", file)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertNothingStored();
    }
}
