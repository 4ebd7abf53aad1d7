package ai.backtestr.data.store;

import ai.backtestr.data.segment.SegmentCache;
import ai.backtestr.data.segment.SegmentWriter;
import ai.backtestr.engine.tick.TickPage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A part's segment on its way to disk. It is only a copy: where it cannot be written there will be none, and
/// whoever reads the part next tries again. Used by one thread at a time.
final class SegmentCopy implements AutoCloseable {
    private @Nullable SegmentWriter writer;

    SegmentCopy(SegmentCache cache, int part, String stamp) {
        try {
            writer = cache.create(part, stamp);
        } catch (IOException e) {
            writer = null;
        }
    }

    void add(TickPage page) {
        if (writer != null) {
            try {
                writer.add(page);
            } catch (IOException e) {
                close();
            }
        }
    }

    /// Gives the segment its name.
    void finish() {
        if (writer != null) {
            try {
                writer.finish();
            } catch (IOException e) {
                close();
            }
        }
    }

    /// Gives up a segment that is not finished.
    @Override
    public void close() {
        SegmentWriter dropped = writer;
        writer = null;
        if (dropped != null) {
            dropped.discard();
        }
    }
}
