package ai.backtestr.data.segment;

import ai.backtestr.engine.tick.TickPage;
import java.util.function.BooleanSupplier;

/// What a segment is a copy of: the ticks of a part as the database has them. Any thread.
public interface SegmentOrigin {
    /// Returns what tells these ticks from any others.
    String stamp();

    /// Opens the segment, which is there. The caller closes it.
    SegmentFile open();

    /// Reads a run of ticks from the database.
    ///
    /// @param firstTick number of the first, counted from 0 within the part
    /// @param count how many, up to the page's capacity
    /// @param firstNs time of the first of them
    /// @param lastNs time of the last of them
    /// @throws ai.backtestr.engine.tick.TickSourceException if they cannot be read
    void read(long firstTick, int count, long firstNs, long lastNs, TickPage into);

    /// Deletes the segment, makes it again and opens it. The caller closes it.
    ///
    /// @param cancelled whether to stop halfway
    /// @throws RuntimeException if the ticks cannot be read or the segment cannot be written
    SegmentFile remake(BooleanSupplier cancelled);
}
