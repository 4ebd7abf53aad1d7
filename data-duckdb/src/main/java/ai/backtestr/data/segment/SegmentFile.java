package ai.backtestr.data.segment;

import ai.backtestr.data.digest.TickDigest;
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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToLongFunction;
import java.util.function.LongConsumer;

/// A segment, mapped into memory and read page by page. See [SegmentWriter] for the layout.
///
/// The directory is checked when the file is opened, and of a page what is read of it, when it is read; what
/// does not match its checksum is never handed out. Immutable: any thread, each with a [SegmentCursor] of its
/// own.
public final class SegmentFile implements AutoCloseable {
    private final Path file;
    private final LongConsumer readTimes;
    private final Arena arena = Arena.ofShared();
    private static final long MOST_TOUCHED_BYTES = 256L << 20;

    /// What the system makes resident around a place that is read.
    private static final long SYSTEM_READS_BYTES = 64 << 10;

    private final AtomicLong touchedBytes = new AtomicLong();
    private final MemorySegment mapped;
    private final String key;
    private final List<PageEntry> directory;
    private final long[] starts;
    private final CellLevels levels;

    /// Opens a segment of which nobody hears how long its pages take.
    ///
    /// @throws SegmentDamagedException if it is not a whole segment
    /// @throws IOException if it cannot be read
    public SegmentFile(Path file) throws IOException, SegmentDamagedException {
        this(file, nanoseconds -> {});
    }

