package ai.backtestr.data.cache;

import ai.backtestr.engine.tick.TickPage;

/// Decodes one page. Called by one thread at a time, without a lock held.
@FunctionalInterface
interface PageLoader {
    /// Replaces what `into` holds.
    ///
    /// @return whether it came from the segment; if not, from the database
    /// @throws ai.backtestr.engine.tick.TickSourceException if it cannot be read
    boolean load(TickPage into);
}
