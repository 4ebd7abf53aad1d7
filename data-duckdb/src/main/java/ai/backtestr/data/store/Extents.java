package ai.backtestr.data.store;

import ai.backtestr.data.segment.SegmentCache;
import ai.backtestr.data.segment.SegmentCursor;
import ai.backtestr.data.segment.SegmentDamagedException;
import ai.backtestr.data.segment.SegmentFile;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Tells what a stretch of ticks holds: from segments where they are there and know, else from the database.
/// Used by one thread.
final class Extents {
    private static final long LONG_TICKS = 5_000_000;

    private final Catalogue catalogue;
    private final SegmentCache cache;

    Extents(Catalogue catalogue, SegmentCache cache) {
        this.catalogue = catalogue;
        this.cache = cache;
    }

    /// Returns what these parts hold from `fromNs` up to, but not including, `toNs`.
    Extent of(List<Part> parts, long fromNs, long toNs) throws SQLException {
        long ticks = 0;
        boolean trades = false;
        for (Part part : parts) {
            Optional<Extent> known = fromSegment(part, fromNs, toNs);
            Extent extent = known.isPresent() ? known.orElseThrow() : catalogue.extent(List.of(part), fromNs, toNs);
            ticks += extent.ticks();
            trades |= extent.trades();
        }
        return new Extent(ticks, trades);
    }

    /// Tells whether these parts have to be read from the database without a segment being made of them, as
    /// they are wanted in part only, and are long.
    static boolean leavesNoSegments(List<Part> parts, SegmentCache cache, long fromNs, long toNs) {
        return parts.stream()
                .filter(part -> part.ticks() >= LONG_TICKS)
                .filter(part -> fromNs > part.firstNs() || toNs <= part.lastNs())
                .anyMatch(part -> !cache.holds(part.id()));
    }

    /// Of a part with some trades that is not wanted whole the segment does not know which are wanted.
    private Optional<Extent> fromSegment(Part part, long fromNs, long toNs) {
        Optional<SegmentFile> segment = cache.open(part.id(), part.stamp());
        if (segment.isEmpty()) {
            return Optional.empty();
        }
        try (SegmentFile open = segment.orElseThrow();
                SegmentCursor cursor = open.cursor()) {
            long ticks = cursor.indexOf(toNs) - cursor.indexOf(fromNs);
            boolean knows = !open.hasTrades() || ticks == open.tickCount();
            return knows ? Optional.of(new Extent(ticks, open.hasTrades())) : Optional.empty();
        } catch (SegmentDamagedException e) {
            return Optional.empty(); // it is made again when its ticks are read
        }
    }
}
