package ai.backtestr.data.cache;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.data.segment.SegmentCursor;
import ai.backtestr.data.segment.SegmentDamagedException;
import ai.backtestr.data.segment.SegmentFile;
import ai.backtestr.data.segment.SegmentOrigin;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSourceException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part's segment, and the database behind it for pages that turn out to be damaged. The first damage found
/// has the segment made again on a thread of its own, after which the new one is used. Where that fails, damage that is
/// found a while later has it tried again.
///
/// What the directory tells may be asked for by any thread.
final class CachedPart implements AutoCloseable {
    /// Making a segment of a billion ticks takes minutes, and what it failed for, a full disk, may last.
    private static final long RETRY_AFTER_NS = 60_000_000_000L;

    private final long retryAfterNs;
    private final SegmentOrigin origin;
    private final long firstTick;
    private final List<SegmentFile> retired = new ArrayList<>();
    private volatile SegmentFile segment;
    private volatile boolean closing;
    private @Nullable Thread remaking;
    private boolean hasFailed;
    private long failedNs; // by the clock of System.nanoTime

    CachedPart(SegmentOrigin origin, long firstTick) {
        this(origin, firstTick, RETRY_AFTER_NS);
    }

    /// @param retryAfterNs how long after making a segment has failed it is not tried again
    CachedPart(SegmentOrigin origin, long firstTick, long retryAfterNs) {
        this.retryAfterNs = retryAfterNs;
        this.origin = origin;
        this.firstTick = firstTick;
        segment = origin.open();
    }

    SegmentFile segment() {
        return segment;
    }

    /// Returns the number of its first tick, counted from 0 over all parts.
    long firstTick() {
        return firstTick;
    }

    PageKey key(int page) {
        return new PageKey(origin.stamp(), page);
    }

    /// Returns a reader for one thread, in place of one that reads a segment since replaced.
    SegmentCursor cursor(@Nullable SegmentCursor before) {
        SegmentFile current = segment;
        if (before != null && before.segment() == current) {
            return before;
        }
        if (before != null) {
            before.close();
        }
        return current.cursor();
    }

    /// Decodes a page with that cursor, or reads it from the database.
    ///
    /// @return whether it came from the segment
    boolean load(int page, SegmentCursor cursor, TickPage into) {
        try {
            cursor.decode(page, into);
            return true;
        } catch (SegmentDamagedException e) {
            readFromDatabase(page, into);
            remakeOnce();
            return false;
        }
    }

    private void readFromDatabase(int page, TickPage into) {
        SegmentFile known = segment;
        int count = (int) (known.firstTick(page + 1) - known.firstTick(page));
        origin.read(known.firstTick(page), count, known.firstNs(page), known.lastNs(page), into);
        TickDigest read = new TickDigest();
        read.add(into, 0, into.count());
        if (!isSame(read, known.digest(page))) {
            throw new TickSourceException("page " + page + " of a segment is damaged and the database holds other"
                    + " ticks by now; close what shows this symbol and open it again");
        }
    }

    private static boolean isSame(TickDigest one, TickDigest other) {
        return one.one() == other.one() && one.two() == other.two() && one.count() == other.count();
    }

    /// Has the segment made again. Until it is, and if it cannot be, damaged pages come from the database.
    synchronized void remakeOnce() {
        boolean isSoon = hasFailed && System.nanoTime() - failedNs < retryAfterNs;
        if (remaking == null && !closing && !isSoon) {
            remaking = Thread.ofPlatform().daemon().name("segment-remake").start(this::remake);
        }
    }

    private void remake() {
        SegmentFile made;
        try {
            made = origin.remake(() -> closing);
        } catch (RuntimeException | InternalError e) {
            failed(); // pages come from the database as before
            return;
        }
        synchronized (this) {
            if (isCopyOf(made, segment)) {
                retired.add(segment);
                segment = made;
            } else {
                retired.add(made);
            }
        }
    }

    private synchronized void failed() {
        hasFailed = true;
        failedNs = System.nanoTime();
        remaking = null;
    }

    private static boolean isCopyOf(SegmentFile one, SegmentFile other) {
        boolean same = one.pageCount() == other.pageCount();
        for (int page = 0; same && page < one.pageCount(); page++) {
            same = isSame(one.digest(page), other.digest(page));
        }
        return same;
    }

    /// Waits until the segment was made again, if it is being made.
    void awaitRemaking() {
        Thread started;
        synchronized (this) {
            started = remaking;
        }
        boolean interrupted = false;
        while (started != null && started.isAlive()) {
            try {
                started.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Closes the segments; no cursor may be in use.
    @Override
    public void close() {
        closing = true;
        awaitRemaking();
        segment.close();
        retired.forEach(SegmentFile::close);
    }
}
