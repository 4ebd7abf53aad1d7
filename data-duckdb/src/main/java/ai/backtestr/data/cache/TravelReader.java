package ai.backtestr.data.cache;

import ai.backtestr.data.segment.SegmentCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads on in the direction in which pages are asked for: the next few pages where they follow each other, none
/// after a jump. Used by one thread; what it wants is read by the thread of [ReadAhead].
final class TravelReader implements AutoCloseable {
    private static final int PAGES_AHEAD = 4;

    /// Pages ahead take at most this share of the cache.
    private static final int SHARE = 4;

    private final List<PartView> parts;
    private final PageCache cache;
    private final ReadAhead readAhead;
    private final Map<CachedPart, SegmentCursor> cursors = new HashMap<>(); // of the thread that reads ahead
    private int lastPart = -1;
    private int lastPage;

    TravelReader(List<PartView> parts, PageCache cache, ReadAhead readAhead) {
        this.parts = parts;
        this.cache = cache;
        this.readAhead = readAhead;
    }

    /// Takes note that a page was asked for.
    void arriveAt(int part, int page) {
        if (part == lastPart && page == lastPage) {
            return;
        }
        int ahead = Math.min(PAGES_AHEAD, cache.pagesWithinLimit() / SHARE);
        long distance = part == lastPart ? (long) page - lastPage : farther(part);
        lastPart = part;
        lastPage = page;
        List<ReadAhead.Page> wanted = new ArrayList<>();
        if (Math.abs(distance) <= PAGES_AHEAD) {
            addPages(part, page, Long.signum(distance), ahead, wanted);
        }
        readAhead.want(this, wanted);
    }

    /// From the end of a part to the start of the next is one step.
    private long farther(int part) {
        return lastPart >= 0 && Math.abs(part - lastPart) == 1 ? part - lastPart : Long.MAX_VALUE;
    }

    private void addPages(int part, int page, int step, int count, List<ReadAhead.Page> into) {
        int ofPart = part;
        int next = page;
        for (int i = 0; i < count; i++) {
            next += step;
            if (next < 0 || next >= parts.get(ofPart).segment().pageCount()) {
                ofPart += step;
                if (ofPart < 0 || ofPart >= parts.size()) {
                    return;
                }
                next = step > 0 ? 0 : parts.get(ofPart).segment().pageCount() - 1;
            }
            into.add(pageOf(parts.get(ofPart).part(), next));
        }
    }

    private ReadAhead.Page pageOf(CachedPart part, int page) {
        return new ReadAhead.Page(part.key(page), into -> part.load(page, cursorOf(part), into));
    }

    private SegmentCursor cursorOf(CachedPart part) {
        return cursors.compute(part, (of, before) -> of.cursor(before));
    }

    void awaitIdle() {
        readAhead.awaitIdle();
    }

    @Override
    public void close() {
        readAhead.cancel(this);
        cursors.values().forEach(SegmentCursor::close);
    }
}