    /// Opens a segment.
    ///
    /// @throws SegmentDamagedException if it is not a whole segment
    /// @throws IOException if it cannot be read
    public SegmentFile(Path file, LongConsumer readTimes) throws IOException, SegmentDamagedException {
        this.file = file;
        this.readTimes = readTimes;
        boolean opened = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            ByteBuffer end = directoryAndFooter();
            directory = readDirectory(end);
            starts = startsOf(directory);
            levels = new CellLevels(directory.stream().map(PageEntry::cell).toList());
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
        require(Checksum.of(end.duplicate().limit(checked)) == checksum, "its directory does not match its checksum");
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

    private static long[] startsOf(List<PageEntry> directory) {
        long[] starts = new long[directory.size() + 1];
        for (int i = 0; i < directory.size(); i++) {
            starts[i + 1] = starts[i] + directory.get(i).ticks();
        }
        return starts;
    }

    private ByteBuffer bytes(long offset, long length) {
        return mapped.asSlice(offset, length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private void require(boolean holds, String fault) throws SegmentDamagedException {
        if (!holds) {
            throw damaged(fault);
        }
    }

    private SegmentDamagedException damaged(String fault) {
        return new SegmentDamagedException(file + " is damaged: " + fault);
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
        return starts[directory.size()];
    }

    /// Returns the number of a page's first tick, counted from 0 within the segment; of [#pageCount()] the
    /// number of ticks.
    public long firstTick(int page) {
        return starts[page];
    }

    /// Returns the page that holds tick number `tick`.
    public int pageOf(long tick) {
        int found = Arrays.binarySearch(starts, 0, directory.size(), tick);
        return found >= 0 ? found : -found - 2;
    }

    /// Tells whether any tick is a trade.
    public boolean hasTrades() {
        return directory.stream().anyMatch(page -> page.cell().trades() > 0);
    }

    /// Returns the cells of a level of the pyramid, 0 being one a page and each further one of eight of those
    /// below; above the top there are none. Not to be changed.
    public List<TickCell> cells(int level) {
        return levels.level(level);
    }

    /// Returns how many levels of cells there are, that of one cell for all pages included.
    public int levelCount() {
        return levels.count();
    }

    /// Returns the first page that has ticks at or after `timeNs`, or the number of pages if there is none.
    public int firstPageFrom(long timeNs) {
        int low = 0;
        int high = directory.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (directory.get(middle).cell().lastNs() < timeNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Returns the time of the first tick of a page, nanoseconds since the epoch, UTC.
    public long firstNs(int page) {
        return directory.get(page).cell().firstNs();
    }

    /// Returns the time of the last tick of a page.
    public long lastNs(int page) {
        return directory.get(page).cell().lastNs();
    }

    /// Returns the digest of a page's ticks, kept since it was written.
    public TickDigest digest(int page) {
        return directory.get(page).digest();
    }

    /// Returns a reader for the use of one thread.
    public SegmentCursor cursor() {
        return new SegmentCursor(this);
    }

    int ticks(int page) {
        return directory.get(page).ticks();
    }

    CellLevels levels() {
        return levels;
    }

    /// Tells how long a page took.
    void tookToRead(long nanoseconds) {
        readTimes.accept(nanoseconds);
    }

    /// Returns a page's bytes, of which the head has been checked.
    MemorySegment page(int index) throws SegmentDamagedException {
        PageEntry entry = directory.get(index);
        int headBytes = PageTable.bytes(entry.ticks());
        boolean inside = entry.offset() >= 0
                && entry.bytes() >= headBytes
                && entry.offset() + entry.bytes() <= mapped.byteSize();
        if (!inside) {
            throw damaged("page " + index + " is out of place");
        }
        touched(SYSTEM_READS_BYTES);
        MemorySegment page = mapped.asSlice(entry.offset(), entry.bytes());
        boolean matches = Checksum.of(page.asSlice(0, headBytes).asByteBuffer()) == entry.headChecksum();
        if (!matches) {
            throw damaged("the head of page " + index + " does not match its checksum");
        }
        return page;
    }

    /// Returns the bytes of a group, checked.
    MemorySegment group(MemorySegment page, int index, int group) throws SegmentDamagedException {
        int offset = PageTable.groupOffset(page, group);
        int bytes = PageTable.groupBytes(page, group);
        boolean inside = offset >= 0 && bytes >= 0 && (long) offset + bytes <= page.byteSize();
        if (!inside) {
            throw damaged("group " + group + " of page " + index + " is out of place");
        }
        touched(bytes);
        MemorySegment encoded = page.asSlice(offset, bytes);
        boolean matches = Checksum.of(encoded.asByteBuffer()) == PageTable.groupChecksum(page, group);
        if (!matches) {
            throw damaged("group " + group + " of page " + index + " does not match its checksum");
        }
        return encoded;
    }

    /// Has the disk read, all at once, what is needed to find the ticks at some times: the heads of their pages, which
    /// tell where groups are, and then the groups. Nothing is checked here; it is when it is looked at.
    ///
    /// @param timesNs by number, ascending
    /// @param first the number of the first of them, `last` that of the last
    public void boundsSoon(IntToLongFunction timesNs, int first, int last) {
        int before = -1;
        for (int i = first; i <= last; i++) {
            int page = pageWithin(timesNs.applyAsLong(i));
            if (page >= 0 && page != before) {
                headsSoon(page, page + 1);
                before = page;
            }
        }
        long offsetBefore = -1;
        for (int i = first; i <= last; i++) {
            long timeNs = timesNs.applyAsLong(i);
            int page = pageWithin(timeNs);
            if (page >= 0) {
                offsetBefore = groupSoon(page, timeNs, offsetBefore);
            }
        }
    }

    /// Returns the page between whose ticks a time is, -1 if there is none.
    private int pageWithin(long timeNs) {
        int page = firstPageFrom(timeNs);
        return page < pageCount() && firstNs(page) < timeNs ? page : -1;
    }

    /// Has the disk read the heads of pages `from` to `to` (exclusive), all at once.
    public void headsSoon(int from, int to) {
        for (int page = from; page < to; page++) {
            soon(directory.get(page).offset(), PageTable.bytes(ticks(page)));
        }
    }

    /// @param before what this returned for the time before, which is not read again
    /// @return where the group is
    private long groupSoon(int page, long timeNs, long before) {
        PageEntry entry = directory.get(page);
        int headBytes = PageTable.bytes(entry.ticks());
        if (!isInside(entry.offset(), headBytes)) {
            return before;
        }
        MemorySegment head = mapped.asSlice(entry.offset(), headBytes);
        int group = PageTable.firstGroupFrom(head, entry.ticks(), timeNs);
        long offset = entry.offset() + PageTable.groupOffset(head, group);
        if (offset != before) {
            soon(offset, PageTable.groupBytes(head, group));
        }
        return offset;
    }

    private void soon(long offset, long bytes) {
        if (isInside(offset, bytes)) {
            ReadSoon.read(mapped, offset, bytes);
        }
    }

    private boolean isInside(long offset, long bytes) {
        return offset >= 0 && bytes >= 0 && bytes <= mapped.byteSize() && offset <= mapped.byteSize() - bytes;
    }

    /// Gives memory back now and then: what was read of a large file would stay resident as long as it is mapped.
    /// The system keeps the pages as long as it has room, so reading them again costs little.
    private void touched(long bytes) {
        if (touchedBytes.addAndGet(bytes) > MOST_TOUCHED_BYTES) {
            touchedBytes.set(0);
            mapped.unload();
        }
    }

    /// Frees the mapping. No cursor may be in use.
    @Override
    public void close() {
        arena.close();
    }
}
