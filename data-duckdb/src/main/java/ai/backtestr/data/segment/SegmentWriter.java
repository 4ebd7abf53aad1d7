package ai.backtestr.data.segment;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.engine.tick.TickPage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Writes a segment: pages one after the other, then a directory of them, then a footer. The file has its name once
/// it is whole and on disk; before, and after a failure, there is at most a temporary one that nobody reads.
///
/// ```
///   +--------+--------+-----+-----------+------------------------------------------------------------+
///   | page 0 | page 1 | ... | directory | key | directory offset int64 | pages int32 | crc32c | magic |
///   +--------+--------+-----+-----------+------------------------------------------------------------+
/// ```
///
/// Used by one thread.
public final class SegmentWriter implements AutoCloseable {
    static final long MAGIC = 0x33474553_52545342L;

    /// Bytes of the key, which says what the segment is a copy of.
    static final int KEY_BYTES = 64;

    static final int FOOTER_BYTES = KEY_BYTES + 2 * Long.BYTES + 2 * Integer.BYTES;

    private final Path file;
    private final Path temporary;
    private final String key;
    private final FileChannel channel;
    private final PageEncoder encoder = new PageEncoder(TickPage.DEFAULT_CAPACITY);
    private final ByteBuffer buffer = encoder.newBuffer();
    private final List<PageEntry> directory = new ArrayList<>();
    private boolean finished;

    /// Begins to write `file`.
    ///
    /// @param key what the segment is a copy of: up to 64 ASCII characters
    /// @throws IOException if it cannot be written
    public SegmentWriter(Path file, String key) throws IOException {
        this.file = file;
        this.key = key;
        Files.createDirectories(file.getParent());
        temporary = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
        channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
    }

    /// Appends a page, which must hold at least one tick.
    ///
    /// @throws IOException if it cannot be written
    public void add(TickPage page) throws IOException {
        TickCell cell = new TickCell();
        encoder.encode(page, buffer, cell);
        int head = Checksum.of(buffer.slice(0, PageTable.bytes(page.count())));
        TickDigest digest = new TickDigest();
        digest.add(page, 0, page.count());
        directory.add(new PageEntry(channel.position(), buffer.remaining(), head, cell, digest.one(), digest.two()));
        write(buffer);
    }

    /// Ends the segment and gives the file its name, in place of one that had it before.
    ///
    /// @throws IOException if it cannot be written
    public void finish() throws IOException {
        long directoryOffset = channel.position();
        int directoryBytes = directory.size() * PageEntry.BYTES;
        ByteBuffer end = ByteBuffer.allocate(directoryBytes + FOOTER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        directory.forEach(entry -> entry.writeTo(end));
        end.put(key.getBytes(StandardCharsets.US_ASCII)).position(directoryBytes + KEY_BYTES);
        end.putLong(directoryOffset).putInt(directory.size());
        end.putInt(Checksum.of(end.duplicate().flip())).putLong(MAGIC).flip();
        write(end);
        channel.force(true);
        channel.close();
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        finished = true;
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Gives the segment up, unless it is finished: nothing is left of it but, on a failing disk, a temporary file
    /// that the next [SegmentCache#keepOnly] deletes.
    public void discard() {
        try {
            close();
        } catch (IOException e) {
            finished = true;
        }
    }

    /// Ends the writing; a segment that is not finished leaves nothing behind.
    @Override
    public void close() throws IOException {
        channel.close();
        if (!finished) {
            Files.deleteIfExists(temporary);
        }
    }
}
