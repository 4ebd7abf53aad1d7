package ai.backtestr.data.store;

/// Is told how far the making of segments or a look at all ticks is, and may stop it. Called by the thread that does
/// it.
@FunctionalInterface
public interface PagesProgress {
    /// Listens to nothing and never stops.
    PagesProgress NONE = (ticks, ofTicks) -> {};

    /// Tells how many ticks of how many were copied or looked at. Not called where no segment is to be made.
    void update(long ticks, long ofTicks);

    /// Tells whether to stop.
    default boolean cancelled() {
        return false;
    }
}
