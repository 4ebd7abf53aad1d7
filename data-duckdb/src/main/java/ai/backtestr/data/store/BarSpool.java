package ai.backtestr.data.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/// Bars on their way into the database, kept in a temporary file until the ticks are stored: thirty years have
/// eleven million minutes. First filled, then read once; used by one thread at a time.
final class BarSpool implements AutoCloseable {
    private static final int BAR_BYTES = RolledBar.LONGS * Long.BYTES;
    private static final int BUFFERED_BARS = 1024;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFERED_BARS * BAR_BYTES);
    private boolean reading;

    /// Makes the file in `folder`.
    BarSpool(Path folder) {
        file = folder.resolve("bars-" + UUID.randomUUID() + ".tmp");
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(
                    file,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    void add(RolledBar bar) {
        if (buffer.remaining() < BAR_BYTES) {
            flush();
        }
        bar.writeTo(buffer);
    }

    private void flush() {
        try {
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            buffer.clear();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Returns the numbers of up to `most` bars that follow, ready to be read; none after the last. The first call
    /// ends the filling.
    ByteBuffer next(int most) {
        try {
            if (!reading) {
                flush();
                channel.position(0);
                reading = true;
            }
            buffer.clear().limit(Math.min(most, BUFFERED_BARS) * BAR_BYTES);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // Whole bars are wanted.
            }
            return buffer.flip();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private StoreException failure(IOException e) {
        String reason = Objects.requireNonNullElse(
                e instanceof FileSystemException inFile ? inFile.getReason() : e.getMessage(),
                e.getClass().getSimpleName());
        return new StoreException(
                file + " cannot be written (" + reason + "); free space there or choose another home folder", e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }
}
