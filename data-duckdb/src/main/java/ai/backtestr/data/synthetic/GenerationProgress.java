package ai.backtestr.data.synthetic;

/// Watches ticks being generated and can stop it. Called from whatever thread stores them, one call at a time, once
/// a page.
@FunctionalInterface
public interface GenerationProgress {
    /// Takes no notice and never stops it.
    GenerationProgress NONE = (ticks, timeNs) -> {};

    /// Tells how far it is.
    ///
    /// @param ticks how many were generated
    /// @param timeNs the minute they have reached, nanoseconds since the epoch, UTC
    void update(long ticks, long timeNs);

    /// Tells whether to stop, leaving nothing behind.
    default boolean cancelled() {
        return false;
    }
}
