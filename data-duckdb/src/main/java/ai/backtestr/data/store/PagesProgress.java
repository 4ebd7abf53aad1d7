package ai.backtestr.data.store;

/// Is told how far the making of segments is, and may stop it. Called by the thread that opens the pages.
@FunctionalInterface
public interface PagesProgress {
    /// Listens to nothing and never stops.
    PagesProgress NONE = (ticks, ofTicks) -> {};

    /// Tells how many ticks of how many were copied. Not called where all segments are there.
    void update(long ticks, long ofTicks);

    /// Tells whether to stop.
    default boolean cancelled() {
        return false;
    }
}
