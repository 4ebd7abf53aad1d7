package ai.backtestr.data.segment;

/// Says that a segment is not what was written. Its ticks are still in the database; the file can be deleted.
public final class SegmentDamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    SegmentDamagedException(String message) {
        super(message);
    }
}
