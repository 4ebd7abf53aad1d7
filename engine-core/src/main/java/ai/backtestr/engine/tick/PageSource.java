package ai.backtestr.engine.tick;

import org.jspecify.annotations.Nullable;

/// A source whose ticks lie in pages already: it hands out those, and nothing is copied.
public interface PageSource extends TickSource {
    /// Returns the next page that holds ticks, or null when all were handed out. It stays the source's: nobody
    /// changes it, any number of threads may read it, and it is there until its owner is closed.
    @Nullable
    TickPage nextPage();
}
