package ai.backtestr.data.segment;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.engine.tick.TickPage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// A segment, mapped into memory and read page by page. See [SegmentWriter] for the layout.
///
/// The directory is checked when the file is opened and each page when it is decoded; what does not match its
/// checksum is never handed out. Immutable apart from the decoder: use one [Cursor] a thread.
public final class SegmentFile implements AutoCloseable {
    private final Path file;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment mapped;
    private final String key;
    private final List<PageEntry> directory;

    /// Opens a segment.
    ///
    /// @throws SegmentDamagedException if it is not a whole segment
    /// @throws IOException if it cannot be read
    public SegmentFile(Path file) throws IOException, SegmentDamagedException {
        this.file = file;
        boolean opened = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            ByteBuffer end = directoryAndFooter();
            directory = readDirectory(end);
            byte[] keyBytes = new byte[SegmentWriter.KEY_BYTES];
            end.get(keyBytes);
            key = new String(keyBytes, StandardCharsets.US_ASCII).trim();
            opened = true;
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    private ByteBuffer directoryAndFooter() throws SegmentDamagedException {
        long size = mapped.byteSize();
        require(size >= SegmentWriter.FOOTER_BYTES, "it is too short");
        ByteBuffer footer = bytes(size - SegmentWriter.FOOTER_BYTES, SegmentWriter.FOOTER_BYTES);
        long offset = footer.getLong(SegmentWriter.KEY_BYTES);
        int pages = footer.getInt(SegmentWriter.KEY_BYTES + Long.BYTES);
        int checksum = footer.getInt(SegmentWriter.KEY_BYTES + Long.BYTES + Integer.BYTES);
        long magic = footer.getLong(SegmentWriter.FOOTER_BYTES - Long.BYTES);
        require(magic == SegmentWriter.MAGIC, "it has no proper end");
        long directoryBytes = (long) pages * PageEntry.BYTES;
        boolean fits = pages >= 0 && offset >= 0 && offset + directoryBytes == size - SegmentWriter.FOOTER_BYTES;
        require(fits, "its directory is out of place");
        ByteBuffer end = bytes(offset, directoryBytes + SegmentWriter.FOOTER_BYTES);
        int checked = (int) directoryBytes + SegmentWriter.KEY_BYTES + Long.BYTES + Integer.BYTES;
        require(checksumOf(end.duplicate().limit(checked)) == checksum, "its directory does not match its checksum");
        return end;
    }

    private static List<PageEntry> readDirectory(ByteBuffer end) {
        int pages = (end.remaining() - SegmentWriter.FOOTER_BYTES) / PageEntry.BYTES;
        List<PageEntry> entries = new ArrayList<>(pages);
        for (int i = 0; i < pages; i++) {
            entries.add(PageEntry.readFrom(end));
        }
        return List.copyOf(entries);
    }

    private ByteBuffer bytes(long offset, long length) {
        return mapped.asSlice(offset, length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int checksumOf(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    private void require(boolean holds, String fault) throws SegmentDamagedException {
        if (!holds) {
            throw new SegmentDamagedException(file + " is damaged: " + fault);
        }
    }

    /// Returns what the segment is a copy of.
    public String key() {
        return key;
    }

    /// Returns how many pages there are.
    public int pageCount() {
        return directory.size();
    }

    /// Returns how many ticks there are.
    public long tickCount() {
        return directory.stream().mapToLong(PageEntry::ticks).sum();
    }

    /// Returns the first page that has ticks at or after `timeNs`, or the number of pages if there is none.
    public int firstPageFrom(long timeNs) {
        int low = 0;
        int high = directory.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (directory.get(middle).lastNs() < timeNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Returns the time of the first tick of a page, nanoseconds since the epoch, UTC.
    public long firstNs(int page) {
        return directory.get(page).firstNs();
    }

    /// Returns the time of the last tick of a page.
    public long lastNs(int page) {
        return directory.get(page).lastNs();
    }

    /// Returns the digest of a page's ticks, kept since it was written.
    public TickDigest digest(int page) {
        return directory.get(page).digest();
    }

    /// Returns a reader for the use of one thread.
    public Cursor cursor() {
        return new Cursor();
    }

    /// Frees the mapping. No cursor may be in use.
    @Override
    public void close() {
        arena.close();
    }

    /// Decodes pages, for one thread.
    public final class Cursor {
        private final PageDecoder decoder = new PageDecoder(TickPage.DEFAULT_CAPACITY);

        private Cursor() {}

        /// Replaces what `into` holds, which has room for [TickPage#DEFAULT_CAPACITY] ticks, by page `index`.
        ///
        /// @throws SegmentDamagedException if its bytes do not match their checksum; `into` is as it was
        public void decode(int index, TickPage into) throws SegmentDamagedException {
            PageEntry entry = directory.get(index);
            boolean inside = entry.offset() >= 0 && entry.offset() + entry.bytes() <= mapped.byteSize();
            require(inside, "page " + index + " is out of place");
            MemorySegment encoded = mapped.asSlice(entry.offset(), entry.bytes());
            boolean matches = checksumOf(encoded.asByteBuffer()) == entry.checksum();
            require(matches, "page " + index + " does not match its checksum");
            decoder.decode(encoded, entry.ticks(), into);
        }
    }
}
